/** What a ticket is given for, where a test has no library to ask. */
import type { TicketGrant } from './tickets';

export const GRANT: TicketGrant = {
  clientId: 'window-1',
  sessionId: 'session-1',
  recordingId: '0123456789abcdef',
  part: 'sound',
  file: {
    sourceId: 1,
    path: 'one.wav',
    header: null,
    sizeBytes: 1000,
    modifiedAtMs: 0,
    kind: 'call',
    startedAtMs: 0,
    durationMs: null,
    screenPath: null,
  },
};
