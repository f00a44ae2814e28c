import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '../../../../shared/model';
import type { FolderInspection, ScanProgress } from '../../../../shared/source-model';
import { AppError } from '../../../../shared/errors';
import type { Input } from '../../../../shared/contract';
import type { ReadingTrial, SourceReading } from '../../../../shared/source-reading';
import { PLAIN_READING } from '../../../../shared/source-reading';
import type { Answers } from '../../../fake-bridge.test-support';
import { setFakeBridge } from '../../../fake-bridge.test-support';
import { startLanguage } from '../../../i18n/i18n';
import { queryClient } from '../../../status';
import { AdminPage } from '../admin-pages';
import { ADMINISTRATOR, answersOf, makeProgram, SOURCE, STANDARD } from '../admin.test-fixture';

function open(answers: Answers = {}, signedIn: SignedIn = ADMINISTRATOR) {
  const program = makeProgram([]);
  const bridge = setFakeBridge({ ...answersOf(program), ...answers });
  render(
    <QueryClientProvider client={queryClient}>
      <AdminPage page="sources" signedIn={signedIn} />
    </QueryClientProvider>,
  );
  return { program, bridge, user: userEvent.setup() };
}

const scan: ScanProgress = {
  sourceId: SOURCE.id,
  state: 'reading',
  filesSeen: 250,
  filesTotal: 1000,
  recordings: 240,
  findings: 2,
  perSecond: 812.4,
  leftMs: 132_000,
  startedAtMs: Date.UTC(2026, 8, 14),
  endedAtMs: null,
  failure: null,
};

const inspection: FolderInspection = {
  archiveDir: 'C:\\Recordings\\Discs 2019',
  filesLooked: 12,
  isWhole: true,
  systems: [{ reader: 'oreka', files: 12 }],
  fromMs: null,
  untilMs: null,
  understoodShare: 1,
  examples: [],
  suggestedTimeZone: 'Europe/Berlin',
};

const NAME = '20240305_201.wav';

/** As main would answer for a folder of such names. */
function trialOf({ pattern }: SourceReading): ReadingTrial {
  const parties = { from: '', to: '', owner: '', group: '', line: '' };
  const isMatched = pattern !== null;
  const reader = isMatched ? 'pattern' : null;
  const example = { fileName: NAME, folder: '', startedAtMs: 0, direction: 'unknown' } as const;
  return {
    filesLooked: 12,
    isWhole: true,
    matched: isMatched ? 12 : 0,
    notUnderstood: isMatched ? 0 : 12,
    examples: [{ ...example, ...parties, isMatched, reader }],
    detailsRead: 0,
    detailsUnderstood: 0,
    fields: [],
  };
}

beforeAll(startLanguage);
beforeEach(() => queryClient.clear());
afterEach(cleanup);

