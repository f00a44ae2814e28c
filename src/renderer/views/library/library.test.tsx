import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { Ref } from 'react';
import { createRef, useState } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Input } from '../../../shared/contract';
import type { RecordingRow } from '../../../shared/model';
import { AppError } from '../../../shared/errors';
import type { Answers } from '../../fake-bridge.test-support';
import { setFakeBridge } from '../../fake-bridge.test-support';
import { startLanguage } from '../../i18n/i18n';
import { PlayerProvider } from '../../player/use-player';
import { SIGNED_IN } from '../../signed-in.test-fixture';
import { queryClient } from '../../status';
import { Library } from './library';
import { NO_FILTER } from './list-filter';
import { toTestDetails, toTestRow } from './row.test-fixture';
import type { ListHandle } from './use-list-look';

/** Answers for an archive of these rows, newest first, with search by name. */
function answersFor(archive: { rows: readonly RecordingRow[] }): Answers {
  const find = (text = '') => archive.rows.filter((row) => (row.from.name ?? '').includes(text));
  return {
    'recordings.list': ({ filter, order, cursor, limit = 100 }) => {
      const found = order === 'oldest' ? [...find(filter?.text)].reverse() : find(filter?.text);
      const from = Number(cursor ?? '0');
      const isLast = from + limit >= found.length;
      return { rows: found.slice(from, from + limit), nextCursor: isLast ? null : String(from + limit) };
    },
    'recordings.count': ({ filter }) => ({ count: find(filter?.text).length, isExact: true }),
    'recordings.get': ({ id }) => toTestDetails(archive.rows.find((row) => row.id === id) ?? toTestRow(0)),
  };
}

function Page({ listRef }: { readonly listRef: Ref<ListHandle> }) {
  const [filter, setFilter] = useState(NO_FILTER);
  return (
    <>
      <input
        aria-label="search"
        value={filter.text}
        onChange={(e) => setFilter({ ...filter, text: e.target.value })}
      />
      <Library
        signedIn={SIGNED_IN}
        timeZone="UTC"
        kind={null}
        isShared={false}
        filter={filter}
        listRef={listRef}
        onFilter={setFilter}
        onSources={() => undefined}
      />
    </>
  );
}

function open(answers: Answers, listRef: Ref<ListHandle> = null) {
  const bridge = setFakeBridge(answers);
  render(
    <QueryClientProvider client={queryClient}>
      <PlayerProvider>
        <Page listRef={listRef} />
      </PlayerProvider>
    </QueryClientProvider>,
  );
  return { bridge, user: userEvent.setup() };
}

const rowsOf = (count: number) => ({ rows: Array.from({ length: count }, (_, index) => toTestRow(index)) });
const findRow = (index: number) => screen.findByRole('row', { name: new RegExp(`Caller ${index}\\b`) });
const focusedRow = () => Number(document.activeElement?.getAttribute('aria-rowindex')) - 2;

