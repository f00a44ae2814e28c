/** The catalog as one person may see it: nothing else leads from the door to a recording. */
import type { Report, ReportInput } from '../../shared/calls';
import type { RecordingFilter } from '../../shared/contract';
import { AppError, notFound } from '../../shared/errors';
import type {
  Action,
  ActionDecision,
  CallLeg,
  NamedTranscript,
  Page,
  Party,
  RecordingDetails,
  RecordingRow,
} from '../../shared/model';
import { ACTIONS } from '../../shared/model';
import { STEP_REASONS } from '../../shared/step-reasons';
import { listLegsByLinkedReference, listLegsByUniqueReference } from '../catalog/call-legs';
import { listMatchingKeys } from '../catalog/matching-keys';
import {
  findRecordingById,
  findTranscript,
  getRecordingFile,
  listPieces,
  listRecordingsOfKeys,
} from '../catalog/recordings';
import type { Recording, RecordingFile } from '../catalog/recordings';
import type { Order } from '../catalog/visible-keys';
import { listVisibleKeys } from '../catalog/visible-keys';
import { CallLibrary } from './calls';
import { toReport } from './calls-report';
import type { Prospects, SourceFacts } from './directory';
import { explain, findListener } from './explain';
import { toDeletable } from './deletable';
import { LibraryCounts } from './library-counts';
import { toKeyQuestion } from './library-filter';
import {
  isOnlyShared,
  LOST_SOURCE,
  toCallLeg,
  toFacts,
  toNamedParties,
  toOwnerLabel,
  toRow,
  toTechnical,
} from './library-rows';
import type { LibraryWorld } from './library-world';
import { decide } from './rules';
import { nameSpeakers } from './transcript-speakers';
import type { Viewer } from './viewer';

/** The file of a recording, for one who may use it. */
export interface MediaFile {
  readonly sourceId: number;
  /** Relative to the source's folder, `/` between parts. */
  readonly path: string;
  /** As the scanner found them; null for a screen recording, of which it keeps only the path. */
  readonly header: RecordingFile['header'];
  readonly sizeBytes: number | null;
  readonly modifiedAtMs: number | null;
  readonly kind: Recording['kind'];
  readonly startedAtMs: number;
  readonly durationMs: number | null;
  /** The screen part, for one who may see it. */
  readonly screenPath: string | null;
}

/** Every method throws `not-found` for what the person may not list, in the words for what does not exist. */
export class Library {
  readonly #world: LibraryWorld;
  readonly #viewer: Viewer;

  constructor(world: LibraryWorld, viewer: Viewer) {
    this.#world = world;
    this.#viewer = viewer;
  }

