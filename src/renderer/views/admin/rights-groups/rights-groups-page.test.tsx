import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { AppError } from '../../../../shared/errors';
import type { SignedIn } from '../../../../shared/model';
import type { Answers } from '../../../fake-bridge.test-support';
import { setFakeBridge } from '../../../fake-bridge.test-support';
import { startLanguage } from '../../../i18n/i18n';
import { queryClient } from '../../../status';
import { AdminPage } from '../admin-pages';
import { ADMINISTRATOR, answersOf, makeProgram, STANDARD, toTestPerson } from '../admin.test-fixture';

async function open(signedIn: SignedIn, answers: Answers = {}) {
  const program = makeProgram([toTestPerson('Ada'), toTestPerson('Ben')]);
  const bridge = setFakeBridge({
    ...answersOf(program),
    'rightsGroups.save': ({ rightsGroup, revision }) => ({
      ...rightsGroup,
      rightsGroupId: 'r1',
      revision: (revision ?? 0) + 1,
    }),
    ...answers,
  });
  render(
    <QueryClientProvider client={queryClient}>
      <AdminPage page="rights-groups" signedIn={signedIn} />
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  const table = await screen.findByRole('table', { name: 'Rights groups' });
  return { bridge, user, table };
}

beforeAll(startLanguage);
beforeEach(() => queryClient.clear());
afterEach(cleanup);

it('the matrix has all sixteen rights with what each means here, and a column for each group', async () => {
  const { table } = await open(ADMINISTRATOR);
  const rows = within(table).getAllByRole('row');
  // A head, the members, eight components, sixteen rights.
  expect(rows).toHaveLength(1 + 1 + 8 + 16);
  expect(within(table).getByRole('columnheader', { name: 'Administrators' })).toBeDefined();
  const row = within(table).getByRole('row', { name: /^Media Manager Administrator/ });
  expect(within(row).getByText('Yes')).toBeDefined();
});

it('a group is saved with rights and members, under the revision that was read', async () => {
  const { bridge, user } = await open(ADMINISTRATOR);
  await user.click(screen.getByRole('button', { name: 'Administrators' }));
  await user.click(screen.getByRole('checkbox', { name: /^Web Control Security/ }));
  await user.type(screen.getByRole('searchbox', { name: 'Add a member' }), 'ben{Enter}');
  await user.click(screen.getByRole('button', { name: 'Save rights group' }));
  await screen.findByText('Saved.');
  expect(bridge.asked.find((one) => one.method === 'rightsGroups.save')?.input).toEqual({
    rightsGroupId: 'r1',
    revision: 1,
    rightsGroup: {
      name: 'Administrators',
      rights: ['mediaManagerAdministrator', 'webControlSecurity'],
      members: ['ada', 'ben'],
    },
  });
});

it('whoever changes his own rights is told that the trail says so', async () => {
  const { user } = await open({ ...ADMINISTRATOR, userId: 'ada' });
  await user.click(screen.getByRole('button', { name: 'Administrators' }));
  expect(screen.queryByText(/changes your own rights/)).toBeNull();
  await user.click(screen.getByRole('checkbox', { name: /^Media Manager Standard/ }));
  expect(screen.getByText(/changes your own rights/)).toBeDefined();
});

it('a refusal names the right that would have no holder', async () => {
  const { user } = await open(ADMINISTRATOR, {
    'rightsGroups.save': () => {
      throw new AppError('conflict', 'last-holder', 'x', { right: 'webControlSecurity' });
    },
  });
  await user.click(screen.getByRole('button', { name: 'Administrators' }));
  await user.click(screen.getByRole('checkbox', { name: /^Media Manager Standard/ }));
  await user.click(screen.getByRole('button', { name: 'Save rights group' }));
  expect(await screen.findByText('Web Control Security', { selector: 'li bdi' })).toBeDefined();
});

it('is read only to one without Web Control Security', async () => {
  const { user } = await open(STANDARD);
  expect(screen.queryByRole('button', { name: 'New rights group' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Administrators' }));
  await user.click(screen.getByRole('checkbox', { name: /^Web Control Security/ }));
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^Web Control Security/ }).checked).toBe(
    false,
  );
  expect(screen.queryByRole('button', { name: 'Save rights group' })).toBeNull();
});
