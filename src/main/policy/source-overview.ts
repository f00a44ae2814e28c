/** How the sources stand, for those who may read the configuration; findings name files, not recordings of anybody's scope. */
import { AppError } from '../../shared/errors';
import type { Page } from '../../shared/model';
import type { Finding, FindingKind, ScanProgress } from '../../shared/source-model';
import { listFindings } from '../catalog/findings';
import type { CatalogHealth } from '../catalog/health';
import { readHealth } from '../catalog/health';
import { findPathsOfIds } from '../catalog/recordings';
import { readSourceState } from '../catalog/source-state';
import type { ReadableDb } from '../sqlite/database';
import type { Viewer } from './viewer';

const FINDINGS_PER_PAGE = 200;

export function mayReadConfiguration(viewer: Pick<Viewer, 'isActive' | 'serviceRights'>): boolean {
  const { isActive, serviceRights } = viewer;
  return (
    isActive && (serviceRights.has('mediaManagerAdministrator') || serviceRights.has('mediaManagerStandard'))
  );
}

/** How many recordings there are, and how many come in: counts of everybody's, for one who may list them all. */
export function mayCountAll(viewer: Pick<Viewer, 'isActive' | 'serviceRights'>): boolean {
  return viewer.isActive && viewer.serviceRights.has('mediaManagerAdministrator');
}

/** As far as the person may know it; null where he may not. */
export interface SeenState {
  readonly recordings: number | null;
  readonly findings: number | null;
  readonly lastScan: ScanProgress | null;
}

/** The caller gives ids of sources of the viewer's own organisation only: the catalog does not know whose a source is. */
export class SourceOverview {
  readonly #db: ReadableDb;
  readonly #mayCount: boolean;

  /** Throws `forbidden` for one who may not read the configuration. */
  constructor(db: ReadableDb, viewer: Viewer) {
    if (!mayReadConfiguration(viewer)) {
      throw new AppError(
        'forbidden',
        'forbidden',
        'Only those who may read the configuration see the sources.',
        {
          setting: 'serviceRights.mediaManagerStandard',
        },
      );
    }
    this.#db = db;
    this.#mayCount = mayCountAll(viewer);
  }

  /** `running`: the scan that goes on, of which the catalog knows nothing yet. */
  stateOf(sourceId: number, running?: ScanProgress): SeenState {
    if (!this.#mayCount) return { recordings: null, findings: null, lastScan: null };
    const { recordings, findings, lastScan } = readSourceState(this.#db, sourceId);
    return { recordings, findings, lastScan: running ?? lastScan };
  }

  healthOf(sourceId: number): CatalogHealth {
    return readHealth(this.#db, sourceId);
  }

  /** Where recordings of this source lie, for a finding about them; nothing for ids that are no longer there. */
  pathsOf(sourceId: number, ids: readonly string[]): ReadonlyMap<string, string> {
    return findPathsOfIds(this.#db, sourceId, ids);
  }

  /** Throws `invalid-input` for a text that is no cursor. */
  listFindings(
    sourceId: number,
    kind: FindingKind | undefined,
    cursor: string | null | undefined,
  ): Page<Finding> {
    const rows = listFindings(this.#db, sourceId, kind, toRowId(cursor), FINDINGS_PER_PAGE + 1);
    const page = rows.slice(0, FINDINGS_PER_PAGE);
    const last = rows.length > FINDINGS_PER_PAGE ? page.at(-1) : undefined;
    return {
      rows: page.map(({ kind: findingKind, path, detail, recordingId }) => ({
        ...{ kind: findingKind, path, detail, recordingId },
      })),
      nextCursor: last ? String(last.rowId) : null,
    };
  }
}

function toRowId(cursor: string | null | undefined): number {
  if (cursor === null || cursor === undefined) return 0;
  if (!/^[0-9]{1,15}$/.test(cursor)) {
    throw new AppError('invalid-input', 'invalid-input', 'The cursor is not one of this list.');
  }
  return Number(cursor);
}
