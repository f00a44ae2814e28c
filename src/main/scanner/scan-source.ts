/** What a scan is told, and how it ends early. */
import type { ErrorReason } from '../../shared/errors';
import type { ReaderId } from '../../shared/model';
import type { Move } from '../catalog/moves';
import type { SourceReading } from '../../shared/source-reading';
import { ZoneClock } from '../archive/zone';

/** A source as the ledger keeps it; whatever else it holds is nothing to the scanner. */
export interface ScanSource {
  /** The number that the catalog's rows carry. */
  readonly sourceId: number;
  /** Part of every recording's id. */
  readonly uid: string;
  readonly organisationId: number;
  /** Absolute. */
  readonly archiveDir: string;
  readonly reader: ReaderId | 'auto';
  /** IANA name of the zone of the phone system's wall clock. */
  readonly timeZone: string;
  /** What the administrator says of its names and details files. */
  readonly reading: SourceReading;
  /** Ids of recordings that were moved, see catalog/moves.ts; none where nobody keeps them. */
  readonly moves?: readonly Move[];
}

/** The scan cannot go on; what it has committed stays, and nothing was taken for gone. */
export class ScanFailure extends Error {
  override readonly name = 'ScanFailure';
  constructor(
    readonly reason: ErrorReason,
    message: string,
  ) {
    super(message);
  }
}

/** Someone asked the scan to stop. */
export class ScanStopped extends Error {
  override readonly name = 'ScanStopped';
}

/** Throws `ScanFailure` for a zone that this runtime does not know. */
export function toZoneClock(timeZone: string): ZoneClock {
  try {
    return new ZoneClock(timeZone);
  } catch (error) {
    if (error instanceof RangeError)
      throw new ScanFailure('zone-unknown', `There is no time zone ${timeZone}.`);
    throw error;
  }
}
