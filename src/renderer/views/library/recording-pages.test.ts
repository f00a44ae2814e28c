import { describe, expect, it } from 'vitest';
import type { Page, RecordingRow } from '../../../shared/model';
import { AppError } from '../../../shared/errors';
import { toTestRow } from './row.test-fixture';
import { PAGE_ROWS, RecordingPages } from './recording-pages';

/** A list of so many rows behind the door, which counts how often it is asked and how far. */
function makeDoor(total: number) {
  const asked: number[] = [];
  const loadPage = (cursor: string | null, limit: number): Promise<Page<RecordingRow>> => {
    const from = Number(cursor ?? '0');
    asked.push(from / PAGE_ROWS);
    const rows = Array.from({ length: Math.min(limit, total - from) }, (_, i) => toTestRow(from + i));
    return Promise.resolve({ rows, nextCursor: from + limit < total ? String(from + limit) : null });
  };
  return { asked, loadPage };
}

describe('the pages of a list', () => {
  it('are read in sequence up to the row that is wanted', async () => {
    const door = makeDoor(10_000);
    const pages = new RecordingPages(door.loadPage);
    await pages.want(0, 20);
    expect(pages.getState()).toMatchObject({ knownRows: PAGE_ROWS, isComplete: false });
    await pages.want(990, 1010);
    expect(door.asked).toEqual(Array.from({ length: Math.ceil(1011 / PAGE_ROWS) }, (_, page) => page));
    expect(pages.findRow(1005)?.id).toBe(toTestRow(1005).id);
  });

  it('end where the list ends', async () => {
    const pages = new RecordingPages(makeDoor(450).loadPage);
    await pages.want(0, 5000);
    expect(pages.getState()).toMatchObject({ knownRows: 450, isComplete: true });
    expect(pages.findRow(449)).toBeDefined();
    expect(pages.findRow(450)).toBeUndefined();
  });

  it('have no holes where the door answers with fewer rows than asked, or with none, before the end', async () => {
    const whole = makeDoor(450).loadPage;
    const sizes = [0, 7, 120];
    const short = async (cursor: string | null, limit: number): Promise<Page<RecordingRow>> => {
      const size = Math.min(limit, sizes.shift() ?? limit);
      const from = Number(cursor ?? '0');
      return {
        rows: (await whole(cursor, size)).rows,
        nextCursor: from + size < 450 ? String(from + size) : null,
      };
    };
    const pages = new RecordingPages(short);
    await pages.want(0, 5000);
    expect(pages.getState()).toMatchObject({ knownRows: 450, isComplete: true });
    for (let at = 0; at < 450; at++) expect(pages.findRow(at)?.id).toBe(toTestRow(at).id);
  });

  it('are dropped far from the view, and read again by their cursor when one comes back', async () => {
    const door = makeDoor(100_000);
    const pages = new RecordingPages(door.loadPage);
    for (let at = 0; at < 20_000; at += 1000) await pages.want(at, at + 50);
    expect(pages.findRow(0)).toBeUndefined();
    door.asked.length = 0;
    await pages.want(0, 50);
    expect(door.asked).toEqual([0]);
    expect(pages.findRow(0)?.id).toBe(toTestRow(0).id);
    expect(pages.getState().knownRows).toBeGreaterThan(19_000);
  });

  it('take no answer that comes after they were closed', async () => {
    let answer: (page: Page<RecordingRow>) => void = () => undefined;
    const pages = new RecordingPages<RecordingRow>(() => new Promise((resolve) => (answer = resolve)));
    const wanted = pages.want(0, 10);
    pages.close();
    answer({ rows: [toTestRow(1)], nextCursor: null });
    await wanted;
    expect(pages.getState().knownRows).toBe(0);
  });

  it('keep what is there when one cannot be read, and go on when asked again', async () => {
    const door = makeDoor(1000);
    let isBroken = false;
    const pages = new RecordingPages((cursor, limit) =>
      isBroken
        ? Promise.reject(new AppError('unavailable', 'volume-away', 'away'))
        : door.loadPage(cursor, limit),
    );
    await pages.want(0, 10);
    isBroken = true;
    await pages.want(300, 310);
    expect(pages.getState().error?.reason).toBe('volume-away');
    expect(pages.findRow(5)).toBeDefined();
    isBroken = false;
    await pages.retry();
    expect(pages.getState().error).toBeNull();
    expect(pages.findRow(305)).toBeDefined();
  });

  it('follow the view while they are read: what was scrolled past is not waited for twice', async () => {
    const door = makeDoor(100_000);
    const pages = new RecordingPages(door.loadPage);
    const first = pages.want(0, 5000);
    const second = pages.want(0, 100);
    await Promise.all([first, second]);
    expect(door.asked.length).toBeLessThan(4);
  });
});
