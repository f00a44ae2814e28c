/**
 * Puts searches into the trail without a line for each key press. A search is recorded once it has stood for a second, or
 * before whatever its session does next, whichever is first. Only typing on takes its place unseen: what is typed away again is
 * recorded, or quick fingers could search without a trace.
 */
import type { CallFilter } from '../../shared/calls';
import type { MethodName, RecordingFilter } from '../../shared/contract';

/** What is asked of the recordings or, with `history`, of call history. */
export type Searched = (RecordingFilter | CallFilter) & { readonly history?: true };

export const STANDS_FOR_MS = 1000;

/** Calls that look for the same thing: which of them comes first is nothing to the trail. */
const SEARCHES: ReadonlySet<MethodName> = new Set<MethodName>([
  'recordings.list',
  'recordings.count',
  'recordings.histogram',
  'recordings.facets',
  'policy.viewAsList',
  'policy.viewAsCount',
]);

interface Standing<Person> {
  person: Person;
  /** The search that waits, or null when it has been recorded. */
  waiting: Searched | null;
  /** The newest search, recorded or not: the same one asked again (a next page, a refresh, its count) is no new search. */
  newest: Searched | null;
  recorded: Searched | null;
  timer: NodeJS.Timeout | undefined;
}

export class SearchTrail<Person extends { readonly sessionId: string }> {
  readonly #standing = new Map<string, Standing<Person>>();
  readonly #record: (person: Person, filter: Searched) => void;

  /** `record` writes to the trail; what it throws reaches whoever caused it, or `onLateFailure` where a second had passed. */
  constructor(
    record: (person: Person, filter: Searched) => void,
    private readonly onLateFailure: (error: unknown) => void,
  ) {
    this.#record = record;
  }

  /** The session lists or counts with this filter. A list without a filter is no search. */
  noticed(person: Person, asked: Searched | undefined): void {
    const { sessionId } = person;
    const filter = withoutEmpty(asked ?? {});
    const standing = this.#standing.get(sessionId);
    if (standing?.newest && isSame(standing.newest, filter)) return;
    if (standing?.waiting && !isOnTheWay(standing.waiting, filter, standing.recorded)) this.flush(sessionId);
    clearTimeout(standing?.timer);
    if (Object.keys(filter).length === 0) {
      this.#standing.delete(sessionId);
      return;
    }
    const recorded = standing?.recorded ?? null;
    const timer = setTimeout(() => this.#flushLate(sessionId), STANDS_FOR_MS);
    // A search that waits must not keep a command line from ending: the end flushes it.
    timer.unref();
    this.#standing.set(sessionId, { person, waiting: filter, newest: filter, recorded, timer });
  }

  /** The moment to record what has waited until the person goes on; a call that looks for the same thing is none. */
  beforeCall(sessionId: string, method: MethodName): void {
    if (!SEARCHES.has(method)) this.flush(sessionId);
  }

  /** Records the search that waits, if any: before the session does something else, ends, or closes. */
  flush(sessionId: string): void {
    const standing = this.#standing.get(sessionId);
    if (!standing?.waiting) return;
    this.#record(standing.person, standing.waiting);
    clearTimeout(standing.timer);
    standing.recorded = standing.waiting;
    standing.waiting = null;
  }

  /** The session is over: records what waits and forgets it. */
  forget(sessionId: string): void {
    try {
      this.flush(sessionId);
    } finally {
      clearTimeout(this.#standing.get(sessionId)?.timer);
      this.#standing.delete(sessionId);
    }
  }

  #flushLate(sessionId: string): void {
    try {
      this.flush(sessionId);
    } catch (error) {
      this.onLateFailure(error);
    }
  }
}

/** Typing on to `next`, or taking letters away one by one from a search that is in the trail already. */
function isOnTheWay(waiting: Searched, next: Searched, recorded: Searched | null): boolean {
  return isPartOf(waiting, next) || (recorded !== null && isPartOf(waiting, recorded));
}

/** True where only the text differs, and the whole's begins with the part's. */
function isPartOf(part: Searched, whole: Searched): boolean {
  const { text: partText = '', ...partRest } = part;
  const { text: wholeText = '', ...wholeRest } = whole;
  return isSame(partRest, wholeRest) && wholeText.startsWith(partText);
}

function isSame(one: Searched, other: Searched): boolean {
  return toComparable(one) === toComparable(other);
}

function toComparable(filter: Searched): string {
  return JSON.stringify(Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `{ text: ' ', kinds: [] }` asks for everything, like no filter. */
function withoutEmpty(filter: Searched): Searched {
  const trimmed = { ...filter, ...(filter.text === undefined ? {} : { text: filter.text.trim() }) };
  const entries = Object.entries(trimmed).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return entries.every(([name]) => name === 'history') ? {} : Object.fromEntries(entries);
}
