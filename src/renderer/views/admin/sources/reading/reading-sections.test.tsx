import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { matchName } from '../../../../../shared/name-matcher';
import type { Input } from '../../../../../shared/contract';
import type { ReadingTrial, SourceReading } from '../../../../../shared/source-reading';
import { PLAIN_READING } from '../../../../../shared/source-reading';
import { setFakeBridge } from '../../../../fake-bridge.test-support';
import { startLanguage } from '../../../../i18n/i18n';
import { queryClient } from '../../../../status';
import { toBase } from './pattern-draft';
import { ReadingSections } from './reading-sections';

const NAMES = ['REC_20240305_143015_in_201_0301234567.wav', 'other.wav'];

/** As main would answer, for these two names and one details file. */
function answer({ reading }: Input<'sources.tryPattern'>): ReadingTrial {
  const fits = (name: string) =>
    reading.pattern !== null && matchName(reading.pattern.parts, toBase(name)) !== null;
  const example = { folder: '', startedAtMs: 0, direction: 'unknown' as const, to: '', group: '', line: '' };
  return {
    filesLooked: NAMES.length,
    isWhole: true,
    matched: NAMES.filter(fits).length,
    notUnderstood: NAMES.filter((name) => !fits(name)).length,
    examples: NAMES.map((fileName) => ({
      ...example,
      fileName,
      isMatched: fits(fileName),
      reader: fits(fileName) ? ('pattern' as const) : null,
      from: '',
      owner: '',
    })),
    detailsRead: 1,
    detailsUnderstood: reading.mapping.length,
    fields: [{ path: 'r/zz', example: '201', files: 1, field: reading.mapping[0]?.field ?? null }],
  };
}

const saved: SourceReading[] = [];
function Page() {
  const [reading, setReading] = useState(PLAIN_READING);
  saved.push(reading);
  return (
    <ReadingSections
      tried={{ sourceId: 's1' }}
      isThere
      timeZone="UTC"
      reading={reading}
      onChange={setReading}
    />
  );
}

beforeAll(startLanguage);
beforeEach(() => {
  queryClient.clear();
  saved.length = 0;
  setFakeBridge({ 'sources.tryPattern': answer });
  render(
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>,
  );
});
afterEach(cleanup);

it('a name is explained part by part, and it is said at once how many fit', async () => {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Explain a file name' }));
  expect(await screen.findByText(/^1 of 2 sounds fit the pattern/)).toBeDefined();
  const parts = screen.getByRole('list', { name: 'The parts of the name' });
  await user.click(within(parts).getByRole('button', { name: /201.*: ?anything/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'extension that recorded' }));
  expect(await within(parts).findByRole('button', { name: /201.*: ?extension that recorded/ })).toBeDefined();
  await user.click(within(parts).getByRole('button', { name: /143015.*: ?time of day/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Join with the next part' }));
  expect(within(parts).getByRole('button', { name: /143015_/ })).toBeDefined();
  expect(saved.at(-1)?.pattern?.parts.map((part) => part.kind)).toContain('extension');
});

it('a name that does not fit can be explained instead', async () => {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Explain a file name' }));
  await screen.findByText(/^1 of 2 sounds fit the pattern/);
  await user.click(screen.getByRole('button', { name: /A file name found here/ }));
  await user.click(await screen.findByRole('option', { name: 'other.wav' }));
  await user.click(await screen.findByRole('button', { name: 'Explain this name instead' }));
  expect(await screen.findByRole('button', { name: /other.*: ?always the same/ })).toBeDefined();
});

it('a field is given a meaning, and it is taken back', async () => {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /What r\/zz means/ }));
  await user.click(await screen.findByRole('option', { name: 'number of the caller' }));
  expect(saved.at(-1)?.mapping).toEqual([{ path: 'r/zz', field: 'callerNumber' }]);
  expect(await screen.findByText('1 of 1 details files that were read are understood.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: /What r\/zz means/ }));
  await user.click(await screen.findByRole('option', { name: 'what its name says' }));
  expect(saved.at(-1)?.mapping).toEqual([]);
});
