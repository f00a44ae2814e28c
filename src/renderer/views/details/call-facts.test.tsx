import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { RecordingDetails } from '../../../shared/model';
import { startLanguage } from '../../i18n/i18n';
import { toTestDetails, toTestRow } from '../library/row.test-fixture';
import { CallFacts } from './call-facts';

beforeAll(() => startLanguage());
afterEach(cleanup);

const place = { locale: 'en-GB', timeZone: 'Europe/London' };
/** The hour that Berlin's clocks showed twice. */
const row = toTestRow(1, { startedAtMs: Date.UTC(2024, 9, 27, 0, 30), timeZone: 'Europe/Berlin' });

function show(change: Partial<RecordingDetails>): string {
  render(<CallFacts recording={toTestDetails(row, change)} place={place} />);
  return screen.getByText('When').closest('dl')?.textContent ?? '';
}

it('says that an hour was shown twice', () => {
  expect(show({ isTimeDoubtful: true })).toContain('showed this hour twice');
});

it('shows the time of the name as it stands in the name, beside the time by which the recording is listed', () => {
  const shown = show({ nameTimeMs: Date.UTC(2024, 9, 27, 12, 30) });
  expect(shown).toContain('By its name');
  expect(shown).toContain('13:30:00');
});

it('shows when the file was written where that was another time', () => {
  const { technical } = toTestDetails(row);
  const shown = show({ technical: { ...technical, modifiedAtMs: Date.UTC(2025, 0, 2, 3, 4, 5) } });
  expect(shown).toContain('File written');
  expect(shown).toContain('03:04:05');
});

it('shows one time where all agree', () => {
  expect(show({})).not.toMatch(/In doubt|By its name|File written|By call history/);
});
