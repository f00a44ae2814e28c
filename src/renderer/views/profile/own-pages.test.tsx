import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { SignedIn } from '../../../shared/model';
import type { PersonalName } from '../../../shared/own-profile';
import { setFakeBridge } from '../../fake-bridge.test-support';
import { startLanguage } from '../../i18n/i18n';
import { queryClient } from '../../status';
import { ADMINISTRATOR } from '../admin/admin.test-fixture';
import type { OwnPageId } from '../shell/pages';
import { OwnPage } from './own-pages';

const WRITER: SignedIn = { ...ADMINISTRATOR, profileAccess: 'write', directoryAccess: 'write' };
const READER: SignedIn = { ...ADMINISTRATOR, profileAccess: 'read', directoryAccess: 'read' };

function open(page: OwnPageId, signedIn: SignedIn) {
  let names: readonly PersonalName[] = [{ number: '0171', name: 'Plumber' }];
  const profile = { revision: 1, name: 'Ada', signInName: 'ada', email: '', extensions: [] };
  const bridge = setFakeBridge({
    'profile.get': () => profile,
    'profile.save': ({ name, email }) => ({ ...profile, revision: 2, name, email }),
    'directory.list': () => names,
    'directory.save': (input) => {
      const changed = new Set(input.names.map((one) => one.number));
      names = [...names.filter((one) => !changed.has(one.number)), ...input.names];
      return names;
    },
    'directory.remove': ({ number }) => {
      names = names.filter((one) => one.number !== number);
      return names;
    },
  });
  render(
    <QueryClientProvider client={queryClient}>
      <OwnPage page={page} signedIn={signedIn} />
    </QueryClientProvider>,
  );
  return { bridge, user: userEvent.setup() };
}

beforeAll(startLanguage);
beforeEach(() => queryClient.clear());
afterEach(cleanup);

it('who may write his profile changes name and address, and never to nothing', async () => {
  const { bridge, user } = open('profile', WRITER);
  const name = await screen.findByLabelText('Name');
  await user.clear(name);
  expect(screen.getByText('A name is needed.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
  await user.type(name, 'Ada Winter');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved.')).toBeDefined();
  expect(bridge.asked.find((one) => one.method === 'profile.save')?.input).toEqual({
    revision: 1,
    name: 'Ada Winter',
    email: '',
  });
});

it('who may read his profile is told so, and still changes his own password', async () => {
  open('profile', READER);
  expect(await screen.findByText(/You may read this page/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  expect(screen.getByLabelText('Present password')).toBeDefined();
});

it('own names are added, changed and taken away', async () => {
  const { user } = open('directory', WRITER);
  await screen.findByText('Plumber');
  await user.type(screen.getByLabelText('Number'), '0172');
  await user.type(screen.getByLabelText('Your name for it'), 'Baker');
  await user.click(screen.getByRole('button', { name: 'Save name' }));
  expect(await screen.findByText('2 names')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Change: 0171' }));
  const name = screen.getByLabelText('Your name for it');
  await user.clear(name);
  await user.type(name, 'Electrician{Enter}');
  expect(await screen.findByText('Electrician')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Remove: 0172' }));
  expect(await screen.findByText('1 name')).toBeDefined();
  expect(screen.queryByText('Baker')).toBeNull();
});

it('what a file would bring is shown before anything is saved', async () => {
  const { bridge, user } = open('directory', WRITER);
  await screen.findByText('Plumber');
  const file = new File(['number,name\n0171,Electrician\n0172,Baker\nno number\n'], 'names.csv');
  await user.upload(screen.getByLabelText('Import from a CSV file …', { selector: 'input' }), file);
  expect(await screen.findByText('1 new name')).toBeDefined();
  expect(screen.getByText('1 number gets another name')).toBeDefined();
  expect(screen.getByText('Line 4: no number')).toBeDefined();
  expect(bridge.asked.some((one) => one.method === 'directory.save')).toBe(false);
  await user.click(screen.getByRole('button', { name: 'Import' }));
  expect(await screen.findByText('Baker')).toBeDefined();
  expect(screen.getByText('Electrician')).toBeDefined();
});

it('who may read his names changes none', async () => {
  open('directory', READER);
  await screen.findByText('Plumber');
  expect(screen.getByText(/You may read these names/)).toBeDefined();
  expect(screen.queryAllByRole('button')).toEqual([]);
});
