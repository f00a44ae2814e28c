/**
 * The rows of one list, page by page, for a view that shows a few dozen of perhaps millions.
 *
 * [Note: pages that come and go] The door gives pages in sequence only, each with the cursor of the next. Every cursor that
 * was given is kept (a few dozen bytes for 100 rows), while the rows of pages far from the view are dropped: coming back, a
 * page is read again by its cursor. So the whole list can be walked with a bounded number of rows in memory.
 */
import type { Page, RecordingRow } from '../../../shared/model';
import type { AppError } from '../../../shared/errors';
import { toAppError } from '../../client';

export const PAGE_ROWS = 100;
/** Pages whose rows are kept: 60 × 100 rows, about 5 MB. */
const KEPT_PAGES = 60;
/** Beyond this a scroll bar cannot aim and a browser cannot lay out; the view says to narrow the time instead. */
export const MAX_ROWS = 500_000;

/** A row of any list that is paged like this one. */
export interface Identified {
  readonly id: string;
}

export type LoadPage<Row extends Identified = RecordingRow> = (
  cursor: string | null,
  limit: number,
) => Promise<Page<Row>>;

export interface PagesState {
  /** Rows from the first to the last that was ever read; grows until the end is known. */
  readonly knownRows: number;
  readonly isComplete: boolean;
  readonly error: AppError | null;
  /** Goes up with every change, so that a view knows to draw. */
  readonly version: number;
}

export class RecordingPages<Row extends Identified = RecordingRow> {
  /** cursors[i] reads page i; the first is null. One longer than the pages read while more are to come. */
  private readonly cursors: (string | null)[] = [null];
  private readonly rowsOfPage = new Map<number, readonly Row[]>();
  private readonly listeners = new Set<() => void>();
  private state: PagesState = { knownRows: 0, isComplete: false, error: null, version: 0 };
  private wanted = { first: 0, last: 0 };
  private isReading = false;
  private isClosed = false;

  constructor(private readonly loadPage: LoadPage<Row>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): PagesState => this.state;

  findRow(index: number): Row | undefined {
    return this.rowsOfPage.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS];
  }

  /** Where a row stands, among the rows that are in memory. */
  findIndex(id: string): number | undefined {
    for (const [page, rows] of this.rowsOfPage) {
      const at = rows.findIndex((row) => row.id === id);
      if (at >= 0) return page * PAGE_ROWS + at;
    }
    return undefined;
  }

  /** Sees to it that these rows come, those between the known ones and them too; answers when they are there or it failed. */
  async want(firstIndex: number, lastIndex: number): Promise<void> {
    this.wanted = {
      first: Math.max(0, Math.floor(firstIndex / PAGE_ROWS)),
      last: Math.floor(Math.min(lastIndex, MAX_ROWS - 1) / PAGE_ROWS),
    };
    if (this.isReading || this.state.error || this.isClosed) return;
    this.isReading = true;
    try {
      for (let page = this.findNextPage(); page !== undefined; page = this.findNextPage())
        await this.readPage(page);
    } catch (thrown) {
      if (!this.isClosed) this.update({ error: toAppError(thrown) });
    } finally {
      this.isReading = false;
    }
  }

  retry(): Promise<void> {
    this.update({ error: null });
    return this.want(this.wanted.first * PAGE_ROWS, this.wanted.last * PAGE_ROWS);
  }

  /** Answers that come later are dropped. */
  close(): void {
    this.isClosed = true;
    this.listeners.clear();
  }

  /** The nearest page to the view that is wanted and not in memory; a page whose cursor is not known comes after those before. */
  private findNextPage(): number | undefined {
    if (this.isClosed) return undefined;
    const lastReadable = this.cursors.length - 1;
    for (let page = this.wanted.first; page <= Math.min(this.wanted.last, lastReadable); page++) {
      if (!this.rowsOfPage.has(page) && !this.isPastEnd(page)) return page;
    }
    return this.wanted.last > lastReadable && !this.state.isComplete ? lastReadable : undefined;
  }

  private isPastEnd(page: number): boolean {
    return this.state.isComplete && page * PAGE_ROWS >= this.state.knownRows;
  }

  private async readPage(page: number): Promise<void> {
    const { rows, nextCursor } = await this.loadWhole(this.cursors[page] ?? null);
    if (this.isClosed) return;
    this.rowsOfPage.set(page, rows);
    if (page === this.cursors.length - 1) {
      if (nextCursor !== null) this.cursors.push(nextCursor);
      this.update({ knownRows: page * PAGE_ROWS + rows.length, isComplete: nextCursor === null });
    } else {
      this.update({});
    }
    this.dropFarPages();
  }

  /** The door bounds its work by the call, so an answer may be short though more is to come: asks on until the page is whole. */
  private async loadWhole(cursor: string | null): Promise<Page<Row>> {
    let { rows, nextCursor } = await this.loadPage(cursor, PAGE_ROWS);
    while (rows.length < PAGE_ROWS && nextCursor !== null && !this.isClosed) {
      const more = await this.loadPage(nextCursor, PAGE_ROWS - rows.length);
      rows = [...rows, ...more.rows];
      nextCursor = more.nextCursor;
    }
    return { rows, nextCursor };
  }

  private dropFarPages(): void {
    const middle = (this.wanted.first + this.wanted.last) / 2;
    const byDistance = [...this.rowsOfPage.keys()].sort(
      (a, b) => Math.abs(a - middle) - Math.abs(b - middle),
    );
    for (const page of byDistance.slice(KEPT_PAGES)) this.rowsOfPage.delete(page);
  }

  private update(change: Partial<Omit<PagesState, 'version'>>): void {
    this.state = { ...this.state, ...change, version: this.state.version + 1 };
    for (const listener of this.listeners) listener();
  }
}
