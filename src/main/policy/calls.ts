/** Call history as one person may see it: his own calls, those shared with him, and every call for the Administrator. */
import type { CallDetails, CallFilter, CallRow } from '../../shared/calls';
import { notFound } from '../../shared/errors';
import type { ActionDecision, Count, Page } from '../../shared/model';
import { listLegsByLinkedReference } from '../catalog/call-legs';
import type { Call } from '../catalog/calls';
import { findCallById, findCallByKey, toSubjectsOf } from '../catalog/calls';
import { toTalkMs } from '../catalog/calls-tally';
import type { Matches } from '../catalog/matching-keys';
import { countMatches, listMatchingKeys } from '../catalog/matching-keys';
import { ANY_KEY } from '../catalog/recording-key';
import { listPieces, toEnds } from '../catalog/recordings';
import type { Recording } from '../catalog/recordings';
import type { KeyRange, Order } from '../catalog/visible-keys';
import { countVisibleKeys, listVisibleKeys } from '../catalog/visible-keys';
import type { CallQuestion } from './calls-filter';
import { toCallQuestion } from './calls-filter';
import type { LibraryWorld } from './library-world';
import { isOnlyShared, LOST_SOURCE, toCallLeg, toFacts, toNamedParties, toPartyLabel } from './library-rows';
import { decide } from './rules';
import type { RecordingFacts, Viewer } from './viewer';

/** Counting stops here; a number that nobody reads is not worth the wait. */
const COUNT_LIMIT = 10_000;
/** A filter that looks at each call for itself stops after so many, and gives a short page with a cursor. */
const JUDGED_PER_PAGE = 20_000;

/** Gives the row of a recording that the person may list; undefined for another. */
type FindRow = (id: string) => CallDetails['recordings'][number] | undefined;

/** Every method throws `not-found` for what the person may not list, in the words for what does not exist. */
export class CallLibrary {
  readonly #world: LibraryWorld;
  readonly #viewer: Viewer;
  readonly #findRow: FindRow;

  constructor(world: LibraryWorld, viewer: Viewer, findRow: FindRow) {
    this.#world = world;
    this.#viewer = viewer;
    this.#findRow = findRow;
  }

  /**
   * A page by time. It may be short of `limit`, even empty, with a cursor to go on from, where very many calls had to be looked at one
   * by one. Throws `invalid-input` for a cursor that is not of this order.
   */
  list(filter: CallFilter, order: Order, cursor: string | null | undefined, limit: number): Page<CallRow> {
    const { db } = this.#world;
    const bounds = this.#world.cursors.toBounds(order, cursor);
    return db.snapshot(() => {
      const { keys, stoppedAtKey } = this.#listKeys(
        this.#toQuestion(filter, bounds, order),
        order,
        limit + 1,
      );
      const page = keys.slice(0, limit);
      const lastKey = keys.length > limit ? page.at(-1) : stoppedAtKey;
      return {
        rows: page.flatMap((key) => this.#toRows(key)),
        nextCursor: lastKey == null ? null : this.#world.cursors.toCursor(order, lastKey),
      };
    });
  }

  /** Exact up to 10,000, and where not too many calls had to be looked at one by one. */
  count(filter: CallFilter): Count {
    const { db } = this.#world;
    return db.snapshot(() => {
      const question = this.#toQuestion(filter, ANY_KEY, 'newest');
      const { count, isWhole } =
        question.by === 'scopes'
          ? { count: countVisibleKeys(db, question.ranges, COUNT_LIMIT + 1), isWhole: true }
          : countMatches(db, question.query, COUNT_LIMIT + 1);
      return { count: Math.min(count, COUNT_LIMIT), isExact: isWhole && count <= COUNT_LIMIT };
    });
  }

  get(id: string): CallDetails {
    const { db, directory } = this.#world;
    return db.snapshot(() => {
      const call = findCallById(db, id);
      if (!call || !this.#decide(call).allowed) throw notFound();
      return {
        ...this.#toRow(call),
        answeredAtMs: call.answeredAtMs,
        endedAtMs: call.endedAtMs,
        parties: toNamedParties(call, directory),
        accountCode: call.accountCode,
        legs: listLegsByLinkedReference(db, call.sourceId, call.linkedReference).map((leg) =>
          toCallLeg(leg, directory),
        ),
        recordings: this.#listRecordings(call).flatMap((recording) => this.#findRow(recording.id) ?? []),
      };
    });
  }

  #toQuestion(filter: CallFilter, bounds: KeyRange, order: Order): CallQuestion {
    const { db, plans, directory } = this.#world;
    const asker = { db, plans, directory, viewer: this.#viewer };
    return toCallQuestion(asker, filter, bounds, order, (call) => this.#listRecordings(call).length > 0);
  }

  #listKeys(question: CallQuestion, order: Order, limit: number): Matches {
    const { db } = this.#world;
    return question.by === 'scopes'
      ? { keys: listVisibleKeys(db, question.ranges, order, limit), stoppedAtKey: null }
      : listMatchingKeys(db, question.query, order, limit, JUDGED_PER_PAGE);
  }

  /** Those that the person may list: of others not even that they are there may be told. */
  #listRecordings(call: Call): Recording[] {
    const { db, holds } = this.#world;
    return listPieces(db, call.sourceId, call.linkedReference).filter(
      (recording) => decide(this.#viewer, 'list', toFacts(recording, holds)).allowed,
    );
  }

  #decide(call: Call): ActionDecision {
    return decide(this.#viewer, 'list', toCallFacts(call));
  }

  #toRows(key: number): CallRow[] {
    const { db, checks, checkEvery, onMismatch } = this.#world;
    const call = findCallByKey(db, key);
    if (!call) return [];
    checks.rows += 1;
    if (checks.rows % checkEvery === 0 && !this.#decide(call).allowed) {
      onMismatch({ userId: this.#viewer.userId, recordingId: call.id });
      return [];
    }
    return [this.#toRow(call)];
  }

  #toRow(call: Call): CallRow {
    const { directory, sources } = this.#world;
    const { id, startedAtMs, startedAtSec, endedAtMs, direction, disposition, group, line } = call;
    const { from, to } = toEnds(call.parties);
    return {
      id,
      startedAtMs,
      timeZone: (sources.findSource(call.sourceId) ?? LOST_SOURCE).timeZone,
      direction,
      disposition,
      durationMs: endedAtMs === null ? null : Math.max(0, endedAtMs - startedAtMs),
      talkMs: toTalkMs(call),
      from: toPartyLabel(from, startedAtSec, directory),
      to: toPartyLabel(to, startedAtSec, directory),
      group: group === null ? null : { number: group, name: directory.nameOfGroup(group, startedAtSec) },
      line: line === null ? null : { number: line, name: directory.nameOfLine(line) },
      isRecorded: this.#listRecordings(call).length > 0,
      isShared: isOnlyShared(this.#decide(call)),
    };
  }
}

/** Nothing of a call of call history can be held, locked or deleted: only its recordings can. */
function toCallFacts(call: Call): RecordingFacts {
  return {
    ...toSubjectsOf(call),
    organisationId: call.organisationId,
    kind: 'history',
    direction: call.direction,
    startedAtSec: call.startedAtSec,
    wasUnavailable: false,
    hasScreen: false,
    isHeld: false,
    isRetentionLocked: false,
    isDeleted: false,
  };
}
