/** After somebody has signed in: looks for what is new in the archive. Cheap, as an unchanged folder costs one question. */
import { AppError } from '../../shared/errors';
import { listSources } from '../ledger/sources';
import type { Services } from './services';

const FRESH_FOR_MS = 60_000;

/** Scans the organisation's sources that can be reached and were not scanned a moment ago. Returns at once; never throws. */
export function rescanQuietly(
  services: Pick<Services, 'ledger' | 'scans' | 'presences'>,
  organisationId: number,
): void {
  const { ledger, scans, presences } = services;
  for (const source of listSources(ledger, organisationId)) {
    const last = scans.progressOf(source.uid);
    const isFresh = last !== undefined && Date.now() - (last.endedAtMs ?? Date.now()) < FRESH_FOR_MS;
    if (isFresh || presences.of(source.archiveDir).presence === 'away') continue;
    try {
      void scans.start(source, false);
    } catch (error) {
      // Another process is at it: what it finds, everybody sees.
      if (!(error instanceof AppError && error.reason === 'profile-in-use')) throw error;
    }
  }
}