describe('a source', () => {
  it('shows its scan as it goes on, and can be stopped while it does', async () => {
    const { bridge, user } = open({ 'sources.stopScan': () => null });
    await screen.findByRole('button', { name: 'Scan for changes' });
    act(() => bridge.emit('scan.progressed', scan));
    expect(await screen.findByText('250 of 1,000 files')).toBeDefined();
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    expect(screen.getByText(/812 files a second · about 2 minutes left/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Scan for changes' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Stop the scan' }));
    expect(bridge.asked.at(-1)).toEqual({ method: 'sources.stopScan', input: { sourceId: 's1' } });
  });

  it('says why its scan failed, and can be scanned again', async () => {
    const { bridge, program } = open();
    await screen.findByRole('heading', { name: 'Main archive' });
    const failure = { reason: 'folder-missing', message: 'There is no such folder.' };
    const failed = { ...scan, state: 'failed' as const, endedAtMs: scan.startedAtMs + 1000, failure };
    program.sources = [{ ...SOURCE, presence: 'away', lastScan: failed }];
    act(() => bridge.emit('scan.progressed', failed));
    expect(await screen.findByText(/This folder does not exist any more/)).toBeDefined();
    expect(await screen.findByText('not reachable')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Scan for changes' })).toBeDefined();
  });

  it('is not counted for one who may not list every recording', async () => {
    const uncounted = { ...SOURCE, recordings: null, findings: null };
    open({ 'sources.list': () => [uncounted] }, STANDARD);
    expect(await screen.findAllByText('Counted only for those who hear every recording.')).toHaveLength(2);
    expect(screen.queryByText('0')).toBeNull();
  });

  it('that waits for another says so, and shows nothing that moves', async () => {
    open({ 'sources.list': () => [{ ...SOURCE, lastScan: { ...scan, state: 'waiting', leftMs: null } }] });
    expect(await screen.findByText('The scan is waiting for its turn.')).toBeDefined();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('is removed on a second press only, which says that the files stay', async () => {
    const { bridge, user } = open({ 'sources.remove': () => null });
    await user.click(await screen.findByRole('button', { name: 'Remove …' }));
    expect(screen.getByText(/The files stay where they are/)).toBeDefined();
    expect(bridge.asked.some((one) => one.method === 'sources.remove')).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Remove source' }));
    expect(bridge.asked.some((one) => one.method === 'sources.remove')).toBe(true);
  });

  it('lists its findings by kind, page by page, with what to do about each', async () => {
    const { user } = open({
      'findings.list': ({ kind, cursor }) => {
        const page = cursor === null ? 1 : 2;
        return {
          rows: [
            { kind: kind ?? 'empty', path: `day ${page}/call.wav`, detail: 'Empty.', recordingId: null },
          ],
          nextCursor: page === 1 ? 'next' : null,
        };
      },
    });
    await user.click(await screen.findByRole('button', { name: '1 finding: look at it' }));
    expect(await screen.findByText('day 1/call.wav')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('day 2/call.wav')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    await user.click(screen.getByRole('button', { name: /Kind of finding/ }));
    await user.click(await screen.findByRole('option', { name: 'Cut off' }));
    expect(await screen.findByText(/What is there plays/, { selector: 'p' })).toBeDefined();
  });

  it('offers one of the Standard view nothing to change, and no names of files', async () => {
    open({}, STANDARD);
    await screen.findByRole('heading', { name: 'Main archive' });
    const names = screen.queryAllByRole('button').map((button) => button.textContent);
    expect(names).toEqual([]);
  });
});

describe('adding a source', () => {
  it('shows what is in the folder first, proposes its name, and then adds it', async () => {
    const { bridge, program, user } = open({
      'setup.chooseFolder': () => ({ archiveDir: inspection.archiveDir }),
      'sources.inspect': () => inspection,
      'sources.add': (input) => {
        const added = { ...SOURCE, ...input, reading: SOURCE.reading, id: 's2' };
        program.sources = [...program.sources, added];
        return added;
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Add a source' }));
    await user.click(screen.getByRole('button', { name: 'Choose folder …' }));
    expect(await screen.findByText('12 files')).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Discs 2019');
    await user.click(screen.getByRole('button', { name: 'Add and scan' }));
    expect(await screen.findByRole('heading', { name: 'Discs 2019' })).toBeDefined();
    expect(bridge.asked.find((one) => one.method === 'sources.add')?.input).toEqual({
      name: 'Discs 2019',
      archiveDir: 'C:\\Recordings\\Discs 2019',
      reader: 'auto',
      timeZone: 'Europe/Berlin',
      reading: PLAIN_READING,
    });
  });

  it('lets a name be explained where few are understood, shows what comes of it, and adds the source with its pattern', async () => {
    const { bridge, program, user } = open({
      'setup.chooseFolder': () => ({ archiveDir: inspection.archiveDir }),
      'sources.inspect': () => ({ ...inspection, understoodShare: 0.1 }),
      'sources.tryFolder': ({ reading }) => trialOf(reading),
      'sources.add': (input) => {
        const added = { ...SOURCE, ...input, reading: input.reading ?? PLAIN_READING, id: 's2' };
        program.sources = [...program.sources, added];
        return added;
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Add a source' }));
    await user.click(screen.getByRole('button', { name: 'Choose folder …' }));
    expect(await screen.findByText(/Say below what the parts of one of their names mean/)).toBeDefined();
    expect(await screen.findByText('12 sounds were looked at. 12 sounds are not understood.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Explain a file name' }));
    expect(
      await screen.findByText('12 of 12 sounds fit the pattern. All of them are understood.'),
    ).toBeDefined();
    const parts = screen.getByRole('list', { name: 'The parts of the name' });
    await user.click(within(parts).getByRole('button', { name: /201.*: ?anything/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'extension that recorded' }));
    await user.click(screen.getByRole('button', { name: 'Add and scan' }));
    expect(await screen.findByRole('heading', { name: 'Discs 2019' })).toBeDefined();
    const added = bridge.asked.find((one) => one.method === 'sources.add')?.input as Input<'sources.add'>;
    expect(added.reading?.pattern?.parts.map(({ kind }) => kind)).toContain('extension');
    const tried = bridge.asked.filter((one) => one.method === 'sources.tryFolder').at(-1)?.input;
    expect(tried).toMatchObject({ archiveDir: inspection.archiveDir, timeZone: 'Europe/Berlin' });
  });

  it('looks at names that are understood only where the administrator asks for it', async () => {
    const { bridge, user } = open({
      'setup.chooseFolder': () => ({ archiveDir: inspection.archiveDir }),
      'sources.inspect': () => inspection,
      'sources.tryFolder': ({ reading }) => trialOf(reading),
    });
    await user.click(await screen.findByRole('button', { name: 'Add a source' }));
    await user.click(screen.getByRole('button', { name: 'Choose folder …' }));
    const other = await screen.findByText('Read names or details files in another way');
    expect(bridge.asked.some((one) => one.method === 'sources.tryFolder')).toBe(false);
    // What jsdom does not do when a summary is pressed.
    const details = other.closest('details');
    await user.click(other);
    if (details) fireEvent(details, new Event('toggle'));
    expect(await screen.findByText('12 sounds were looked at. 12 sounds are not understood.')).toBeDefined();
  });

  it('says why a folder cannot be looked into, and keeps what was typed', async () => {
    const { user } = open({
      'sources.inspect': () => {
        throw new AppError('unavailable', 'folder-missing', 'missing');
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Add a source' }));
    await user.type(screen.getByLabelText('Folder'), '/nowhere{Enter}');
    expect(await screen.findByText(/This folder does not exist any more/)).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>('Folder').value).toBe('/nowhere');
  });
});
