import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { OwnProfile } from '../../../shared/own-profile';
import type { Answers } from '../../fake-bridge.test-support';
import { setFakeBridge } from '../../fake-bridge.test-support';
import { startLanguage } from '../../i18n/i18n';
import { queryClient } from '../../status';
import { ADMINISTRATOR } from '../admin/admin.test-fixture';
import { Wizard } from './wizard';

const PROFILE: OwnProfile = {
  revision: 1,
  name: 'Ben',
  signInName: 'ben',
  email: '',
  extensions: [{ extension: '201', fromSec: null, untilSec: null }],
};

async function open(answers: Answers = {}) {
  const bridge = setFakeBridge({
    'wizard.get': () => PROFILE,
    'wizard.complete': () => null,
    'preferences.save': (input) => ({ ...ADMINISTRATOR.preferences, language: input.language ?? null }),
    ...answers,
  });
  const onDone = vi.fn();
  render(
    <QueryClientProvider client={queryClient}>
      <Wizard signedIn={ADMINISTRATOR} onDone={onDone} />
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', { name: 'Your language' });
  return { bridge, onDone, user: userEvent.setup() };
}

beforeAll(() => {
  startLanguage();
  window.matchMedia = vi.fn().mockReturnValue({ matches: false, addEventListener: vi.fn() });
});
beforeEach(() => queryClient.clear());
afterEach(cleanup);

it('it leads through language, name, password and extensions, and says what was answered', async () => {
  const { bridge, onDone, user } = await open();
  const next = () => user.click(screen.getByRole('button', { name: 'Next' }));
  await next();
  await user.clear(screen.getByLabelText('Name'));
  expect(screen.getByRole('button', { name: 'Next' })).toHaveProperty('disabled', true);
  await user.type(screen.getByLabelText('Name'), 'Ben Castellan');
  await next();
  expect(screen.getByRole('button', { name: 'Choose a new one' })).toBeDefined();
  await next();
  expect(screen.getByText('201')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Finish' })).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('radio', { name: /^No/ }));
  expect(screen.getByText(/Only an administrator can change it/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Finish' }));
  await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(bridge.asked.at(-1)).toEqual({
    method: 'wizard.complete',
    input: { name: 'Ben Castellan', hasRightExtensions: false },
  });
});

it('it can be left at any time, and then nothing is kept', async () => {
  const { bridge, onDone, user } = await open();
  await user.click(screen.getByRole('button', { name: 'Next' }));
  await user.click(screen.getByRole('button', { name: 'Not now' }));
  expect(onDone).toHaveBeenCalled();
  expect(bridge.asked.map((one) => one.method)).toEqual(['wizard.get']);
});
