import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Status } from '../shared/contract';
import { App } from './app';
import { setFakeBridge } from './fake-bridge.test-support';
import { startLanguage } from './i18n/i18n';
import { queryClient } from './status';
import { ADMINISTRATOR, answersOf, makeProgram } from './views/admin/admin.test-fixture';

beforeAll(() => {
  startLanguage();
  Object.assign(navigator, { mediaSession: { setActionHandler: vi.fn() } });
  window.matchMedia = vi.fn().mockReturnValue({ matches: false, addEventListener: vi.fn() });
});
beforeEach(() => queryClient.clear());
afterEach(cleanup);

it('the pages that are offered follow the rights of the person while he is signed in', async () => {
  const status: Status = {
    stage: 'signed-in',
    version: '0',
    platform: 'linux',
    proposesSample: false,
    hasSample: false,
    signedIn: { ...ADMINISTRATOR, mayReadConfiguration: false },
    notices: [],
  };
  const program = { status };
  const bridge = setFakeBridge({
    ...answersOf(makeProgram([])),
    'system.status': () => program.status,
    'recordings.list': () => ({ rows: [], nextCursor: null }),
    'recordings.count': () => ({ count: 0, isExact: true }),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>,
  );
  await screen.findByRole('button', { name: 'Recordings' });
  expect(screen.queryByRole('button', { name: 'People' })).toBeNull();
  program.status = { ...status, signedIn: ADMINISTRATOR };
  act(() => bridge.emit('library.changed', null));
  expect(await screen.findByRole('button', { name: 'People' })).toBeDefined();
});
