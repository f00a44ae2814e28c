import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { SignedIn } from '../../../../shared/model';
import type { CallReporting, ExtensionList } from '../../../../shared/people';
import { setFakeBridge } from '../../../fake-bridge.test-support';
import { startLanguage } from '../../../i18n/i18n';
import { queryClient } from '../../../status';
import type { AdminPageId } from '../admin-pages';
import { AdminPage } from '../admin-pages';
import { ADMINISTRATOR, answersOf, makeProgram, STANDARD } from '../admin.test-fixture';

const none = { voicemail: false, fax: false, callRecording: false };
const LIST: ExtensionList = {
  revision: '0000000000000001',
  extensions: [
    { ...none, extension: '201', holder: 'Ann' },
    { ...none, extension: '202', holder: 'Ben' },
    { ...none, extension: '301', holder: null, fax: true },
  ],
};
const REPORTING: CallReporting = {
  revision: '0000000000000001',
  isAvailable: false,
  people: [
    { userId: 'ann', name: 'Ann', isActive: true, hasPortal: true, callReporting: true },
    { userId: 'ben', name: 'Ben', isActive: true, hasPortal: false, callReporting: false },
  ],
};

function open(page: AdminPageId, signedIn: SignedIn) {
  const bridge = setFakeBridge({
    ...answersOf(makeProgram([])),
    'extensions.list': () => LIST,
    'extensions.save': () => ({ ...LIST, revision: '0000000000000002' }),
    'callReporting.get': () => REPORTING,
    'callReporting.save': () => ({ ...REPORTING, revision: '0000000000000002' }),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <AdminPage page={page} signedIn={signedIn} />
    </QueryClientProvider>,
  );
  return { bridge, user: userEvent.setup() };
}

beforeAll(startLanguage);
beforeEach(() => queryClient.clear());
afterEach(cleanup);

it('features are given to all extensions that are found at once, and only what changed is saved', async () => {
  const { bridge, user } = open('extensions', ADMINISTRATOR);
  await user.type(await screen.findByRole('searchbox', { name: 'Find an extension' }), '20');
  expect(screen.getByText('2 extensions')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'All on Voicemail' }));
  await user.click(screen.getByRole('checkbox', { name: '202: Voicemail' }));
  await user.click(screen.getByRole('button', { name: 'Save extensions' }));
  await screen.findByText('Saved.');
  expect(bridge.asked.find((one) => one.method === 'extensions.save')?.input).toEqual({
    revision: '0000000000000001',
    extensions: [{ ...none, extension: '201', voicemail: true }],
  });
});

it('features are read only to one of the Standard view', async () => {
  const { user } = open('extensions', STANDARD);
  await user.click(await screen.findByRole('checkbox', { name: '201: Voicemail' }));
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '201: Voicemail' }).checked).toBe(false);
  expect(screen.queryByRole('button', { name: 'All on Voicemail' })).toBeNull();
});

it('call reporting says why a person’s setting has no effect', async () => {
  const { bridge, user } = open('call-reporting', { ...STANDARD, mayConfigureReporting: true });
  expect(await screen.findByText(/organisation’s ‘Call reporting available’ is off/)).toBeDefined();
  await user.click(screen.getByRole('checkbox', { name: /^Call reporting available/ }));
  await user.click(screen.getByRole('checkbox', { name: 'Ben' }));
  expect(screen.getByText(/while ‘Enable user portal’ is off/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Save call reporting' }));
  await screen.findByText('Saved.');
  expect(bridge.asked.find((one) => one.method === 'callReporting.save')?.input).toEqual({
    revision: '0000000000000001',
    isAvailable: true,
    people: [{ userId: 'ben', callReporting: true }],
  });
});
