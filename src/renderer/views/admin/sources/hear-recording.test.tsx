import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { AppError } from '../../../../shared/errors';
import { setFakeBridge } from '../../../fake-bridge.test-support';
import { startLanguage } from '../../../i18n/i18n';
import { PlayerProvider } from '../../../player/use-player';
import { queryClient } from '../../../status';
import { HearRecording } from './hear-recording';

beforeAll(startLanguage);
afterEach(cleanup);

const finding = { kind: 'silent', path: 'day 1/call.wav', detail: '' } as const;

function show(recordingId: string | null, get: () => never) {
  const bridge = setFakeBridge({ 'recordings.get': get });
  render(
    <QueryClientProvider client={queryClient}>
      <PlayerProvider>
        <HearRecording finding={{ ...finding, recordingId }} />
      </PlayerProvider>
    </QueryClientProvider>,
  );
  return { bridge, user: userEvent.setup() };
}

const gone = () => {
  throw new AppError('not-found', 'not-found', 'There is no such recording.');
};

it('asks for the very recording, by the name of its file, and says why it cannot be heard', async () => {
  const { bridge, user } = show('0123456789abcdef', gone);
  await user.click(screen.getByRole('button', { name: 'Hear it: day 1/call.wav' }));
  expect(await screen.findByRole('alert')).toBeDefined();
  await waitFor(() =>
    expect(bridge.asked.map(({ method, input }) => [method, input])).toContainEqual([
      'recordings.get',
      { id: '0123456789abcdef' },
    ]),
  );
});

it('is not there for a file from which no sound is listed', () => {
  show(null, gone);
  expect(screen.queryByRole('button')).toBeNull();
});
