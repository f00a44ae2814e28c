import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Share, ShareRow, Sharing } from '../../../shared/shares';
import { setFakeBridge } from '../../fake-bridge.test-support';
import { startLanguage } from '../../i18n/i18n';
import { queryClient } from '../../status';
import { ADMINISTRATOR, STANDARD } from '../admin/admin.test-fixture';
import { SharesPage } from './shares-page';
import { SharingPage } from './sharing-page';

const NOTHING = {
  audience: 'nobody',
  groupIds: [],
  obstacles: [],
  closedExtensions: [],
  receivers: 0,
} as const;

function toSharing(change: Partial<Record<Share['kind'], Partial<Share>>> = {}): Sharing {
  const share = (kind: Share['kind']): Share => ({ kind, ...NOTHING, ...change[kind] });
  return {
    revision: '0000000000000001',
    shares: [
      share('call'),
      share('voicemail'),
      share('unavailableVoicemail'),
      share('fax'),
      share('history'),
    ],
    groups: [
      { groupId: 'g1', name: 'Sales', members: 4 },
      { groupId: 'g2', name: 'Support', members: 1 },
    ],
    extensions: ['201'],
  };
}

async function open(present: Sharing, saved: Sharing = present) {
  let answer = present;
  const bridge = setFakeBridge({
    'shares.get': () => answer,
    'shares.save': () => {
      answer = saved;
      return answer;
    },
  });
  render(
    <QueryClientProvider client={queryClient}>
      <SharingPage />
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', { name: 'Voicemails' });
  return { bridge, user: userEvent.setup() };
}

const section = (name: string) => within(screen.getByRole('region', { name }));

beforeAll(startLanguage);
beforeEach(() => queryClient.clear());
afterEach(cleanup);

it('one shares with groups that one ticks, and reads whom that reaches once it is saved', async () => {
  const saved = toSharing({ voicemail: { audience: 'groups', groupIds: ['g1'], receivers: 3 } });
  const { bridge, user } = await open(toSharing(), saved);
  const voicemails = section('Voicemails');
  await user.click(voicemails.getByRole('radio', { name: /Some users only/ }));
  await user.click(voicemails.getByRole('checkbox', { name: /Sales/ }));
  expect(voicemails.getByText('Save to put this into force.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('In force: 3 people receive this now.')).toBeDefined();
  expect(bridge.asked.find((one) => one.method === 'shares.save')?.input).toMatchObject({
    revision: '0000000000000001',
    shares: expect.arrayContaining([
      { kind: 'voicemail', audience: 'groups', groupIds: ['g1'] },
      { kind: 'fax', audience: 'nobody', groupIds: [] },
    ]) as unknown,
  });
});

it('groups that were ticked are not sent with another audience', async () => {
  const { bridge, user } = await open(toSharing({ fax: { audience: 'groups', groupIds: ['g2'] } }));
  await user.click(section('Incoming faxes').getByRole('radio', { name: /Everyone/ }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(bridge.asked.find((one) => one.method === 'shares.save')?.input).toMatchObject({
    shares: expect.arrayContaining([{ kind: 'fax', audience: 'everyone', groupIds: [] }]) as unknown,
  });
});

it('what is missing is named with what to do, before one shares and while it is not in force', async () => {
  await open(
    toSharing({
      call: { obstacles: ['feature-off'], closedExtensions: ['201'] },
      fax: { audience: 'everyone', obstacles: ['feature-off', 'nobody-there'], closedExtensions: ['201'] },
    }),
  );
  const calls = section('Call recordings');
  expect(calls.getByText('Before you can share this:')).toBeDefined();
  expect(calls.getByText(/Call recording is not enabled on your extension 201\. Ask/)).toBeDefined();
  const faxes = section('Incoming faxes');
  expect(faxes.getByText('Shared, but not in force:')).toBeDefined();
  expect(faxes.getByText(/Nobody else has an extension with voicemail/)).toBeDefined();
});

it('an extension that lacks the feature is named where others have it', async () => {
  await open(toSharing({ voicemail: { audience: 'everyone', receivers: 1, closedExtensions: ['299'] } }));
  expect(screen.getByText('In force: 1 person receives this now.')).toBeDefined();
  expect(screen.getByText(/Without what 299 owns/)).toBeDefined();
});

const ROW: ShareRow = {
  kind: 'call',
  audience: 'groups',
  groupIds: ['g1'],
  groups: [{ groupId: 'g1', name: 'Sales' }],
  obstacles: [],
  closedExtensions: [],
  receivers: 3,
  receiversWithoutReplay: 2,
  userId: 'ben',
  name: 'Ben Castellan',
};

async function openOverview(signedIn: typeof ADMINISTRATOR) {
  const bridge = setFakeBridge({
    'shares.overview': () => [ROW],
    'shares.end': () => [],
    'policy.preview': () => ({ people: [], touched: 0 }),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <SharesPage signedIn={signedIn} />
    </QueryClientProvider>,
  );
  await screen.findByText('Ben Castellan');
  return { bridge, user: userEvent.setup() };
}

it('an administrator sees who shares what with whom, and ends it after a question', async () => {
  const { bridge, user } = await openOverview(ADMINISTRATOR);
  expect(screen.getByText(/2 of them get none/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'End: Ben Castellan, Call recordings' }));
  const ended = () => bridge.asked.filter((one) => one.method === 'shares.end');
  expect(ended()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'End the share' }));
  expect(await screen.findByText('Nobody shares anything.')).toBeDefined();
  expect(ended().map((one) => one.input)).toEqual([{ userId: 'ben', kind: 'call' }]);
});

it('one of the Standard view reads the overview, and can end nothing', async () => {
  await openOverview(STANDARD);
  expect(screen.queryAllByRole('button')).toEqual([]);
});
