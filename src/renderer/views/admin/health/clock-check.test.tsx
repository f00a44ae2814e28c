import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { SourceClock } from '../../../../shared/source-model';
import type { Destination } from '../../../go-to';
import { GoToProvider } from '../../../go-to';
import { startLanguage } from '../../../i18n/i18n';
import { ClockCheck } from './clock-check';

beforeAll(() => startLanguage());
afterEach(cleanup);

const ZONE: SourceClock = {
  verdict: 'zone',
  offsetsMs: [5 * 3_600_000, 4 * 3_600_000],
  looked: 2000,
  agreeing: 1960,
  fittingZones: ['America/New_York', 'America/Detroit'],
};

function show(clock: SourceClock, sourceId: string | null = 's1'): Destination[] {
  const gone: Destination[] = [];
  render(
    <GoToProvider value={(destination) => gone.push(destination)}>
      <ClockCheck clock={clock} sourceId={sourceId} />
    </GoToProvider>,
  );
  return gone;
}

it('says by how much, of how many, which zones fit, and leads to where the zone is chosen', async () => {
  const gone = show(ZONE);
  expect(screen.getByRole('status').textContent).toContain(
    'Of 2,000 recordings that were looked at, the files of 1,960 were written 5 hours after or 4 hours after the end that the recordings tell.',
  );
  expect(screen.getByRole('status').textContent).toContain('America/New_York and America/Detroit');
  await userEvent.click(screen.getByRole('button', { name: 'Choose the time zone …' }));
  expect(gone).toEqual([{ page: 'sources', sourceId: 's1' }]);
});

it('leads nowhere one who may not change the source', () => {
  show(ZONE, null);
  expect(screen.queryByRole('button')).toBeNull();
});

it('calls a clock that is off by minutes no zone', () => {
  show({ ...ZONE, verdict: 'clock', offsetsMs: [-7 * 60_000 + 4000], fittingZones: [] });
  expect(screen.getByRole('status').textContent).toContain('written 7 minutes before the end');
  expect(screen.queryByRole('button')).toBeNull();
});

it('warns of nothing where nothing is known to be wrong', () => {
  show({ ...ZONE, verdict: 'unsaid', offsetsMs: [], agreeing: 0, fittingZones: [] });
  expect(screen.queryByRole('status')).toBeNull();
  screen.getByText(/cannot be told\. Recordings looked at: 2,000/);
});
