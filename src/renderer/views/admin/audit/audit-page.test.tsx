import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../../shared/model';
import type { Answers } from '../../../fake-bridge.test-support';
import { setFakeBridge } from '../../../fake-bridge.test-support';
import { startLanguage } from '../../../i18n/i18n';
import { queryClient } from '../../../status';
import { AdminPage } from '../admin-pages';
import { STANDARD } from '../admin.test-fixture';

function toEntry(sequence: number, change: Partial<AuditEntry> = {}): AuditEntry {
  return {
    sequence,
    atMs: Date.UTC(2026, 8, 14, 9, 30) + sequence * 1000,
    userName: 'Ada',
    client: 'window',
    action: 'Lock',
    details: '{}',
    hash: 'ab'.repeat(32),
    ...change,
  };
}

const trail: readonly AuditEntry[] = [
  toEntry(3, {
    action: 'Change person',
    details: JSON.stringify({
      userId: 'u2',
      name: 'Ben',
      isOneself: true,
      before: { settings: { replay: false } },
      after: { settings: { replay: true } },
    }),
  }),
  toEntry(2, { action: 'Sign-in failed', userName: 'root\u202e<b>', client: 'command line' }),
  toEntry(1),
];

function open(answers: Answers = {}) {
  const bridge = setFakeBridge({
    'audit.list': ({ cursor }) =>
      cursor ? { rows: trail.slice(2), nextCursor: null } : { rows: trail.slice(0, 2), nextCursor: '2' },
    ...answers,
  });
  render(
    <QueryClientProvider client={queryClient}>
      <AdminPage page="audit" signedIn={STANDARD} />
    </QueryClientProvider>,
  );
  return {
    bridge,
    user: userEvent.setup(),
    readings: () => bridge.asked.filter((one) => one.method === 'audit.list'),
  };
}

const bodyRows = async () => {
  const table = await screen.findByRole('table', { name: 'Audit trail' });
  return [...table.querySelectorAll<HTMLElement>(':scope > tbody > tr')];
};

beforeAll(startLanguage);
beforeEach(() => queryClient.clear());
afterEach(cleanup);

describe('the audit trail', () => {
  it('has the columns that supervisors know, and says in words what was changed, loudly where for oneself', async () => {
    open();
    const table = await screen.findByRole('table', { name: 'Audit trail' });
    const titles = [...table.querySelectorAll(':scope > thead th')].map((title) => title.textContent);
    expect(titles).toEqual(['User Name', 'Timestamp', 'User Action', 'Details', 'No.']);
    const [change, failed] = await bodyRows();
    expect(within(change!).getByText('for oneself')).toBeDefined();
    expect(within(change!).getByRole('row', { name: 'Enable Media Manager Replay off on' })).toBeDefined();
    expect(failed!.textContent).toMatch(/^root <b>on the command line/);
  });

  it('tells upon which preview a change was saved, and that another was saved without', async () => {
    const none = { list: 0, download: 0, delete: 0, seeScreen: 0, readTranscript: 0 };
    const preview = {
      entry: 3,
      gaining: 2,
      losing: 0,
      uncounted: 1,
      gained: { ...none, list: 12 },
      lost: none,
    };
    const toChange = (sequence: number, made: object | null) =>
      toEntry(sequence, {
        action: 'Change group',
        details: JSON.stringify({ name: 'Sales', preview: made }),
      });
    open({ 'audit.list': () => ({ rows: [toChange(5, null), toChange(4, preview)], nextCursor: null }) });
    const [without, upon] = await bodyRows();
    expect(without!.textContent).toContain('saved without a preview');
    expect(within(upon!).getByText(/upon the preview in entry 3/)).toBeDefined();
    expect(
      within(upon!).getByText('2 people gain, added up, 12 recordings in the list and to hear.'),
    ).toBeDefined();
    expect(within(upon!).getByText('1 person was not counted.')).toBeDefined();
    expect(within(upon!).queryByText(/lose/)).toBeNull();
  });

  it('tells of a preview who gains and loses what, in words', async () => {
    const none = { list: 0, download: 0, delete: 0, seeScreen: 0, readTranscript: 0 };
    const people = [
      { userId: 'u2', name: 'Ben', gained: { ...none, list: 1, download: 4 }, lost: { ...none, delete: 2 } },
      { userId: 'u3', name: 'Cleo', gained: null, lost: null },
    ];
    const details = JSON.stringify({ call: 'people.save', touched: 2, people });
    open({
      'audit.list': () => ({ rows: [toEntry(4, { action: 'Preview change', details })], nextCursor: null }),
    });
    const [entry] = await bodyRows();
    expect(entry!.textContent).toContain(
      'Ben gains 1 recording in the list and to hear; 4 to save as a copy, loses 2 to delete, once no hold and no lock keeps them · Cleo not counted',
    );
  });

  it('is read again by nothing but a press, for each reading is an entry', async () => {
    const { bridge, user, readings } = open();
    await bodyRows();
    act(() => bridge.emit('library.changed', null));
    expect(readings()).toHaveLength(1);
    await user.type(screen.getByLabelText('User Name'), 'Ada');
    expect(readings()).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Apply' }));
    await bodyRows();
    expect(readings().at(-1)?.input).toEqual({ userName: 'Ada', cursor: null });
  });

  it('goes on to older entries, and begins anew with one reading', async () => {
    const { user, readings } = open();
    await user.click(await screen.findByRole('button', { name: 'Show older entries' }));
    expect(await screen.findByText('Lock', { selector: 'td span' })).toBeDefined();
    expect(readings().at(-1)?.input).toEqual({ cursor: '2' });
    await user.click(screen.getByRole('button', { name: 'Read anew' }));
    await screen.findByRole('button', { name: 'Show older entries' });
    expect(readings()).toHaveLength(3);
  });

  it('filters by action and by days, the last day included', async () => {
    const { user, readings } = open();
    await user.click(await screen.findByRole('button', { name: /User Action/ }));
    await user.click(await screen.findByRole('option', { name: 'Download' }));
    await user.type(screen.getByLabelText('From'), '2026-09-14');
    await user.type(screen.getByLabelText('To, that day included'), '2026-09-14');
    await user.click(screen.getByRole('button', { name: 'Apply' }));
    await bodyRows();
    expect(readings().at(-1)?.input).toEqual({
      action: 'Download',
      fromMs: new Date(2026, 8, 14).getTime(),
      untilMs: new Date(2026, 8, 15).getTime(),
      cursor: null,
    });
  });

  it('tells where the chain is broken, and what a whole one does not show', async () => {
    const { user } = open({ 'audit.verify': () => ({ entries: 3, firstBroken: 2 }) });
    await user.click(await screen.findByRole('button', { name: 'Check the trail' }));
    expect(await screen.findByText(/broken at entry 2 of 3/)).toBeDefined();
    expect(screen.getByText(/Whether entries were cut off at the end/)).toBeDefined();
  });
});
