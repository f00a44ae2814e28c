// Choosing several recordings, deleting and holding them, as a person does it with pointer and keyboard.
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useRef } from 'react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Input, Output } from '../../../shared/contract';
import { AppError } from '../../../shared/errors';
import type { DeleteOutcome } from '../../../shared/keeping';
import type { Answers } from '../../fake-bridge.test-support';
import { setFakeBridge } from '../../fake-bridge.test-support';
import { startLanguage } from '../../i18n/i18n';
import { queryClient } from '../../status';
import { ADMINISTRATOR } from '../admin/admin.test-fixture';
import { ListArea } from './list-area';
import type { GridHandle } from './row-grid';
import { toTestRow } from './row.test-fixture';
import { useChosenRow } from './use-chosen-row';
import { useRecordingList } from './use-recording-list';

const rows = Array.from({ length: 12 }, (_, index) => toTestRow(index));
const nothing = () => undefined;

beforeAll(() => {
  startLanguage();
  vi.stubGlobal('ResizeObserver', function ResizeObserver() {
    return { observe: vi.fn(), unobserve: vi.fn(), disconnect: vi.fn() };
  });
  for (const size of ['clientHeight', 'offsetHeight'] as const) {
    vi.spyOn(HTMLElement.prototype, size, 'get').mockReturnValue(640);
  }
  HTMLElement.prototype.scrollTo = nothing;
});
beforeEach(() => queryClient.clear());
afterEach(cleanup);

function Page() {
  const list = useRecordingList({ filter: {}, order: 'newest' });
  const row = useChosenRow(list.shown);
  const scrollRef = useRef<HTMLDivElement>(null);
  const handleRef = useRef<GridHandle>(null);
  const place = { locale: 'en', timeZone: 'UTC' };
  return (
    <ListArea
      list={list}
      row={row}
      grid={{ words: [], place, rowHeightPx: 32, todayMs: 0, scrollRef, handleRef }}
      isNarrowed={false}
      isScanning={false}
      mayChangeConfiguration
      playingId={null}
      onPlay={nothing}
      onDetails={nothing}
      onOrder={nothing}
      onClear={nothing}
      onSources={nothing}
    />
  );
}

interface Rights {
  readonly mayDelete: boolean;
  readonly mayChangeConfiguration: boolean;
  readonly mayDownload?: boolean;
}
const ALL: Rights = { mayDelete: true, mayChangeConfiguration: true };

async function open(rights: Rights, answers: Answers = {}) {
  const signedIn = { ...ADMINISTRATOR, ...rights, mayDownload: rights.mayDownload ?? false };
  const status: Output<'system.status'> = {
    stage: 'signed-in',
    version: '1',
    platform: 'linux',
    proposesSample: false,
    hasSample: false,
    signedIn,
    notices: [],
  };
  const bridge = setFakeBridge({
    'system.status': () => status,
    'recordings.list': () => ({ rows, nextCursor: null }),
    'recordings.count': () => ({ count: rows.length, isExact: true }),
    ...answers,
  });
  render(
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await findRow(0);
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  return { bridge, user };
}

const findRow = (index: number) =>
  screen.findByRole('row', { name: new RegExp(`Caller ${String(index)}\\b`) });
const chosen = () =>
  screen.getAllByRole('row', { selected: true }).map((row) => Number(row.getAttribute('aria-rowindex')) - 2);

it('chooses a stretch with Shift, one more or less with Ctrl, and one alone again without', async () => {
  const { user } = await open(ALL);
  await user.click(await findRow(1));
  await user.keyboard('{Shift>}');
  await user.click(await findRow(4));
  await user.keyboard('{/Shift}');
  expect(chosen()).toEqual([1, 2, 3, 4]);
  await user.keyboard('{Control>}');
  await user.click(await findRow(2));
  await user.click(await findRow(7));
  await user.keyboard('{/Control}');
  expect(chosen()).toEqual([1, 3, 4, 7]);
  expect(screen.getByRole('region', { name: 'Chosen recordings' }).textContent).toContain('4 chosen');
  await user.click(await findRow(5));
  expect(chosen()).toEqual([5]);
  expect(screen.queryByRole('region', { name: 'Chosen recordings' })).toBeNull();
});

it('chooses with the keyboard alone: Shift and an arrow, and Escape for none', async () => {
  const { user } = await open(ALL);
  await user.click(await findRow(2));
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(chosen()).toEqual([2, 3, 4]);
  await user.keyboard('{Shift>}{ArrowUp}{ArrowUp}{ArrowUp}{/Shift}');
  expect(chosen()).toEqual([1, 2]);
  await user.keyboard('{Escape}');
  expect(chosen()).toEqual([1]);
});

it('asks before it deletes, with Cancel under the finger, and names how many go', async () => {
  const asked: Input<'recordings.delete'>[] = [];
  const { user } = await open(ALL, {
    'recordings.delete': (input) => {
      asked.push(input);
      return { deleted: input.ids, failed: [], isStopped: false };
    },
  });
  await user.click(await findRow(1));
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}');
  const dialog = await screen.findByRole('dialog', { name: 'Delete 2 recordings?' });
  expect(within(dialog).getByRole('button', { name: 'Cancel' })).toBe(document.activeElement);
  await user.keyboard('{Enter}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(asked).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Delete …' }));
  await user.type(await screen.findByRole('textbox', { name: 'Reason' }), 'Asked by the caller');
  await user.click(screen.getByRole('button', { name: 'Delete 2 for good' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked).toEqual([{ ids: [rows[1]?.id, rows[2]?.id], reason: 'Asked by the caller' }]);
});

