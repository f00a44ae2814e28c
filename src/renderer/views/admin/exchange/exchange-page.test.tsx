import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ExchangeCheck } from '../../../../shared/exchange';
import type { SignedIn } from '../../../../shared/model';
import { setFakeBridge } from '../../../fake-bridge.test-support';
import { startLanguage } from '../../../i18n/i18n';
import { queryClient } from '../../../status';
import { AdminPage } from '../admin-pages';
import { ADMINISTRATOR, answersOf, makeProgram, STANDARD } from '../admin.test-fixture';

const GOOD: ExchangeCheck = {
  files: [{ name: 'people.csv', sha256: 'a'.repeat(64), entries: 1 }],
  token: 'a'.repeat(64),
  problems: [],
  problemsTotal: 0,
  changes: [
    {
      kind: 'people',
      key: 'ann',
      name: 'Ann Ash',
      sort: 'changed',
      isOneself: true,
      place: { file: 'people.csv', line: 2 },
      fields: [{ field: 'viewOutbound', before: 'false', after: 'true' }],
    },
  ],
  changesTotal: 1,
};
const BAD: ExchangeCheck = {
  ...GOOD,
  token: null,
  problems: [
    {
      file: 'people.csv',
      line: 7,
      field: 'replayOthers',
      reason: 'numbers-too-long',
      message: 'x',
      details: { count: 128, max: 127 },
    },
    {
      file: 'people.csv',
      line: 9,
      field: 'replayGroups',
      reason: 'unknown-group',
      message: 'x',
      details: { group: '799' },
    },
  ],
  problemsTotal: 2,
};

type Check = () => { check: ExchangeCheck | null } | Promise<{ check: ExchangeCheck }>;

function open(signedIn: SignedIn, checks: readonly (ExchangeCheck | null)[], check?: Check) {
  const left = [...checks];
  const bridge = setFakeBridge({
    ...answersOf(makeProgram([])),
    'exchange.check': check ?? (() => ({ check: left.shift() ?? null })),
    'exchange.preview': () => ({ people: [], touched: 0 }),
    'exchange.apply': () => ({ changes: 1 }),
    'exchange.export': () => ({ saved: [{ fileName: 'hearback-people.csv', sizeBytes: 9 }] }),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <AdminPage page="exchange" signedIn={signedIn} />
    </QueryClientProvider>,
  );
  return { bridge, user: userEvent.setup() };
}

const look = () => screen.getByRole('button', { name: 'Choose files and look at them …' });

beforeAll(startLanguage);
beforeEach(() => queryClient.clear());
afterEach(cleanup);

it('errors come first, by line, and nothing can be applied while there are any', async () => {
  const { user } = open(ADMINISTRATOR, [BAD]);
  await user.click(look());
  const table = await screen.findByRole('table', { name: 'Errors by file and line' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((row) => within(row).getAllByRole('cell')[1]?.textContent)).toEqual(['7', '9']);
  expect(rows[0]?.textContent).toContain('Replay recordings for others');
  expect(rows[0]?.textContent).toContain('Length: 128, At most: 127');
  expect(rows[1]?.textContent).toContain('799');
  const apply = screen.getByRole<HTMLButtonElement>('button', { name: 'Make 1 change …' });
  expect(apply.disabled).toBe(true);
});

it('changes are shown before and after, asked about, and made as they were checked', async () => {
  const { bridge, user } = open(ADMINISTRATOR, [BAD, GOOD]);
  await user.click(look());
  await screen.findByRole('table', { name: 'Errors by file and line' });
  await user.click(look());
  expect(await screen.findByText('View outbound call recordings')).toBeDefined();
  expect(screen.queryByRole('table', { name: 'Errors by file and line' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Make 1 change …' }));
  expect(screen.getByText(/changes your own settings or rights/)).toBeDefined();
  const dialog = screen.getByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Make 1 change …' }));
  expect(await screen.findByText('1 change was made.')).toBeDefined();
  expect(bridge.asked.find((one) => one.method === 'exchange.apply')?.input).toEqual({ token: GOOD.token });
});

it('a look that takes long can be given up, and says nothing when it is done after all', async () => {
  let answer: (checked: { check: ExchangeCheck }) => void = () => undefined;
  const { user } = open(ADMINISTRATOR, [], () => new Promise((resolve) => (answer = resolve)));
  await user.click(look());
  expect(await screen.findByText('Looking at the files …')).toBeDefined();
  const cancel = screen.getByRole('button', { name: 'Cancel' });
  expect(document.activeElement).toBe(cancel);
  await user.click(cancel);
  expect(screen.queryByText('Looking at the files …')).toBeNull();
  expect(document.activeElement).toBe(look());
  answer({ check: GOOD });
  await user.click(look());
  expect(screen.queryByRole('heading', { name: 'What the files would do' })).toBeNull();
  answer({ check: BAD });
  await screen.findByRole('table', { name: 'Errors by file and line' });
});

it('one of the Standard view exports what he chooses, and brings nothing in', async () => {
  const { bridge, user } = open(STANDARD, []);
  expect(screen.queryByRole('heading', { name: 'Import' })).toBeNull();
  await user.click(screen.getByRole('checkbox', { name: 'What people share' }));
  await user.click(screen.getByRole('button', { name: 'Export …' }));
  expect(await screen.findByText('hearback-people.csv')).toBeDefined();
  expect(bridge.asked.find((one) => one.method === 'exchange.export')?.input).toEqual({
    format: 'csv',
    what: ['organisation', 'lines', 'people', 'groups', 'rightsGroups', 'extensions'],
  });
});
