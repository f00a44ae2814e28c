/** Which scopes a recording belongs to, see [Note: scopes]. */
import type { DraftRecording } from '../archive/draft';
import type { Party } from '../../shared/model';
import { toScopeClass } from './codes';
import type { Scope, Subject } from './dictionary';

/** What a right can be about. Only a party whose number is known to be an extension or a group is one. */
export interface Subjects {
  readonly extensions: readonly string[];
  readonly owner: string | null;
  readonly groups: readonly string[];
  readonly lines: readonly string[];
  readonly accountCodes: readonly string[];
}

interface Told {
  readonly parties: readonly Party[];
  readonly owner: string | null;
  readonly group: string | null;
  readonly line: string | null;
  readonly accountCode: string | null;
}

/** Written out, as the scanner does it for each recording and a list for each row that has something to be decided. */
export function toSubjects({ parties, owner, group, line, accountCode }: Told): Subjects {
  const extensions = new Set<string>();
  const groups = new Set<string>();
  for (const { number, numberKind } of parties) {
    if (numberKind === 'extension') add(extensions, number);
    else if (numberKind === 'group') add(groups, number);
  }
  add(extensions, owner);
  add(groups, group);
  return {
    extensions: [...extensions],
    owner: owner === '' ? null : owner,
    groups: [...groups],
    lines: line === null || line === '' ? [] : [line],
    accountCodes: accountCode === null || accountCode === '' ? [] : [accountCode],
  };
}

export function toScopes(draft: DraftRecording): Scope[] {
  const subjects = toSubjects(draft);
  const scopeClass = toScopeClass(draft.kind, draft.direction, draft.wasUnavailable);
  const of = (subject: Subject, numbers: readonly string[]): Scope[] =>
    numbers.map((number) => ({ subject, number, class: scopeClass }));
  return [
    { subject: 'all', number: '', class: scopeClass },
    ...of('extension', subjects.extensions),
    ...of('owner', subjects.owner === null ? [] : [subjects.owner]),
    ...of('group', subjects.groups),
    ...of('line', subjects.lines),
    ...of('account', subjects.accountCodes),
  ];
}

/** A number that the archive leaves empty is no number, and would be everybody's. */
function add(numbers: Set<string>, number: string | null): void {
  if (number !== null && number !== '') numbers.add(number);
}