it('says how far it is, lets one stop it, and then which stayed and why', async () => {
  let answer: (outcome: DeleteOutcome) => void = nothing;
  const { user, bridge } = await open(ALL, {
    'recordings.delete': () => new Promise<DeleteOutcome>((resolve) => (answer = resolve)),
    'recordings.stopDelete': () => null,
  });
  await user.click(await findRow(0));
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Delete}');
  await user.click(await screen.findByRole('button', { name: 'Delete 3 for good' }));
  act(() => bridge.emit('delete.progressed', { done: 1, total: 3 }));
  expect(await screen.findByText('Deleting: 1 of 3')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  const held = new AppError('forbidden', 'forbidden', 'held', { step: 'held' }).toShape();
  const [deleted = '', id = ''] = rows.map((row) => row.id);
  act(() => answer({ deleted: [deleted], failed: [{ id, error: held }], isStopped: true }));
  const dialog = await screen.findByRole('dialog', { name: 'Deleted' });
  expect(dialog.textContent).toContain('1 recording was deleted.');
  expect(dialog.textContent).toContain('Stopped: the others are still there.');
  expect(dialog.textContent).toContain('It is under legal hold: nobody can delete it.');
});

it('holds what is chosen, with a reason that must be given', async () => {
  const asked: Input<'holds.set'>[] = [];
  const { user } = await open(ALL, {
    'holds.set': (input) => {
      asked.push(input);
      return null;
    },
  });
  await user.click(await findRow(0));
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
  await user.click(screen.getByRole('button', { name: 'Legal hold …' }));
  await user.click(await screen.findByRole('button', { name: 'Set hold' }));
  expect(await screen.findByText('A reason is needed.')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'Court, 7 C 12');
  await user.click(screen.getByRole('button', { name: 'Set hold' }));
  await waitFor(() => expect(asked).toEqual([{ ids: [rows[0]?.id, rows[1]?.id], reason: 'Court, 7 C 12' }]));
});

it('saves copies of what is chosen into one folder, and says which could not be saved', async () => {
  const saved: Input<'recordings.download'>[] = [];
  const { user } = await open(
    { mayDelete: false, mayChangeConfiguration: false, mayDownload: true },
    {
      'recordings.chooseCopyFolder': () => ({ folder: { into: 'f'.repeat(32), name: 'Evidence' } }),
      'recordings.download': (input) => {
        saved.push(input);
        if (saved.length === 2) throw new AppError('unavailable', 'media-missing', 'gone');
        return { saved: { fileName: 'a.wav', sizeBytes: 1 } };
      },
    },
  );
  await user.click(await findRow(0));
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await user.click(screen.getByRole('button', { name: 'Save copies …' }));
  await user.click(await screen.findByRole('radio', { name: /^vCons/ }));
  await user.click(screen.getByRole('button', { name: 'Choose a folder and save' }));
  const dialog = await screen.findByRole('dialog', { name: 'Save copies of 3 recordings' });
  await waitFor(() => expect(dialog.textContent).toMatch(/2 of 3 copies are in .?Evidence/));
  expect(dialog.textContent).toContain('1 recording was not saved:');
  const [into, form, acceptsNotice] = ['f'.repeat(32), 'vcon' as const, true];
  expect(saved).toEqual(rows.slice(0, 3).map(({ id }) => ({ id, form, acceptsNotice, into })));
});

it('offers nothing of this to one who may neither delete nor hold', async () => {
  const { user } = await open({ mayDelete: false, mayChangeConfiguration: false });
  await user.click(await findRow(1));
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}');
  expect(chosen()).toEqual([2]);
  expect(screen.queryByRole('dialog')).toBeNull();
});
