import { describe, expect, it } from 'vitest';
import type { RecordingRow } from '../../../shared/model';
import type { ListRequest, LoadPageOf } from './recording-list';
import { RecordingList } from './recording-list';
import { toTestRow } from './row.test-fixture';

const everything: ListRequest = { filter: {}, order: 'newest' };
const search = (text: string): ListRequest => ({ filter: { text }, order: 'newest' });

/** An archive whose rows can be changed, and whose answers to a search can be held back. */
function makeArchive(rows: readonly RecordingRow[]) {
  const archive = { rows, held: new Map<string, () => void>(), holds: new Set<string>() };
  const loadOf: LoadPageOf = (request) => async (cursor, limit) => {
    const text = request.filter.text ?? '';
    if (archive.holds.has(text)) await new Promise<void>((resolve) => archive.held.set(text, resolve));
    const found = archive.rows.filter((row) => (row.from.name ?? '').includes(text));
    const from = Number(cursor ?? '0');
    const isLast = from + limit >= found.length;
    return { rows: found.slice(from, from + limit), nextCursor: isLast ? null : String(from + limit) };
  };
  return { archive, loadOf };
}

const rowsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, i) => toTestRow(first + i));

describe('the list that is shown', () => {
  it('stays until the first rows of another search are there', async () => {
    const { archive, loadOf } = makeArchive(rowsFrom(0, 50));
    const list = RecordingList.open(everything, loadOf);
    archive.holds.add('Caller 7');
    const searched = list.search(search('Caller 7'));
    expect(list.getShown().request).toEqual(everything);
    await Promise.resolve();
    archive.held.get('Caller 7')?.();
    await searched;
    expect(list.getShown().pages.findRow(0)?.from.name).toBe('Caller 7');
  });

  it('never shows an answer that was overtaken by a later key press', async () => {
    const { archive, loadOf } = makeArchive(rowsFrom(0, 50));
    const list = RecordingList.open(everything, loadOf);
    archive.holds.add('Caller 1');
    const first = list.search(search('Caller 1'));
    await list.search(search('Caller 12'));
    archive.held.get('Caller 1')?.();
    await first;
    expect(list.getShown().request).toEqual(search('Caller 12'));
    expect(list.getShown().pages.findRow(0)?.from.name).toBe('Caller 12');
  });

  it('is read once, however often the same search is asked for', async () => {
    const { loadOf } = makeArchive(rowsFrom(0, 50));
    let asked = 0;
    const list = RecordingList.open(everything, (request) => {
      asked += 1;
      return loadOf(request);
    });
    const atOnce = list.search(search('Caller 7'));
    await list.search(search('Caller 7'));
    await atOnce;
    expect(asked).toBe(2);
    expect(list.getShown().request).toEqual(search('Caller 7'));
  });

  it('is of the search under way, also where the archive changes before that is answered', async () => {
    const { archive, loadOf } = makeArchive(rowsFrom(0, 50));
    const list = RecordingList.open(everything, loadOf);
    archive.holds.add('Caller 7');
    const searched = list.search(search('Caller 7'));
    archive.holds.delete('Caller 7');
    await list.refresh([]);
    archive.held.get('Caller 7')?.();
    await searched;
    expect(list.getShown().request).toEqual(search('Caller 7'));
    expect(list.getShown().pages.findRow(0)?.from.name).toBe('Caller 7');
  });

  it('says how far the row in view moved when new recordings came before it', async () => {
    const { archive, loadOf } = makeArchive(rowsFrom(100, 900));
    const list = RecordingList.open(everything, loadOf);
    await list.getShown().pages.want(300, 320);
    const anchor = { id: toTestRow(405).id, index: 305 };
    archive.rows = rowsFrom(30, 970);
    await list.refresh([anchor]);
    expect(list.getShown().shiftRows).toBe(70);
    expect(list.getShown().pages.findRow(375)?.id).toBe(anchor.id);
  });

  it('holds on to the next row in view when the first one is gone', async () => {
    const { archive, loadOf } = makeArchive(rowsFrom(0, 100));
    const list = RecordingList.open(everything, loadOf);
    archive.rows = rowsFrom(0, 100).filter((_, index) => index !== 40);
    await list.refresh([
      { id: toTestRow(40).id, index: 40 },
      { id: toTestRow(41).id, index: 41 },
    ]);
    expect(list.getShown().shiftRows).toBe(-1);
  });

  it('waits to be asked where all before the view would have to be read again', async () => {
    const { loadOf } = makeArchive(rowsFrom(0, 500));
    const list = RecordingList.open(everything, loadOf);
    const { pages } = list.getShown();
    await list.refresh([{ id: toTestRow(1).id, index: 50_000 }]);
    expect(list.getShown()).toMatchObject({ isStale: true });
    expect(list.getShown().pages).toBe(pages);
    await list.refresh([]);
    expect(list.getShown()).toMatchObject({ isStale: false });
  });
});