  /**
   * A page by time. It may be short of `limit`, even empty, with a cursor to go on from, where very many recordings had to be looked at
   * one by one. Throws `invalid-input` for a cursor that is not of this order.
   */
  list(
    filter: RecordingFilter,
    order: Order,
    cursor: string | null | undefined,
    limit: number,
  ): Page<RecordingRow> {
    const { db, plans, directory } = this.#world;
    const bounds = this.#world.cursors.toBounds(order, cursor);
    return db.snapshot(() => {
      const question = toKeyQuestion({ db, plans, directory, viewer: this.#viewer }, filter, bounds, order);
      const { keys, stoppedAtKey } =
        question.by === 'scopes'
          ? { keys: listVisibleKeys(db, question.ranges, order, limit + 1), stoppedAtKey: null }
          : listMatchingKeys(db, question.query, order, limit + 1);
      const page = keys.slice(0, limit);
      const lastKey = keys.length > limit ? page.at(-1) : stoppedAtKey;
      return {
        rows: listRecordingsOfKeys(db, page)
          .filter((recording) => this.#isListed(recording))
          .map((recording) => this.#toRow(recording)),
        nextCursor: lastKey == null ? null : this.#world.cursors.toCursor(order, lastKey),
      };
    });
  }

  /** How many there are, when, and of which values. `askedBy` as in `Tallies`. */
  counts(askedBy?: string): LibraryCounts {
    return new LibraryCounts(this.#world, this.#viewer, askedBy);
  }

  /** Call history, and the recordings of its calls that the person may list. */
  get calls(): CallLibrary {
    return new CallLibrary(this.#world, this.#viewer, (id) => this.findRow(id));
  }

  /** Counts and durations of everybody's calls. Throws `forbidden` where the person may not see reports. */
  report(input: ReportInput): Report {
    return toReport(this.#world, this.#viewer, input);
  }

  get(id: string): RecordingDetails {
    const { db, directory } = this.#world;
    return db.snapshot(() => {
      const recording = this.#getListed(id);
      const file = getRecordingFile(db, recording.key);
      return {
        ...this.#toRow(recording),
        parties: toNamedParties(recording, directory),
        owner: toOwnerLabel(recording, directory),
        accountCode: recording.accountCode,
        isTimeDoubtful: file.isTimeDoubtful,
        nameTimeMs: file.clockOffMs === null ? null : recording.startedAtMs + file.clockOffMs,
        ...this.#listPiecesAndLegs(recording, file),
        technical: toTechnical(file, this.#sourceOf(recording)),
        access: ACTIONS.map((action) => this.#decide(action, recording)),
      };
    });
  }

  /** Null where there is none. Throws `forbidden` where there may be one that the person may not read. */
  transcript(id: string): NamedTranscript | null {
    const recording = this.#getAllowed(id, 'readTranscript');
    const transcript = findTranscript(this.#world.db, recording.key);
    return transcript ? nameSpeakers(transcript, toNamedParties(recording, this.#world.directory)) : null;
  }

  /** Throws `forbidden`, naming the step that denied it. For `seeScreen` it is the screen recording's file. */
  getMedia(id: string, action: 'play' | 'download' | 'seeScreen'): MediaFile {
    const recording = this.#getAllowed(id, action);
    const { sourceId, kind, startedAtMs, durationMs, screenPath } = recording;
    const mayScreen = this.#decide('seeScreen', recording).allowed;
    const facts = { sourceId, kind, startedAtMs, durationMs, screenPath: mayScreen ? screenPath : null };
    if (action === 'seeScreen') {
      return { ...facts, path: screenPath ?? '', header: null, sizeBytes: null, modifiedAtMs: null };
    }
    const { path, header, sizeBytes, modifiedAtMs } = getRecordingFile(this.#world.db, recording.key);
    return { ...facts, path, header, sizeBytes, modifiedAtMs };
  }

  /** All files of a recording that the person may delete. Throws `forbidden`, naming the step that denied it. */
  getDeletable(id: string): ReturnType<typeof toDeletable> {
    const recording = this.#getAllowed(id, 'delete');
    return toDeletable(this.#world.db, recording, this.#sourceOf(recording).name);
  }

  /** As it stands in lists; undefined for what the person may not list. */
  findRow(id: string): RecordingRow | undefined {
    return this.may(id, 'list') ? this.#toRow(this.#getListed(id)) : undefined;
  }

  /** Who took part, for one who needs no more than that: a play must not wait for pieces, legs and explanations. */
  partiesOf(id: string): readonly Party[] {
    return toNamedParties(this.#getListed(id), this.#world.directory);
  }

  /** For what is under way: false as soon as the person may not, or the recording is gone. */
  may(id: string, action: Action): boolean {
    const recording = findRecordingById(this.#world.db, id);
    return (
      recording !== undefined &&
      this.#decide('list', recording).allowed &&
      this.#decide(action, recording).allowed
    );
  }

  /** Why somebody may or may not, and what would turn that round; about a recording that the asker himself may list. */
  explain(id: string, action: Action, who: Viewer, prospects: Prospects): ReturnType<typeof explain> {
    return explain(who, action, toFacts(this.#getListed(id), this.#world.holds), prospects);
  }

  /** What each of these people may do with a recording that the asker himself may list; who may not even list it is left out. */
  listListeners<Person extends { readonly viewer: Viewer }>(
    id: string,
    people: readonly Person[],
  ): readonly (Person & NonNullable<ReturnType<typeof findListener>>)[] {
    const facts = toFacts(this.#getListed(id), this.#world.holds);
    return people.flatMap((one) => {
      const listener = findListener(one.viewer, facts);
      return listener ? [{ ...one, ...listener }] : [];
    });
  }

  #sourceOf({ sourceId }: Recording): SourceFacts {
    return this.#world.sources.findSource(sourceId) ?? LOST_SOURCE;
  }

  #decide(action: Action, recording: Recording): ActionDecision {
    return decide(this.#viewer, action, toFacts(recording, this.#world.holds));
  }

  #getListed(id: string): Recording {
    const recording = findRecordingById(this.#world.db, id);
    if (!recording || !this.#decide('list', recording).allowed) throw notFound();
    return recording;
  }

  #getAllowed(id: string, action: Action): Recording {
    const recording = this.#getListed(id);
    const failed = this.#decide(action, recording).steps.find((step) => !step.passed);
    if (failed) {
      throw new AppError('forbidden', 'forbidden', STEP_REASONS[failed.reason], {
        action,
        step: failed.reason,
        ...(failed.setting === null ? {} : { setting: failed.setting }),
        ...failed.details,
      });
    }
    return recording;
  }

  /** False where the list gave what the rules deny, of which one row in so many is decided again. */
  #isListed(recording: Recording): boolean {
    const { checks, checkEvery, onMismatch } = this.#world;
    checks.rows += 1;
    if (checks.rows % checkEvery !== 0 || this.#decide('list', recording).allowed) return true;
    onMismatch({ userId: this.#viewer.userId, recordingId: recording.id });
    return false;
  }

  #toRow(recording: Recording): RecordingRow {
    return toRow(recording, this.#sourceOf(recording), this.#world.directory, {
      hasScreen: recording.screenPath !== null && this.#decide('seeScreen', recording).allowed,
      hasTranscript: recording.hasTranscript && this.#decide('readTranscript', recording).allowed,
      isHeld: this.#world.holds.isHeld(recording.id),
      // To decide about each row would take longer than all else of a page.
      isShared: this.#viewer.sharedWithMe.length > 0 && isOnlyShared(this.#decide('list', recording)),
    });
  }

  /**
   * The pieces of the same call that the person may list; what else there is can be told neither from them nor from the legs, of which
   * he is told the recording's own alone where a piece is kept from him.
   */
  #listPiecesAndLegs(recording: Recording, file: RecordingFile): Pick<RecordingDetails, 'pieces' | 'legs'> {
    const all =
      file.linkedReference === null
        ? [recording]
        : listPieces(this.#world.db, recording.sourceId, file.linkedReference);
    const listed = all.filter((piece) => this.#decide('list', piece).allowed);
    const pieces = listed.map(({ id, startedAtMs, durationMs }) => ({
      id,
      startedAtMs,
      durationMs,
      isThis: id === recording.id,
    }));
    return { pieces, legs: this.#listLegs(recording, file, listed.length === all.length) };
  }

  #listLegs(recording: Recording, file: RecordingFile, isWhole: boolean): CallLeg[] {
    const { db, directory } = this.#world;
    const { linkedReference, callReference } = file;
    const legs =
      isWhole && linkedReference !== null
        ? listLegsByLinkedReference(db, recording.sourceId, linkedReference)
        : callReference !== null
          ? listLegsByUniqueReference(db, recording.sourceId, callReference)
          : [];
    return legs.map((leg) => toCallLeg(leg, directory));
  }
}
