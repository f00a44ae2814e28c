/** The small numbers by which the catalog stores kinds, directions and classes; written to disk, so never renumbered. */
import type { Disposition } from '../../shared/calls';
import type { Direction, Kind } from '../../shared/model';

export const KIND_CODES: Readonly<Record<Kind, number>> = { call: 0, voicemail: 1, fax: 2 };
export const DIRECTION_CODES: Readonly<Record<Direction, number>> = {
  inbound: 0,
  outbound: 1,
  internal: 2,
  unknown: 3,
};

export const DISPOSITION_CODES: Readonly<Record<Disposition, number>> = {
  answered: 0,
  notAnswered: 1,
  busy: 2,
  failed: 3,
};

const DISPOSITION_BY_CODE: readonly Disposition[] = ['answered', 'notAnswered', 'busy', 'failed'];
const KIND_BY_CODE: readonly Kind[] = ['call', 'voicemail', 'fax'];
const DIRECTION_BY_CODE: readonly Direction[] = ['inbound', 'outbound', 'internal', 'unknown'];

/** Throws for a code that no version has written. */
export function toKind(code: number): Kind {
  const kind = KIND_BY_CODE[code];
  if (kind === undefined) throw new Error(`The catalog holds an unknown kind ${code}.`);
  return kind;
}

/** Throws for a code that no version has written. */
export function toDirection(code: number): Direction {
  const direction = DIRECTION_BY_CODE[code];
  if (direction === undefined) throw new Error(`The catalog holds an unknown direction ${code}.`);
  return direction;
}

/** Throws for a code that no version has written. */
export function toDisposition(code: number): Disposition {
  const disposition = DISPOSITION_BY_CODE[code];
  if (disposition === undefined) throw new Error(`The catalog holds an unknown disposition ${code}.`);
  return disposition;
}

/** See [Note: scopes]. */
export const SCOPE_CLASSES = {
  callNotOutbound: 0,
  callOutbound: 1,
  voicemail: 2,
  fax: 3,
  unavailableVoicemail: 4,
  callHistory: 5,
} as const;
export type ScopeClass = (typeof SCOPE_CLASSES)[keyof typeof SCOPE_CLASSES];

/** What is not known to be inbound or internal counts as outbound. */
export function toScopeClass(kind: Kind, direction: Direction, wasUnavailable: boolean): ScopeClass {
  if (kind === 'voicemail')
    return wasUnavailable ? SCOPE_CLASSES.unavailableVoicemail : SCOPE_CLASSES.voicemail;
  if (kind === 'fax') return SCOPE_CLASSES.fax;
  return direction === 'inbound' || direction === 'internal'
    ? SCOPE_CLASSES.callNotOutbound
    : SCOPE_CLASSES.callOutbound;
}
