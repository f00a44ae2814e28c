/** Rows for tests, all different and all well-formed. */
import type { RecordingDetails, RecordingRow } from '../../../shared/model';

export function toTestRow(index: number, change: Partial<RecordingRow> = {}): RecordingRow {
  return {
    id: index.toString(16).padStart(16, '0'),
    kind: 'call',
    direction: 'inbound',
    startedAtMs: Date.UTC(2026, 8, 14, 12) - index * 60_000,
    timeZone: 'UTC',
    durationMs: 60_000 + index,
    from: { number: `+4930${1000 + index}`, name: `Caller ${index}` },
    to: { number: '201', name: 'Ann Miller' },
    group: null,
    line: null,
    hasTranscript: false,
    hasScreen: false,
    isHeld: false,
    isShared: false,
    presence: 'present',
    ...change,
  };
}

export function toTestDetails(row: RecordingRow, change: Partial<RecordingDetails> = {}): RecordingDetails {
  return {
    ...row,
    parties: [
      { role: 'caller', ...row.from, numberKind: 'external', channel: 0 },
      { role: 'called', ...row.to, numberKind: 'extension', channel: 1 },
    ],
    owner: null,
    accountCode: null,
    isTimeDoubtful: false,
    nameTimeMs: null,
    pieces: [],
    legs: [],
    technical: {
      fileName: 'call.wav',
      source: 'Archive',
      reader: 'freepbx',
      sizeBytes: 123_456,
      modifiedAtMs: row.startedAtMs,
      codec: 'pcm',
      channels: 2,
      sampleRateHz: 8000,
      foundBy: ['file name'],
      callReference: null,
    },
    access: [],
    ...change,
  };
}
