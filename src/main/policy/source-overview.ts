/** How the sources stand, for those who may read the configuration; findings name files, not recordings of anybody's scope. */
import { AppError } from '../../shared/errors';
import type { Finding, FindingKind, Page } from '../../shared/model';
import { listFindings } from '../catalog/findings';
import type { SourceState } from '../catalog/source-state';
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

/** The caller gives ids of sources of the viewer's own organisation only: the catalog does not know whose a source is. */
export class SourceOverview {
  readonly #db: ReadableDb;

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
  }

  stateOf(sourceId: number): SourceState {
    return readSourceState(this.#db, sourceId);
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
      rows: page.map(({ kind: findingKind, path, detail }) => ({ kind: findingKind, path, detail })),
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
