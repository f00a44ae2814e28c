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

export function toSubjects(told: Told): Subjects {
  const partiesOf = (kind: Party['numberKind']) =>
    told.parties.filter((party) => party.numberKind === kind).map((party) => party.number);
  return {
    extensions: known([...partiesOf('extension'), told.owner]),
    owner: told.owner === '' ? null : told.owner,
    groups: known([...partiesOf('group'), told.group]),
    lines: known([told.line]),
    accountCodes: known([told.accountCode]),
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
function known(numbers: readonly (string | null)[]): string[] {
  return [...new Set(numbers.filter((number): number is string => number !== null && number !== ''))];
}
