/** How many recordings a person may list, on which days, and of which values: never of more than the lists would give him. */
import type { RecordingFilter } from '../../shared/contract';
import type { Count, RecordingFacets, RecordingHistogram } from '../../shared/model';
import { DIRECTIONS, KINDS } from '../../shared/model';
import { DIRECTION_CODES, KIND_CODES, SCOPE_CLASSES } from '../catalog/codes';
import { toDayName } from '../catalog/local-days';
import type { MatchQuery } from '../catalog/matching-keys';
import { countMatchingKeys, JUDGED_MAX, listMatchingKeys } from '../catalog/matching-keys';
import { ANY_KEY, toKeySecond } from '../catalog/recording-key';
import type {
  MatchTally,
  NumberTally,
  PostingsQuestion,
  Readable,
  TallyAnswer,
  TallyWants,
} from '../catalog/tally-question';
import { toTerms } from '../catalog/text-search';
import type { ScopeRange } from '../catalog/visible-keys';
import type { Asker } from './library-filter';
import { findScopesOf, toDurationClasses, toKeyQuestion, toTimes } from './library-filter';
import type { LibraryWorld } from './library-world';
import type { PlannedAction } from './scope-plan';
import type { Viewer } from './viewer';

type Question =
  | PostingsQuestion
  | MatchTally
  | { readonly by: 'nothing' }
  /** What neither postings nor the search table know exactly is looked at one by one, here, and not far. */
  | { readonly by: 'judge'; readonly query: MatchQuery };

export class LibraryCounts {
  readonly #world: LibraryWorld;
  readonly #viewer: Viewer;
  readonly #askedBy: string | undefined;

  constructor(world: LibraryWorld, viewer: Viewer, askedBy: string | undefined) {
    this.#world = world;
    this.#viewer = viewer;
    this.#askedBy = askedBy;
  }

  /** Every method rejects with `AppError` `superseded` where the same asker has asked the same of several other filters meanwhile. */
  async count(filter: RecordingFilter): Promise<Count> {
    const { count, isExact } = await this.#ask(filter, 'count');
    return { count, isExact };
  }

  async histogram(filter: RecordingFilter): Promise<RecordingHistogram> {
    const { days, isExact } = await this.#ask(filter, 'days');
    return { days: (days ?? []).map(([day, count]) => ({ day, count })), isExact };
  }

