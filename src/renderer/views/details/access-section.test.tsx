import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Explanation } from '../../../shared/explanation';
import type { Status } from '../../../shared/contract';
import type { ActionDecision, SignedIn } from '../../../shared/model';
import type { PersonRow } from '../../../shared/people';
import type { Answers } from '../../fake-bridge.test-support';
import { setFakeBridge } from '../../fake-bridge.test-support';
import type { Destination } from '../../go-to';
import { GoToProvider } from '../../go-to';
import { startLanguage } from '../../i18n/i18n';
import { queryClient } from '../../status';
import { ADMINISTRATOR } from '../admin/admin.test-fixture';
import { AccessSection } from './access-section';

const ANN: PersonRow = {
  userId: 'u2',
  name: 'Ann Example',
  signInName: 'ann',
  profile: 'normal',
  isActive: true,
  mayEnter: true,
  extensions: [],
  rightsGroups: [],
  grants: [],
};
const LISTENER: SignedIn = {
  ...ADMINISTRATOR,
  view: 'standard',
  mayReadConfiguration: false,
  mayChangeConfiguration: false,
};
const statusOf = (signedIn: SignedIn): Status => ({
  stage: 'signed-in',
  version: '0',
  platform: 'linux',
  proposesSample: false,
  hasSample: false,
  signedIn,
  notices: [],
});
const ID = '00000000000000aa';
const outboundOff: ActionDecision = {
  action: 'play',
  allowed: false,
  steps: [
    {
      name: 'scope',
      passed: true,
      reason: 'scopeOwn',
      setting: 'replayOwn',
      value: 'on',
      details: { number: '201' },
    },
    { name: 'outbound', passed: false, reason: 'outboundOff', setting: 'viewOutbound', value: 'off' },
  ],
};
const explanation: Explanation = {
  userId: 'u2',
  name: 'Ann Example',
  decision: outboundOff,
  smallestChange: [
    {
      change: { change: 'setting', setting: 'viewOutbound', isOn: true },
      madeBy: 'mediaManagerAdministrator',
    },
  ],
};

beforeAll(() => startLanguage());
beforeEach(() => queryClient.clear());
afterEach(cleanup);

function show(answers: Answers): Destination[] {
  setFakeBridge(answers);
  const gone: Destination[] = [];
  const mayList: ActionDecision = { action: 'list', allowed: true, steps: [] };
  const recording = { id: ID, kind: 'call', hasTranscript: false, access: [mayList, outboundOff] } as const;
  render(
    <QueryClientProvider client={queryClient}>
      <GoToProvider value={(destination) => gone.push(destination)}>
        <AccessSection recording={recording} />
      </GoToProvider>
    </QueryClientProvider>,
  );
  return gone;
}

it('tells a listener what would change it and who can, without a way to pages that he may not open', async () => {
  const asked: unknown[] = [];
  show({
    'system.status': () => statusOf(LISTENER),
    'policy.explain': (input) => {
      asked.push(input);
      return explanation;
    },
  });
  const user = userEvent.setup();
  await user.click(screen.getByText('How this was decided'));
  await user.click(screen.getByText('Play: not allowed'));
  await user.click(screen.getByRole('button', { name: 'What would change this?' }));
  await screen.findByText('Turn on ‘View outbound call recordings’.');
  screen.getByText('by a Media Manager Administrator');
  expect(screen.queryByRole('button', { name: 'Open the setting' })).toBeNull();
  expect(screen.queryByText('Who may hear this')).toBeNull();
  expect(asked).toEqual([{ recordingId: ID, action: 'play', userId: null }]);
});

it('tells an administrator why another person may not, and leads to the setting', async () => {
  const gone = show({
    'system.status': () => statusOf(ADMINISTRATOR),
    'people.list': () => [ANN],
    'policy.explain': () => explanation,
  });
  const user = userEvent.setup();
  await user.click(await screen.findByText('Why somebody may, or may not'));
  await user.type(await screen.findByRole('combobox', { name: /Person/ }), 'ann');
  await user.click(await screen.findByRole('option', { name: 'Ann Example (ann)' }));
  const verdict = await screen.findByText(/Ann Example.? may not play it/);
  expect(verdict.textContent?.replace(/[\u2068\u2069]/g, '')).toBe(
    'Ann Example may not play it. It is outbound, and ‘View outbound call recordings’ is off for Ann Example.',
  );
  await user.click(screen.getByRole('button', { name: 'Open the setting' }));
  expect(gone).toEqual([{ page: 'people', userId: 'u2', setting: 'viewOutbound' }]);
});

it('names for an administrator everybody who has it in his list, by which path, and what he may do', async () => {
  show({
    'system.status': () => statusOf(ADMINISTRATOR),
    'policy.mayHear': () => ({
      people: 12,
      listeners: [
        { userId: 'u2', name: 'Ann Example', actions: ['list', 'play'], path: outboundOff.steps[0]! },
      ],
    }),
  });
  const user = userEvent.setup();
  await user.click(await screen.findByText('Who may hear this'));
  await screen.findByText('1 of 12 people has this in the list.');
  screen.getByText(/Ann Example.*own extension 201/);
  screen.getByText('May play it.');
});
