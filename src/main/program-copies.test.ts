// What leaves the house: whose names it bears, and that it is whole when it comes back.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REPORT_GROUPINGS } from '../shared/calls';
import type { RecordingDetails, RecordingRow } from '../shared/model';
import type { Program } from './program';
import type { SampleProgram, TestWindow } from './program.test-support';
import { ask, openSampleProgram, until } from './program.test-support';

let sample: SampleProgram;
let program: Program;
let ada: TestWindow;
let copiesDir: string;
let rows: readonly RecordingRow[];

beforeAll(async () => {
  copiesDir = mkdtempSync(path.join(tmpdir(), 'hearback-copies-'));
  sample = await openSampleProgram();
  ({ program, ada } = sample);
  const { signedIn } = sample.done;
  const { userId } = signedIn;
  const { revision, settings, ...given } = await ask(program, ada, 'people.get', { userId });
  const { name, signInName, email, profile: kind, isActive, extensions } = given;
  const person = { name, signInName, email, profile: kind, isActive, extensions };
  const own = { portal: true, directoryAccess: 'write', download: true, callReporting: true } as const;
  await ask(program, ada, 'people.save', {
    userId,
    revision,
    person: { ...person, settings: { ...settings, ...own } },
  });
  const {
    name: organisation,
    settings: common,
    revision: at,
  } = await ask(program, ada, 'organisation.get', {});
  const reporting = { ...common, callReporting: true };
  await ask(program, ada, 'organisation.save', { name: organisation, settings: reporting, revision: at });
  rows = (await ask(program, ada, 'recordings.list', { limit: 500 })).rows;
}, 60_000);
afterAll(async () => {
  await sample.remove();
  rmSync(copiesDir, { recursive: true, force: true });
});

/** The text of what is saved into a file that is called so. */
async function saved(fileName: string, save: () => Promise<unknown>): Promise<string> {
  ada.chosenFile = path.join(copiesDir, fileName);
  await save();
  return readFileSync(ada.chosenFile, 'utf8');
}

test("a person's own names stay on his screen: a copy and a report bear the organisation's", async () => {
  const details = await Promise.all(rows.map(({ id }) => ask(program, ada, 'recordings.get', { id })));
  const numbers = details.flatMap(({ parties, group, line, owner }) =>
    [...parties, group, line, owner].flatMap((one) =>
      one === null || !/^.{1,64}$/.test(one.number) ? [] : one.number,
    ),
  );
  const names = [...new Set(numbers)].map((number) => ({ number, name: `Dentist of ${number}` }));
  expect(names.length).toBeGreaterThan(20);
  await ask(program, ada, 'directory.save', { names });
  const [row] = (await ask(program, ada, 'recordings.list', { limit: 1 })).rows;
  expect(JSON.stringify(row)).toContain('Dentist of');

  let namesTold = 0;
  for (const { id } of rows.filter((one) => one.kind === 'call').slice(0, 40)) {
    const text = await saved('copy.vcon.json', () =>
      ask(program, ada, 'recordings.download', { id, form: 'vcon', acceptsNotice: true }),
    );
    const { parties } = JSON.parse(text) as { parties: { name?: string }[] };
    namesTold += parties.filter((party) => party.name !== undefined).length;
    expect(text).not.toContain('Dentist');
  }
  expect(namesTold).toBeGreaterThan(20);
  const period = { fromDay: '2026-01-01', untilDay: '2026-12-31' };
  for (const by of REPORT_GROUPINGS) {
    const onScreen = await ask(program, ada, 'reports.summary', { ...period, by });
    const text = await saved(`${by}.csv`, () => ask(program, ada, 'reports.save', { ...period, by }));
    expect(`${text}${JSON.stringify(onScreen)}`, by).not.toContain('Dentist');
  }
});

test('copies that come back as a source are the calls that they were: parties, times, sound and transcript', async () => {
  const backDir = path.join(copiesDir, 'back');
  mkdirSync(backDir);
  ada.chosenFolder = backDir;
  const { folder } = await ask(program, ada, 'recordings.chooseCopyFolder', {});
  const into = folder?.into ?? '';
  const chosen = await pickOfEachSort();
  expect(chosen.length).toBeGreaterThan(8);
  const fileNames = new Map<string, string>();
  for (const { id } of chosen) {
    const given = { id, form: 'vcon', acceptsNotice: true, into } as const;
    const { saved: copy } = await ask(program, ada, 'recordings.download', given);
    fileNames.set(id, copy?.fileName ?? '');
  }
  const source = { archiveDir: backDir, name: 'Back', reader: 'auto', timeZone: 'UTC' } as const;
  const { id: sourceId } = await ask(program, ada, 'sources.add', source);
  await until(async () => {
    const sources = await ask(program, ada, 'sources.list', {});
    return sources.find((one) => one.id === sourceId)?.lastScan?.state === 'done';
  });
  const all = (await ask(program, ada, 'recordings.list', { limit: 1000 })).rows;
  const details = await Promise.all(all.map(({ id }) => ask(program, ada, 'recordings.get', { id })));
  for (const before of chosen) {
    const after = details.find(({ technical }) => technical.fileName === fileNames.get(before.id));
    expect(after && factsOf(after), before.technical.fileName).toEqual(factsOf(before));
    if (!after) continue;
    expect(await transcriptOf(after)).toEqual(await transcriptOf(before));
    const again = await bodyOf(after.id);
    expect(again.equals(await bodyOf(before.id)), before.technical.fileName).toBe(true);
  }
});

/** One of each sort that may be copied: reader, form of sound, with a transcript or without. */
async function pickOfEachSort(): Promise<readonly RecordingDetails[]> {
  const picked = new Map<string, RecordingDetails>();
  for (const { id } of rows) {
    const one = await ask(program, ada, 'recordings.get', { id });
    const { reader, codec, channels } = one.technical;
    const sort = [one.kind, reader, codec, channels, one.direction, one.hasTranscript, one.hasScreen].join();
    const mayCopy = one.access.some(({ action, allowed }) => action === 'download' && allowed);
    if (mayCopy && !picked.has(sort)) picked.set(sort, one);
  }
  return [...picked.values()];
}

function factsOf({
  kind,
  direction,
  startedAtMs,
  durationMs,
  parties,
  group,
  line,
  owner,
  accountCode,
}: RecordingDetails) {
  const inOrder = [...parties].sort((a, b) => Number(b.role === 'caller') - Number(a.role === 'caller'));
  const numbers = { group: group?.number, line: line?.number, owner: owner?.number };
  return { kind, direction, startedAtMs, durationMs, parties: inOrder, ...numbers, accountCode };
}

async function transcriptOf({ id, hasTranscript }: RecordingDetails) {
  const told = hasTranscript ? await ask(program, ada, 'recordings.transcript', { id }) : null;
  return told?.segments.map(({ startMs, endMs, text, channel }) => ({ startMs, endMs, text, channel }));
}

/** The sound of a copy. */
async function bodyOf(id: string): Promise<Buffer> {
  const text = await saved('again.vcon.json', () =>
    ask(program, ada, 'recordings.download', { id, form: 'vcon', acceptsNotice: true }),
  );
  const { dialog } = JSON.parse(text) as { dialog: { body: string }[] };
  return Buffer.from(dialog[0]?.body ?? '', 'base64url');
}