  async facets(filter: RecordingFilter): Promise<RecordingFacets> {
    const question = this.#toQuestion(filter);
    if (question.by !== 'postings') return this.#facetsByFilter(filter);
    const { facets } = await this.#world.tallies.ask({ wants: 'facets', about: question }, this.#askedBy);
    return {
      kinds: KINDS.map((value) => ({ value, count: facets?.kinds[KIND_CODES[value]] ?? 0 })),
      directions: DIRECTIONS.map((value) => ({
        value,
        count: facets?.directions[DIRECTION_CODES[value]] ?? 0,
      })),
      withTranscript: facets?.withTranscript ?? 0,
      withScreen: facets?.withScreen ?? 0,
      groups: this.#toNamed(facets?.groups ?? [], (number, nowSec) =>
        this.#world.directory.nameOfGroup(number, nowSec),
      ),
      lines: this.#toNamed(facets?.lines ?? [], (number) => this.#world.directory.nameOfLine(number)),
    };
  }

  /** The search table knows no ordinals: each value is asked for by itself, and groups and lines, which may be many, are not. */
  async #facetsByFilter(filter: RecordingFilter): Promise<RecordingFacets> {
    const countOf = async (part: Partial<RecordingFilter>): Promise<number | null> => {
      const question = this.#toQuestion({ ...filter, ...part });
      if (question.by === 'nothing') return 0;
      if (question.by === 'judge') return null;
      const askedBy = this.#askedBy && `${this.#askedBy} ${JSON.stringify(part)}`;
      const { count, isExact } = await this.#world.tallies.ask({ wants: 'count', about: question }, askedBy);
      return isExact ? count : null;
    };
    const [kinds, directions, withTranscript, withScreen] = await Promise.all([
      Promise.all(KINDS.map(async (value) => ({ value, count: await countOf({ kinds: [value] }) }))),
      Promise.all(
        DIRECTIONS.map(async (value) => ({ value, count: await countOf({ directions: [value] }) })),
      ),
      countOf({ hasTranscript: true }),
      countOf({ hasScreen: true }),
    ]);
    return { kinds, directions, withTranscript, withScreen, groups: null, lines: null };
  }

  #toNamed(
    numbers: readonly NumberTally[],
    nameOf: (number: string, atSec: number) => string | null,
  ): NonNullable<RecordingFacets['groups']> {
    const nowSec = Math.floor(Date.now() / 1000);
    return numbers.map(({ number, count }) => ({ number, name: nameOf(number, nowSec), count }));
  }

  #ask(filter: RecordingFilter, wants: TallyWants): Promise<TallyAnswer> {
    const question = this.#toQuestion(filter);
    if (question.by === 'nothing') return Promise.resolve({ count: 0, isExact: true, days: [] });
    if (question.by === 'judge') return Promise.resolve(this.#judge(question.query, wants));
    return this.#world.tallies.ask({ wants, about: question }, this.#askedBy);
  }

  #judge(query: MatchQuery, wants: TallyWants): TallyAnswer {
    const { db } = this.#world;
    return db.snapshot(() => {
      if (wants !== 'days') return countMatchingKeys(db, query);
      const { keys, stoppedAtKey } = listMatchingKeys(db, query, 'newest', JUDGED_MAX, JUDGED_MAX);
      const days = new Map<string, number>();
      for (const key of [...keys].reverse()) {
        const day = toDayName(new Date(toKeySecond(key) * 1000));
        days.set(day, (days.get(day) ?? 0) + 1);
      }
      return { count: keys.length, isExact: stoppedAtKey === null, days: [...days] };
    });
  }

  #toQuestion(filter: RecordingFilter): Question {
    const { db, plans, directory } = this.#world;
    const asker: Asker = { db, plans, directory, viewer: this.#viewer };
    return db.snapshot(() => {
      if (isForPostings(filter)) return toPostingsQuestion(asker, filter);
      const asked = toKeyQuestion(asker, filter, ANY_KEY, 'newest');
      // All that scopes and times alone can say is for the postings; what is left is a question without an answer.
      if (asked.by === 'scopes') return { by: 'nothing' };
      const { segments, cutAtKey, judge } = asked.query;
      return judge
        ? { by: 'judge', query: asked.query }
        : { by: 'match', segments, isCut: cutAtKey !== null };
    });
  }
}

function isForPostings(filter: RecordingFilter): boolean {
  return (
    toTerms(filter.text ?? '').length === 0 &&
    filter.party === undefined &&
    (toDurationClasses(filter)?.isExact ?? true) &&
    toTimes(filter).judge === undefined
  );
}

function toPostingsQuestion(asker: Asker, filter: RecordingFilter): PostingsQuestion {
  const { viewer } = asker;
  const rangesOf = (action: PlannedAction): ScopeRange[] =>
    asker.plans
      .wholePlanOf(viewer, action)
      .ranges.filter((range) => range.class !== SCOPE_CLASSES.callHistory)
      .map(({ scopeId, fromKey, untilKey }) => ({ scopeId, fromKey, untilKey }));
  const toReadable = (action: 'readTranscript' | 'seeScreen', isWanted: boolean | undefined): Readable => ({
    ranges: rangesOf(action),
    isWanted: isWanted ?? null,
  });
  return {
    by: 'postings',
    organisationId: viewer.organisationId,
    listed: rangesOf(filter.isShared === true ? 'shared' : 'list'),
    hidden: asker.plans.listBeingDeleted().map((recording) => recording.ordinal),
    window: toTimes(filter).keys,
    kinds: filter.kinds?.length ? filter.kinds.map((kind) => KIND_CODES[kind]) : null,
    directions: filter.directions?.length ? filter.directions.map((each) => DIRECTION_CODES[each]) : null,
    durationClasses: toDurationClasses(filter) ?? null,
    transcript: toReadable('readTranscript', filter.hasTranscript),
    screen: toReadable('seeScreen', filter.hasScreen),
    group: filter.group === undefined ? null : findScopesOf(asker, 'group', filter.group),
    line: filter.line === undefined ? null : findScopesOf(asker, 'line', filter.line),
  };
}
