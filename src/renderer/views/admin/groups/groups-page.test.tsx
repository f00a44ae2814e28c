import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/errors';
import type { Answers } from '../../../fake-bridge.test-support';
import { setFakeBridge } from '../../../fake-bridge.test-support';
import { startLanguage } from '../../../i18n/i18n';
import { queryClient } from '../../../status';
import { AdminPage } from '../admin-pages';
import { ADMINISTRATOR, answersOf, makeProgram, toTestPerson } from '../admin.test-fixture';

async function openSales(answers: Answers = {}) {
  const program = makeProgram([toTestPerson('Ada'), toTestPerson('Ben')]);
  const bridge = setFakeBridge({
    ...answersOf(program),
    'groups.save': ({ group, revision }) => ({ ...group, groupId: 'g1', revision: (revision ?? 0) + 1 }),
    'groups.remove': () => {
      program.groups = [];
      return null;
    },
    ...answers,
  });
  render(
    <QueryClientProvider client={queryClient}>
      <AdminPage page="groups" signedIn={ADMINISTRATOR} />
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Sales' }));
  return { program, bridge, user };
}

const nameField = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });

beforeAll(startLanguage);
beforeEach(() => queryClient.clear());
afterEach(cleanup);

describe('a group', () => {
  it('takes a member with a period of days, the last one included', async () => {
    const { bridge, user } = await openSales();
    await user.type(screen.getByRole('searchbox', { name: 'Add a member' }), 'ben{Enter}');
    await user.type(screen.getByLabelText('From'), '2026-01-01');
    await user.type(screen.getByLabelText('To, that day included'), '2026-03-31');
    await user.click(screen.getByRole('button', { name: 'Save group' }));
    await screen.findByText('Saved.');
    expect(bridge.asked.find((one) => one.method === 'groups.save')?.input).toEqual({
      groupId: 'g1',
      revision: 1,
      group: {
        name: 'Sales',
        extension: '700',
        members: [
          {
            userId: 'ben',
            fromSec: new Date(2026, 0, 1).getTime() / 1000,
            untilSec: new Date(2026, 3, 1).getTime() / 1000,
          },
        ],
      },
    });
  });

  it('refuses a period that ends before it begins', async () => {
    const { bridge, user } = await openSales();
    await user.type(screen.getByRole('searchbox', { name: 'Add a member' }), 'be');
    await user.click(screen.getByRole('button', { name: /^Add: *Ben/ }));
    await user.type(screen.getByLabelText('From'), '2026-03-31');
    await user.type(screen.getByLabelText('To, that day included'), '2026-01-01');
    expect(screen.getByText('The period ends before it begins.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Save group' }));
    expect(bridge.asked.some((one) => one.method === 'groups.save')).toBe(false);
  });

  it('is removed only by one who was told that it cannot be taken back', async () => {
    const { bridge, user } = await openSales();
    await user.click(screen.getByRole('button', { name: 'Remove group …' }));
    expect(screen.getByText(/its id is never used again/)).toBeDefined();
    expect(bridge.asked.some((one) => one.method === 'groups.remove')).toBe(false);
    const dialog = await screen.findByRole('dialog');
    await user.click(
      [...dialog.querySelectorAll('button')].find((one) => one.textContent === 'Remove group …')!,
    );
    expect(await screen.findByText('There are no groups yet.')).toBeDefined();
  });

  it('keeps what was typed when somebody else saved it, until the person chooses', async () => {
    const { program, bridge, user } = await openSales({
      'groups.save': ({ group, revision }) => {
        if (revision !== 2) throw new AppError('conflict', 'stale-edit', 'stale');
        return { ...group, groupId: 'g1', revision: 3 };
      },
    });
    await user.type(nameField(), ' team');
    program.groups = program.groups.map((group) => ({ ...group, name: 'Sales North', revision: 2 }));
    act(() => bridge.emit('library.changed', null));
    expect(await screen.findByText(/Somebody else saved this/)).toBeDefined();
    expect(nameField().value).toBe('Sales team');
    expect(screen.getByRole('button', { name: 'Save group' })).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('button', { name: 'Keep mine and go on' }));
    await user.click(screen.getByRole('button', { name: 'Save group' }));
    expect(await screen.findByText('Saved.')).toBeDefined();
  });

  it('says so where somebody else removed it', async () => {
    const { program, bridge } = await openSales();
    program.groups = [];
    act(() => bridge.emit('library.changed', null));
    expect(await screen.findByText(/This group does not exist any more/)).toBeDefined();
  });
});
