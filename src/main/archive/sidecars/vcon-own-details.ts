/** What our own exports tell of a call beyond what a vCon has words for, so that a copy that comes back is the recording that it was. */
import type { Party } from '../../../shared/model';
import { DIRECTIONS, PARTY_NUMBER_KINDS, PARTY_ROLES } from '../../../shared/model';
import type { JsonObject } from '../json-value';
import { isObject, parseJson } from '../json-value';
import type { KnownFacts } from './call-facts';
import { findText, listOf } from './json';

export interface OwnDetails {
  readonly facts: KnownFacts;
  /** Of the first parties of the vCon, in their order. */
  readonly roles?: readonly Pick<Party, 'role' | 'numberKind'>[];
}

const PURPOSE = 'call details';
const CHARS = 200_000;

/** Empty where there are none, or they are not as ours. */
export function readOwnDetails(vcon: JsonObject): OwnDetails {
  const attachment = listOf(vcon, 'attachments')
    .slice(0, 1000)
    .filter(isObject)
    .find((one) => one['purpose'] === PURPOSE && one['encoding'] === 'json');
  const body = attachment?.['body'];
  const told = typeof body === 'string' && body.length <= CHARS ? parseJson(body) : null;
  if (!isObject(told) || !/^[0-9a-f]{16}$/.test(findText(told, 'recordingId') ?? '')) return { facts: {} };
  const owner = numberOf(told['owner']);
  const direction = DIRECTIONS.find((one) => one === told['direction']);
  return {
    facts: {
      ...(direction === undefined ? {} : { direction }),
      ...(owner !== null && /^\d{1,9}$/.test(owner) ? { owner } : {}),
      ...textOf('group', numberOf(told['group'])),
      ...textOf('line', numberOf(told['line'])),
      ...textOf('accountCode', told['accountCode']),
    },
    roles: listRoles(told),
  };
}

function listRoles(told: JsonObject): readonly Pick<Party, 'role' | 'numberKind'>[] {
  const kinds = listOf(told, 'numberKinds');
  return listOf(told, 'roles')
    .slice(0, 1000)
    .map((one, index) => ({
      role: PARTY_ROLES.find((role) => role === one) ?? 'other',
      numberKind: PARTY_NUMBER_KINDS.find((kind) => kind === kinds[index]) ?? 'unknown',
    }));
}

/** A number stands with its name. */
function numberOf(label: unknown): string | null {
  return isObject(label) ? findText(label, 'number') : null;
}

function textOf(name: keyof KnownFacts, value: unknown): KnownFacts {
  return typeof value === 'string' && value.trim() !== '' ? { [name]: value.trim().slice(0, 200) } : {};
}