describe('the list of recordings', () => {
  beforeAll(() => {
    startLanguage();
    // jsdom lays nothing out; the virtual list asks how high its window is.
    const observer = { observe: vi.fn(), unobserve: vi.fn(), disconnect: vi.fn() };
    vi.stubGlobal('ResizeObserver', function ResizeObserver() {
      return observer;
    });
    for (const size of ['clientHeight', 'offsetHeight'] as const) {
      vi.spyOn(HTMLElement.prototype, size, 'get').mockReturnValue(640);
    }
    HTMLElement.prototype.scrollTo = function scrollTo(
      this: HTMLElement,
      options?: ScrollToOptions | number,
    ) {
      this.scrollTop = typeof options === 'object' ? (options.top ?? 0) : 0;
      this.dispatchEvent(new Event('scroll'));
    };
  });
  beforeEach(() => {
    localStorage.clear();
    queryClient.clear();
  });
  afterEach(cleanup);

  it('is a grid that knows its length, of which a few rows are laid out', async () => {
    open(answersFor(rowsOf(5000)));
    await findRow(0);
    const grid = screen.getByRole('grid');
    await waitFor(() => expect(grid).toHaveProperty('ariaRowCount', '5001'));
    expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
    expect(await screen.findByText('5,000 recordings')).toBeDefined();
  });

  it('tells in the details what has changed while another page was open', async () => {
    const archive = rowsOf(3);
    const show = async () => {
      const { user } = open(answersFor(archive));
      await user.click(await findRow(0));
      await user.keyboard('{ArrowRight}');
      const details = await screen.findByRole('complementary');
      await within(details).findByText('How this was decided');
      return details;
    };
    expect(within(await show()).queryByText(/under legal hold/)).toBeNull();
    cleanup();
    archive.rows = archive.rows.map((row) => ({ ...row, isHeld: true }));
    expect(await within(await show()).findByText(/under legal hold/)).toBeDefined();
  });

  it('is walked with the keyboard, and stops at both ends', async () => {
    const { user } = open(answersFor(rowsOf(300)));
    await user.click(await findRow(0));
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(focusedRow()).toBe(1);
    await user.keyboard('{PageDown}');
    expect(focusedRow()).toBe(19);
    await user.keyboard('{Home}{ArrowUp}');
    expect(focusedRow()).toBe(0);
    await user.keyboard('{End}');
    await waitFor(() => expect(focusedRow()).toBe(299));
    await user.keyboard('{ArrowDown}');
    expect(focusedRow()).toBe(299);
  });

  it('plays with Enter and with Space, and shows details of the row one is on', async () => {
    const { user, bridge } = open(answersFor(rowsOf(30)));
    await user.click(await findRow(0));
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() =>
      expect(bridge.asked).toContainEqual({ method: 'recordings.play', input: { id: toTestRow(1).id } }),
    );
    await user.keyboard('{ArrowRight}');
    const details = await screen.findByRole('complementary');
    await waitFor(() => expect(within(details).getByText('Caller 1')).toBeDefined());
    await user.keyboard('{ArrowLeft}');
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('is searched with each key press, and marks what was searched for', async () => {
    const { user, bridge } = open(answersFor(rowsOf(300)));
    await findRow(0);
    await user.type(screen.getByLabelText('search'), 'Caller 29');
    await screen.findByText('11 recordings');
    expect(screen.getAllByText('Caller').some((mark) => mark.tagName === 'MARK')).toBe(true);
    const searches = bridge.asked.filter((one) => one.method === 'recordings.list');
    expect(searches.at(-1)?.input).toMatchObject({ filter: { text: 'Caller 29' } });
  });

  it('has no row of the search before once it is drawn, in view or beyond', async () => {
    const { user } = open(answersFor(rowsOf(300)));
    await findRow(0);
    await user.type(screen.getByLabelText('search'), 'Caller 1');
    await screen.findByText('111 recordings');
    const names = () =>
      within(screen.getByRole('grid'))
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.textContent);
    await waitFor(() => expect(names().filter((name) => !name.includes('Caller 1'))).toEqual([]));
    expect(names().length).toBeGreaterThan(20);
  });

  it('keeps a recording chosen wherever a search puts it, and the keyboard in the search', async () => {
    const { user } = open(answersFor(rowsOf(300)));
    await user.click(await findRow(15));
    await user.type(screen.getByLabelText('search'), 'Caller 1');
    await waitFor(() => {
      const [row] = screen.getAllByRole('row', { selected: true });
      expect(row?.textContent).toContain('Caller 15');
      expect([row?.getAttribute('aria-rowindex'), row?.tabIndex]).toEqual(['8', 0]);
    });
    expect(screen.getAllByRole('row', { selected: true }).length).toBe(1);
    expect(document.activeElement).toBe(screen.getByLabelText('search'));
    await user.type(screen.getByLabelText('search'), '9');
    await waitFor(() => expect(screen.queryAllByRole('row', { selected: true })).toEqual([]));
  });

  it('is asked for before the page is drawn, and not again when it is', async () => {
    const listRef = createRef<ListHandle>();
    const { user, bridge } = open(answersFor(rowsOf(300)), listRef);
    await findRow(0);
    const textsAsked = () =>
      bridge.asked.flatMap(({ method, input }) =>
        method === 'recordings.list' ? [(input as Input<'recordings.list'>).filter?.text] : [],
      );
    listRef.current?.expect({ ...NO_FILTER, text: 'C' });
    expect(textsAsked()).toEqual([undefined, 'C']);
    await user.type(screen.getByLabelText('search'), 'C');
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    expect(textsAsked()).toEqual([undefined, 'C']);
  });

  it('keeps what was typed when a chip narrows it further, and forgets both at once', async () => {
    const { user, bridge } = open(answersFor(rowsOf(300)));
    await findRow(0);
    await user.type(screen.getByLabelText('search'), 'Caller 29');
    await user.click(screen.getByRole('button', { name: 'Direction' }));
    await user.click(await screen.findByRole('checkbox', { name: /^Inbound/ }));
    await user.keyboard('{Escape}');
    const lastAsked = () => bridge.asked.findLast((one) => one.method === 'recordings.list')?.input;
    await waitFor(() =>
      expect(lastAsked()).toMatchObject({ filter: { text: 'Caller 29', directions: ['inbound'] } }),
    );
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    await waitFor(() => expect(lastAsked()).toMatchObject({ filter: {} }));
    expect(screen.getByLabelText('search')).toHaveProperty('value', '');
  });

  it('says what to do where nothing matches, where nothing is there, and where it cannot be read', async () => {
    const { user } = open(answersFor(rowsOf(3)));
    await findRow(0);
    await user.type(screen.getByLabelText('search'), 'zzz');
    expect(await screen.findByText('Nothing matches')).toBeDefined();
    await user.click(
      within(screen.getByRole('region', { name: 'Recordings' })).getAllByRole('button', {
        name: 'Clear all',
      })[0]!,
    );
    expect(await findRow(0)).toBeDefined();
    cleanup();

    open(answersFor(rowsOf(0)));
    expect(await screen.findByText(/no recordings that you may hear/)).toBeDefined();
    await waitFor(() => expect(document.documentElement.dataset.ready).toBe('empty'));
    cleanup();

    let isBroken = true;
    const answers = answersFor(rowsOf(3));
    const { user: other } = open({
      ...answers,
      'recordings.list': (input) => {
        if (isBroken) throw new AppError('internal', 'disk-full', 'full');
        return answers['recordings.list']!(input);
      },
    });
    expect(await screen.findByText(/The disk is full/)).toBeDefined();
    isBroken = false;
    await other.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await findRow(0)).toBeDefined();
  });

  it('takes new recordings in without moving the row that the keyboard is on', async () => {
    const archive = { rows: rowsOf(50).rows.slice(10) };
    const { user, bridge } = open(answersFor(archive));
    await user.click(await findRow(12));
    expect(focusedRow()).toBe(2);
    archive.rows = rowsOf(50).rows;
    act(() => bridge.emit('library.changed', null));
    await waitFor(() => expect(focusedRow()).toBe(12), { timeout: 5000 });
    expect(document.activeElement?.textContent).toContain('Caller 12');
    expect(await screen.findByRole('button', { name: 'New recordings above' })).toBeDefined();
  });

  it('turns round from the head of the time column', async () => {
    const { user } = open(answersFor(rowsOf(40)));
    await findRow(0);
    await user.click(screen.getByRole('button', { name: 'When' }));
    await findRow(39);
    expect(screen.getByRole('columnheader', { name: 'When' }).getAttribute('aria-sort')).toBe('ascending');
  });
});
