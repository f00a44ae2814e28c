/**
 * The list as it is shown while the next one is read: a new search takes the place of the old when its first rows are
 * there, and what changed in the archive comes in without moving the row under the reader.
 */
import type { ORDERS, RecordingFilter } from '../../../shared/contract';
import { call } from '../../client';
import type { RecordingRow } from '../../../shared/model';
import type { Identified, LoadPage } from './recording-pages';
import { PAGE_ROWS, RecordingPages } from './recording-pages';

export interface ListRequest<Filter = RecordingFilter> {
  readonly filter: Filter;
  readonly order: (typeof ORDERS)[number];
}

/** A row that was in view, by its place in the list that is shown. */
export interface Anchor {
  readonly id: string;
  readonly index: number;
}

export interface ShownList<Filter = RecordingFilter, Row extends Identified = RecordingRow> {
  readonly request: ListRequest<Filter>;
  readonly pages: RecordingPages<Row>;
  /** How many rows further down the anchor stands than in the list before; null where this is another search. */
  readonly shiftRows: number | null;
  /** The archive changed, and the reader is too deep in the list to read it all again unasked. */
  readonly isStale: boolean;
}

/** To find the anchor again all pages before it are read: beyond this that is done only when asked for. */
const MAX_ANCHOR_INDEX = 10_000;
/** How much further down an anchor may have moved and still be found. */
const ANCHOR_SLACK_ROWS = 2_000;

export type LoadPageOf<Filter = RecordingFilter, Row extends Identified = RecordingRow> = (
  request: ListRequest<Filter>,
) => LoadPage<Row>;

export const loadRecordings: LoadPageOf = (request) => (cursor, limit) =>
  call('recordings.list', { ...request, cursor, limit });

/** Of recordings, or of calls: whatever the door gives in pages. */
export class RecordingList<Filter = RecordingFilter, Row extends Identified = RecordingRow> {
  private readonly listeners = new Set<() => void>();
  private pending: RecordingPages<Row> | null = null;
  /** What was searched for last, shown or still to come. */
  private asked: ListRequest<Filter>;

  private constructor(
    private shown: ShownList<Filter, Row>,
    private readonly loadOf: LoadPageOf<Filter, Row>,
  ) {
    this.asked = shown.request;
  }

  /** Reads the first rows at once. */
  static open<Filter, Row extends Identified>(
    request: ListRequest<Filter>,
    loadOf: LoadPageOf<Filter, Row>,
  ): RecordingList<Filter, Row> {
    const pages = new RecordingPages(loadOf(request));
    void pages.want(0, PAGE_ROWS - 1);
    return new RecordingList({ request, pages, shiftRows: null, isStale: false }, loadOf);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getShown = (): ShownList<Filter, Row> => this.shown;

  /**
   * Another search; the list before stays until the first rows of this one, or its failure, are there. Nothing for the one that was
   * asked for last: a key press asks at once, and again when the page is drawn.
   */
  async search(request: ListRequest<Filter>): Promise<void> {
    if (isSame(this.asked, request)) return;
    this.asked = request;
    await this.readAsked();
  }

  /** The same search again. `anchors`: rows in view, the one to keep still first; none to begin at the top. */
  async refresh(anchors: readonly Anchor[]): Promise<void> {
    const { request } = this.shown;
    // The search that is under way is begun anew: it may have been answered before the change.
    if (!isSame(this.asked, request)) return this.readAsked();
    const deepest = anchors[0]?.index ?? 0;
    if (deepest > MAX_ANCHOR_INDEX) {
      this.set({ ...this.shown, shiftRows: 0, isStale: true });
      return;
    }
    const pages = this.begin(request);
    const shiftRows = await findShift(pages, anchors, () => this.pending === pages);
    this.show(pages, { request, pages, shiftRows, isStale: false });
  }

  private async readAsked(): Promise<void> {
    const request = this.asked;
    const pages = this.begin(request);
    await pages.want(0, PAGE_ROWS - 1);
    this.show(pages, { request, pages, shiftRows: null, isStale: false });
  }

  private begin(request: ListRequest<Filter>): RecordingPages<Row> {
    this.pending?.close();
    this.pending = new RecordingPages(this.loadOf(request));
    return this.pending;
  }

  /** An answer that was overtaken by a later question is dropped. */
  private show(pages: RecordingPages<Row>, shown: ShownList<Filter, Row>): void {
    if (this.pending !== pages) return;
    this.pending = null;
    this.shown.pages.close();
    this.set(shown);
  }

  private set(shown: ShownList<Filter, Row>): void {
    this.shown = shown;
    for (const listener of this.listeners) listener();
  }
}

function isSame<Filter>(one: ListRequest<Filter>, other: ListRequest<Filter>): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Reads pages until one of the anchors is among them; 0 where there is none, or none is left. */
async function findShift<Row extends Identified>(
  pages: RecordingPages<Row>,
  anchors: readonly Anchor[],
  isWanted: () => boolean,
): Promise<number> {
  const deepest = Math.max(0, ...anchors.map((anchor) => anchor.index));
  for (let from = 0; from <= deepest + ANCHOR_SLACK_ROWS; from += PAGE_ROWS) {
    await pages.want(from, from + PAGE_ROWS - 1);
    if (!isWanted()) return 0;
    for (const anchor of anchors) {
      const index = pages.findIndex(anchor.id);
      if (index !== undefined) return index - anchor.index;
    }
    const { isComplete, error } = pages.getState();
    if (anchors.length === 0 || isComplete || error) return 0;
  }
  return 0;
}
