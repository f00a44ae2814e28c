import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { setFakeBridge } from '../../fake-bridge.test-support';
import { startLanguage } from '../../i18n/i18n';
import { queryClient } from '../../status';
import type { TimeChoice } from './list-filter';
import { TimeStrip } from './time-strip';

beforeAll(() => void startLanguage());
beforeEach(() => queryClient.clear());
afterEach(cleanup);

const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'].map((day, n) => ({
  day,
  count: n + 1,
}));

function open() {
  const chosen: (TimeChoice | null)[] = [];
  const bridge = setFakeBridge({ 'recordings.histogram': () => ({ days, isExact: true }) });
  function Page() {
    const [time, setTime] = useState<TimeChoice | null>(null);
    const onTime = (next: TimeChoice | null) => {
      chosen.push(next);
      setTime(next);
    };
    return <TimeStrip time={time} filter={{ text: 'ann', fromMs: 5, untilMs: 6 }} onTime={onTime} />;
  }
  render(
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>,
  );
  return { chosen, bridge, user: userEvent.setup() };
}

it('counts what the search finds at any time', async () => {
  const { bridge } = open();
  await screen.findByRole('figure', { name: 'Recordings over time' });
  expect(bridge.asked).toEqual([{ method: 'recordings.histogram', input: { filter: { text: 'ann' } } }]);
});

it('is narrowed by the keys at each of its two edges, and opened again to the whole', async () => {
  const { chosen, user } = open();
  const first = await screen.findByRole('slider', { name: 'First day shown' });
  first.focus();
  await user.keyboard('{ArrowRight}');
  expect(chosen.at(-1)).toEqual({ preset: 'own', fromDay: '2026-03-02', untilDay: '' });
  expect(first.getAttribute('aria-valuetext')).toContain('2');
  expect(screen.getByText('9 in this stretch')).toBeTruthy();
  screen.getByRole('slider', { name: 'Last day shown' }).focus();
  await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  expect(chosen.at(-1)).toEqual({ preset: 'own', fromDay: '2026-03-02', untilDay: '2026-03-02' });
  await user.keyboard('{End}');
  first.focus();
  await user.keyboard('{Home}');
  expect(chosen.at(-1)).toBeNull();
});
