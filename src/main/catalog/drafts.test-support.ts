/** A draft of a recording for tests: a plain inbound call, with what the test says otherwise. */
import type { Party, PartyNumberKind, PartyRole } from '../../shared/model';
import type { DraftRecording } from '../archive/draft';

export function draft(told: Partial<DraftRecording> & Pick<DraftRecording, 'path'>): DraftRecording {
  return {
    kind: 'call',
    direction: 'inbound',
    startedAtMs: 1_700_000_000_000,
    isTimeDoubtful: false,
    clockOffMs: null,
    durationMs: 61_000,
    parties: [],
    owner: null,
    group: null,
    line: null,
    accountCode: null,
    mailbox: null,
    wasUnavailable: false,
    callReference: null,
    linkedReference: null,
    reader: 'generic',
    foundBy: ['file name'],
    sizeBytes: 1000,
    modifiedAtMs: 1_700_000_061_000,
    header: null,
    screenPath: null,
    transcript: null,
    sidecars: [],
    ...told,
  };
}

export function party(
  number: string,
  numberKind: PartyNumberKind = 'extension',
  role: PartyRole = 'called',
  name: string | null = null,
): Party {
  return { role, number, numberKind, name, channel: null };
}

export const PLACE = { sourceId: 1, sourceUid: '00112233445566aa', organisationId: 1 };
