import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { SignedIn } from '../../../shared/model';
import { setFakeBridge } from '../../fake-bridge.test-support';
import { startLanguage } from '../../i18n/i18n';
import { queryClient } from '../../status';
import { AdminPage } from './admin-pages';
import { ADMINISTRATOR, answersOf, makeProgram, STANDARD } from './admin.test-fixture';

async function open(signedIn: SignedIn) {
  const bridge = setFakeBridge({
    ...answersOf(makeProgram([])),
    'lines.save': ({ lines }) => ({ revision: '0000000000000002', lines }),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <AdminPage page="lines" signedIn={signedIn} />
    </QueryClientProvider>,
  );
  await screen.findByText('Line number');
  return { bridge, user: userEvent.setup() };
}

const numbers = () => screen.getAllByLabelText<HTMLInputElement>('Line number');

beforeAll(startLanguage);
beforeEach(() => queryClient.clear());
afterEach(cleanup);

it('a line whose number is there already is refused, and the field is shown', async () => {
  const { bridge, user } = await open(ADMINISTRATOR);
  await user.click(screen.getByRole('button', { name: 'Add line' }));
  await user.type(numbers()[1]!, ' 201 ');
  expect(screen.getByText('This number is above already.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Save lines' }));
  expect(bridge.asked.some((one) => one.method === 'lines.save')).toBe(false);
  await user.clear(numbers()[1]!);
  await user.type(numbers()[1]!, '0201');
  await user.click(screen.getByRole('button', { name: 'Save lines' }));
  expect(await screen.findByText('Saved.')).toBeDefined();
  expect(bridge.asked.find((one) => one.method === 'lines.save')?.input).toEqual({
    revision: '0000000000000001',
    lines: [
      { number: '201', name: 'Tie line' },
      { number: '0201', name: '' },
    ],
  });
});

it('lines are a plain table to one of the Standard view', async () => {
  await open(STANDARD);
  expect(screen.getByRole('cell', { name: 'Tie line' })).toBeDefined();
  expect(screen.queryAllByRole('textbox')).toEqual([]);
  expect(screen.queryAllByRole('button')).toEqual([]);
});
