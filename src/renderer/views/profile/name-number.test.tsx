import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Status } from '../../../shared/contract';
import type { SignedIn } from '../../../shared/model';
import { setFakeBridge } from '../../fake-bridge.test-support';
import { startLanguage } from '../../i18n/i18n';
import { queryClient } from '../../status';
import { ADMINISTRATOR } from '../admin/admin.test-fixture';
import { NameNumber } from './name-number';

function open(signedIn: SignedIn) {
  const status: Status = {
    stage: 'signed-in',
    version: '0',
    platform: 'linux',
    proposesSample: false,
    hasSample: false,
    signedIn,
    notices: [],
  };
  const bridge = setFakeBridge({ 'system.status': () => status, 'directory.save': ({ names }) => names });
  render(
    <QueryClientProvider client={queryClient}>
      <NameNumber number="0171" name="Plumber" />
    </QueryClientProvider>,
  );
  return { bridge, user: userEvent.setup() };
}

beforeAll(startLanguage);
beforeEach(() => queryClient.clear());
afterEach(cleanup);

it('a number is named where it stands, and only its name can be typed', async () => {
  const { bridge, user } = open({ ...ADMINISTRATOR, directoryAccess: 'write' });
  await user.click(await screen.findByRole('button', { name: 'Name 0171 for yourself …' }));
  expect(screen.getByLabelText('Number')).toHaveProperty('readOnly', true);
  const name = screen.getByLabelText('Your name for it');
  await user.clear(name);
  await user.type(name, 'Electrician{Enter}');
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(bridge.asked.at(-1)).toEqual({
    method: 'directory.save',
    input: { names: [{ number: '0171', name: 'Electrician' }] },
  });
});

it('it is not offered to one who may only read his directory', async () => {
  const { bridge } = open({ ...ADMINISTRATOR, directoryAccess: 'read' });
  await expect.poll(() => bridge.asked.length).toBe(1);
  expect(screen.queryAllByRole('button')).toEqual([]);
});
