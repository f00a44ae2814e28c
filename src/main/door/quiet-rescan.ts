/** After somebody has signed in: looks for what is new in the archive. Cheap, as an unchanged folder costs one question. */
import { AppError } from '../../shared/errors';
import type { ScanProgress } from '../../shared/source-model';
import { listAllSources, listRemovedSources, listSources } from '../ledger/sources';
import type { Services } from './services';

const FRESH_FOR_MS = 60_000;

/** `recover` completes deletes that wait for a drive which may have come back. */
export async function lookForChanges(
  services: Pick<Services, 'ledger' | 'scans' | 'presences'>,
  organisationId: number,
  recover: () => Promise<void>,
): Promise<void> {
  await services.presences.refresh(listAllSources(services.ledger).map((source) => source.archiveDir));
  await recover();
  rescanQuietly(services, organisationId);
  await removeLeftovers(services, organisationId);
}

/** Scans the organisation's sources that can be reached and were not scanned a moment ago. Returns at once; never throws. */
function rescanQuietly(
  services: Pick<Services, 'ledger' | 'scans' | 'presences'>,
  organisationId: number,
): void {
  const { ledger, scans, presences } = services;
  for (const source of listSources(ledger, organisationId)) {
    const last = scans.progressOf(source.uid);
    if (isFresh(last) || presences.of(source.archiveDir).presence === 'away') continue;
    try {
      void scans.start(source, false);
    } catch (error) {
      passOver(error);
    }
  }
}

/** A clock that was set back makes no scan of the future a fresh one. */
export function isFresh(last: ScanProgress | undefined): boolean {
  return last !== undefined && Math.abs(Date.now() - (last.endedAtMs ?? Date.now())) < FRESH_FOR_MS;
}

/** Takes out of the catalog what a removal that was cut short has left in it. */
async function removeLeftovers(
  { ledger, scans }: Pick<Services, 'ledger' | 'scans'>,
  organisationId: number,
): Promise<void> {
  for (const source of listRemovedSources(ledger, organisationId)) {
    if (!scans.hasRemoved(source.uid)) await scans.remove(source).catch(passOver);
  }
}

/** Another process is at it: what it finds, everybody sees. */
function passOver(error: unknown): void {
  if (!(error instanceof AppError && error.reason === 'profile-in-use')) throw error;
}
