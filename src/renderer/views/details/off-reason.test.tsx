import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ActionDecision } from '../../../shared/model';
import { setFakeBridge } from '../../fake-bridge.test-support';
import { startLanguage } from '../../i18n/i18n';
import { queryClient } from '../../status';
import { Button } from '../../ui/button';
import { AccessSection } from './access-section';
import { OffLine, useOff } from './off-reason';

const toDenied = (action: ActionDecision['action'], reason: ActionDecision['steps'][number]['reason']) => ({
  action,
  allowed: false,
  steps: [{ name: 'action', passed: false, reason, setting: null, value: null }] as const,
});
const access: readonly ActionDecision[] = [
  { action: 'list', allowed: true, steps: [] },
  { action: 'play', allowed: true, steps: [] },
  toDenied('seeScreen', 'screenNone'),
  toDenied('readTranscript', 'analysisOff'),
  toDenied('download', 'downloadOff'),
];

beforeAll(() => startLanguage());
beforeEach(() => queryClient.clear());
afterEach(cleanup);

function Pane() {
  const play = useOff(access, 'play');
  const download = useOff(access, 'download');
  return (
    <>
      <Button isDisabled={play.isOff} {...play.described}>
        Play
      </Button>
      {play.reason}
      <Button isDisabled={download.isOff} {...download.described}>
        Download
      </Button>
      {download.reason}
      <OffLine access={access} action="seeScreen" />
      <OffLine access={access} action="readTranscript" />
      <AccessSection recording={{ id: '00000000000000aa', kind: 'call', hasTranscript: false, access }} />
    </>
  );
}

function show() {
  const bridge = setFakeBridge({});
  render(
    <QueryClientProvider client={queryClient}>
      <Pane />
    </QueryClientProvider>,
  );
  return { bridge, user: userEvent.setup() };
}

const descriptionOf = (element: HTMLElement) =>
  document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent;

it('a button that is off says why beside it, also to who hears the page; one that is on says nothing', () => {
  const { bridge } = show();
  const download = screen.getByRole<HTMLButtonElement>('button', { name: 'Download' });
  expect(download.disabled).toBe(true);
  expect(descriptionOf(download)).toBe('‘Download recordings’ is off in your settings.');
  const play = screen.getByRole<HTMLButtonElement>('button', { name: 'Play' });
  expect([play.disabled, play.hasAttribute('aria-describedby')]).toEqual([false, false]);
  expect(bridge.asked.map(({ method }) => method)).not.toContain('policy.explain');
});

it('what has no button is named, and what is not there at all is not spoken of', () => {
  show();
  screen.getByText('Read the transcript: Your organisation has no conversation analysis.');
  expect(screen.queryByText(/^See the screen recording: It has/)).toBeNull();
});

it('‘Why?’ opens the steps of that very decision and goes there', async () => {
  const { user } = show();
  const [ofDownload] = screen.getAllByRole('button', { name: 'Why?' });
  expect(descriptionOf(ofDownload!)).toBe('‘Download recordings’ is off in your settings.');
  const line = screen.getByText('Save a copy: not allowed');
  expect(line.closest('details')?.open).toBe(false);
  await user.click(ofDownload!);
  expect(document.activeElement).toBe(line);
  expect(line.closest('details')?.open).toBe(true);
  expect(screen.getByText('How this was decided').closest('details')?.open).toBe(true);
});
