import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { SetUpDone } from '../shared/contract';
import type { PrintSteps } from '../shared/fax-print';
import type { Program } from './program';
import type { SampleProgram, TestWindow } from './program.test-support';
import { ask, openSampleProgram, signIn, until } from './program.test-support';

let sample: SampleProgram;
let program: Program;
let done: SetUpDone;
let ada: TestWindow;
/** Faxes came to her extension. */
let carla: TestWindow;
let id: string;

beforeAll(async () => {
  sample = await openSampleProgram();
  ({ program, ada, done } = sample);
  carla = await signIn(program, done, 'carla');
  id = await faxOf(carla);
}, 60_000);
afterAll(() => sample.remove());
afterEach(() => {
  carla.printer = PRINTS;
});

const PRINTS = (steps: PrintSteps) => {
  steps.beforeDialog();
  return Promise.resolve(true);
};
const PAGES = { firstPage: 1, lastPage: 3 };

async function faxOf(window: TestWindow): Promise<string> {
  const { rows } = await ask(program, window, 'recordings.list', { filter: { kinds: ['fax'] }, limit: 1 });
  return rows[0]?.id ?? '';
}

/** What the trail says of printing, oldest first. */
async function trail(): Promise<readonly (readonly [string, string, unknown])[]> {
  const { rows } = await ask(program, ada, 'audit.list', {});
  return rows
    .filter(({ action }) => action.startsWith('Print'))
    .map(({ action, userName, details }) => [action, userName, JSON.parse(details) as unknown] as const)
    .reverse();
}

it('is in the trail before the dialog opens, and again when it was sent to a printer', async () => {
  let atDialog: unknown;
  carla.printer = async (steps) => {
    expect(await trail()).toEqual([]);
    steps.beforeDialog();
    atDialog = await trail();
    return true;
  };
  expect(await ask(program, carla, 'recordings.printFax', { id, ...PAGES })).toEqual({ isSent: true });
  const details = { recordingId: id, ...PAGES };
  expect(atDialog).toEqual([['Print', 'Carla Okonjo', details]]);
  expect(await trail()).toEqual([
    ['Print', 'Carla Okonjo', details],
    ['Printed', 'Carla Okonjo', details],
  ]);
  expect(carla.printJobs.at(-1)).toMatchObject({
    printedBy: 'Carla Okonjo',
    mediaType: 'image/tiff',
    ...PAGES,
  });
  expect(carla.heardOf('print.progressed').at(-1)).toEqual({ done: 3, total: 3 });
});

it('says of a dialog that was closed only that it was open', async () => {
  const before = (await trail()).length;
  carla.printer = (steps) => {
    steps.beforeDialog();
    return Promise.resolve(false);
  };
  expect(await ask(program, carla, 'recordings.printFax', { id, ...PAGES })).toEqual({ isSent: false });
  expect((await trail()).slice(before).map(([action]) => action)).toEqual(['Print']);
});

it('answers about the fax of somebody else in the very words of what does not exist', async () => {
  const ben = await signIn(program, done, 'ben');
  const answers = await Promise.all(
    [id, '0123456789abcdef'].map((one) =>
      program.door.dispatchJson(ben, 'recordings.printFax', JSON.stringify({ id: one, ...PAGES })),
    ),
  );
  expect(answers[0]).toBe(answers[1]);
  expect(answers[0]).toContain('not-found');
  expect(ben.printJobs).toEqual([]);
});

it('prints faxes and nothing else', async () => {
  const { rows } = await ask(program, ada, 'recordings.list', { filter: { kinds: ['call'] }, limit: 1 });
  const input = { id: rows[0]?.id ?? '', ...PAGES };
  await expect(ask(program, ada, 'recordings.printFax', input)).rejects.toMatchObject({
    code: 'invalid-input',
  });
});

it('the ticket of a print opens nothing once it is over', async () => {
  await ask(program, carla, 'recordings.printFax', { id, ...PAGES });
  const token = carla.printJobs.at(-1)?.url.split('/').at(-1) ?? '';
  expect(program.mediaOf(carla.id, 'app://hearback').admit(token)).toBeUndefined();
});

it('is stopped by its window, which prints one fax at a time', async () => {
  carla.printer = (steps) =>
    new Promise((resolve) => steps.signal.addEventListener('abort', () => resolve(false)));
  const jobs = carla.printJobs.length;
  const first = ask(program, carla, 'recordings.printFax', { id, ...PAGES });
  // The first has to open its file before it is under way.
  await until(() => carla.printJobs.length > jobs);
  await expect(ask(program, carla, 'recordings.printFax', { id, ...PAGES })).rejects.toMatchObject({
    reason: 'print-under-way',
  });
  await ask(program, carla, 'recordings.stopPrint', {});
  expect(await first).toEqual({ isSent: false });
});

it('is not printed where the right was withdrawn while the pages were laid out', async () => {
  const before = await trail();
  const people = await ask(program, ada, 'people.list', {});
  const userId = people.find((one) => one.signInName === 'carla')?.userId ?? '';
  const given = await ask(program, ada, 'people.get', { userId });
  const { name, signInName, email, profile: kind, isActive, extensions, settings } = given;
  const person = { name, signInName, email, profile: kind, isActive, extensions, settings };
  let wasStopped = false;
  carla.printer = async (steps) => {
    const without = { ...person, extensions: [] };
    await ask(program, ada, 'people.save', { userId, revision: given.revision, person: without });
    wasStopped = steps.signal.aborted;
    steps.beforeDialog();
    return true;
  };
  await expect(ask(program, carla, 'recordings.printFax', { id, ...PAGES })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(wasStopped).toBe(true);
  expect(await trail()).toEqual(before);
});

it('prints a report, as a fax, with the trail knowing before, and for nobody who may not see it', async () => {
  const report = { fromDay: '2026-09-01', untilDay: '2026-09-30', by: 'day' } as const;
  const organisation = await ask(program, ada, 'organisation.get', {});
  const settings = { ...organisation.settings, callReporting: true };
  await ask(program, ada, 'organisation.save', { ...organisation, settings });
  const { revision, people } = await ask(program, ada, 'callReporting.get', {});
  const own = people
    .filter((one) => one.name === 'Ada Winter')
    .map(({ userId }) => ({ userId, callReporting: true }));
  await ask(program, ada, 'callReporting.save', { revision, isAvailable: true, people: own });
  const before = (await trail()).length;
  const ben = await signIn(program, done, 'ben');
  await expect(ask(program, ben, 'reports.print', report)).rejects.toMatchObject({ code: 'forbidden' });
  expect((await trail()).length).toBe(before);
  expect(await ask(program, ada, 'reports.print', report)).toEqual({ isSent: true });
  expect((await trail()).slice(before)).toEqual([
    ['Print', 'Ada Winter', report],
    ['Printed', 'Ada Winter', report],
  ]);
});

it('ends with a lock, whoever sits there then', async () => {
  const dora = await signIn(program, done, 'ada');
  dora.printer = async (steps) => {
    await ask(program, dora, 'session.lock', {});
    return !steps.signal.aborted;
  };
  const fax = await faxOf(dora);
  await expect(ask(program, dora, 'recordings.printFax', { id: fax, ...PAGES })).rejects.toMatchObject({
    reason: 'right-withdrawn',
  });
});
