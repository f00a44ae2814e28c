import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Input, MethodName, SetUpDone } from '../shared/contract';
import { contract } from '../shared/contract';
import { DEFAULT_USER_SETTINGS } from '../shared/user-settings';
import type { Program } from './program';
import type { SampleProgram, TestProfile } from './program.test-support';
import { TestWindow, ask, openSampleProgram, signIn } from './program.test-support';

const PASSWORD = 'a long enough secret';
let sample: SampleProgram;
let filesDir: string;
let profile: TestProfile;
let program: Program;
let ada: TestWindow;
let done: SetUpDone;

beforeAll(async () => {
  filesDir = mkdtempSync(path.join(tmpdir(), 'hearback-exchange-'));
  sample = await openSampleProgram();
  ({ program, ada, profile, done } = sample);
}, 60_000);
afterAll(async () => {
  await sample.remove();
  rmSync(filesDir, { recursive: true, force: true });
});

async function saveRightsGroup(
  name: string,
  rights: Input<'rightsGroups.save'>['rightsGroup']['rights'],
  signInName: string,
) {
  const people = await ask(program, ada, 'people.list', {});
  const member = people.find((person) => person.signInName === signInName)?.userId ?? '';
  return ask(program, ada, 'rightsGroups.save', {
    rightsGroupId: null,
    revision: null,
    rightsGroup: { name, rights, members: [member] },
  });
}

it('Reporter Administrator configures call reporting, and nothing else', async () => {
  const made = await saveRightsGroup('Reporters', ['reporterAdministrator'], 'erin');
  const erin = await signIn(program, done, 'erin');
  const { revision, people } = await ask(program, erin, 'callReporting.get', {});
  const other = people.find((person) => !person.callReporting && person.hasPortal);
  const change = [{ userId: other?.userId ?? '', callReporting: true }];
  const saved = await ask(program, erin, 'callReporting.save', {
    revision,
    isAvailable: true,
    people: change,
  });
  expect(saved.people.find((person) => person.userId === other?.userId)?.callReporting).toBe(true);
  expect(await ask(program, ada, 'organisation.get', {})).toMatchObject({
    settings: { callReporting: true },
  });
  for (const method of ['organisation.get', 'people.list', 'rightsGroups.list', 'lines.list'] as const)
    await expect(ask(program, erin, method, {})).rejects.toMatchObject({ code: 'forbidden' });

  await ask(program, ada, 'rightsGroups.remove', { rightsGroupId: made.rightsGroupId });
  await expect(ask(program, erin, 'callReporting.get', {})).rejects.toMatchObject({ code: 'forbidden' });
});

it('Web Control Security changes rights groups, and no settings of people', async () => {
  await saveRightsGroup('Security', ['webControlSecurity'], 'ben');
  const ben = await signIn(program, done, 'ben');
  const groups = await ask(program, ben, 'rightsGroups.list', {});
  const people = await ask(program, ben, 'people.list', {});
  const ownId = people.find((person) => person.signInName === 'ben')?.userId ?? '';
  const standard = groups.find((group) => group.name === 'Media Manager Standard');
  const { rightsGroupId = '', revision = 0, name = '', rights = [] } = standard ?? {};
  await expect(ask(program, ben, 'lines.list', {})).rejects.toMatchObject({ code: 'forbidden' });
  const person = { name: 'New', signInName: 'new', email: '', profile: 'normal' } as const;
  await expect(
    ask(program, ben, 'people.save', {
      userId: null,
      revision: null,
      person: { ...person, isActive: true, extensions: [], settings: DEFAULT_USER_SETTINGS },
    }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  // He may give himself a right, and the trail says so.
  const members = [...(standard?.members ?? []), ownId];
  await ask(program, ben, 'rightsGroups.save', {
    rightsGroupId,
    revision,
    rightsGroup: { name, rights: [...rights], members },
  });
  expect(await ask(program, ben, 'lines.list', {})).toHaveProperty('lines');
  const { rows } = await ask(program, ada, 'audit.list', { action: 'Change rights group' });
  expect(JSON.parse(rows[0]?.details ?? '')).toMatchObject({ isOneself: true });
});

it('an import at a window is of the files that its person chose, and is applied as it was checked', async () => {
  const file = path.join(filesDir, 'people.csv');
  writeFileSync(file, 'signInName,name,replayOthers\nnora,Nora,201\n');
  await expect(ask(program, ada, 'exchange.check', { paths: [file] })).rejects.toMatchObject({
    reason: 'invalid-input',
  });
  expect(await ask(program, ada, 'exchange.check', {})).toEqual({ check: null });
  const unchecked = { token: '0'.repeat(64) };
  await expect(ask(program, ada, 'exchange.apply', unchecked)).rejects.toMatchObject({
    reason: 'stale-edit',
  });

  ada.chosenFiles = [file];
  const { check } = await ask(program, ada, 'exchange.check', {});
  expect(check).toMatchObject({ problems: [], changesTotal: 1, changes: [{ key: 'nora', sort: 'added' }] });
  // What is on the disk meanwhile is not what was looked at.
  writeFileSync(file, 'signInName,name,replayAll\nnora,Nora,true\n');
  const carla = await signIn(program, done, 'carla');
  await expect(ask(program, carla, 'exchange.apply', { token: check?.token ?? '' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await ask(program, ada, 'exchange.apply', { token: check?.token ?? '' })).toEqual({ changes: 1 });
  const nora = (await ask(program, ada, 'people.list', {})).find((person) => person.signInName === 'nora');
  const details = await ask(program, ada, 'people.get', { userId: nora?.userId ?? '' });
  expect(details).toMatchObject({ hasPassword: false, settings: { replayAll: false, replayOthers: '201' } });

  ada.chosenFiles = [path.join(filesDir, 'none.csv')];
  await expect(ask(program, ada, 'exchange.check', {})).rejects.toMatchObject({ reason: 'file-unreadable' });
});

it('while an import of thousands is looked at, nobody else waits', async () => {
  const file = path.join(filesDir, 'many.csv');
  const names = Array.from({ length: 2000 }, (_, n) => `new${String(n)},New ${String(n)}`);
  writeFileSync(file, ['signInName,name', ...names, ''].join('\n'));
  ada.chosenFiles = [file];

  const begunMs = performance.now();
  let longestMs = 0;
  let lastMs = begunMs;
  const turn = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - lastMs);
    lastMs = performance.now();
  }, 5);
  const { check } = await ask(program, ada, 'exchange.check', {});
  clearInterval(turn);
  const wholeMs = performance.now() - begunMs;
  expect(check).toMatchObject({ problems: [], changesTotal: 2000 });
  expect(Math.max(longestMs, performance.now() - lastMs)).toBeLessThan(wholeMs / 2);
});

it('an export is written where its person says, by one who may read the configuration, and into no folder of Hearback', async () => {
  const carla = await signIn(program, done, 'carla');
  const what = ['people', 'groups', 'lines'] as const;
  carla.chosenFolder = profile.paths.dir;
  await expect(
    ask(program, carla, 'exchange.export', { format: 'csv', what: [...what] }),
  ).rejects.toMatchObject({ reason: 'target-unwritable' });
  carla.chosenFolder = mkdtempSync(path.join(filesDir, 'export-'));
  const { saved } = await ask(program, carla, 'exchange.export', { format: 'csv', what: [...what] });
  expect(saved?.map(({ fileName }) => fileName)).toEqual([
    'hearback-lines.csv',
    'hearback-people.csv',
    'hearback-groups.csv',
  ]);
  expect(readdirSync(carla.chosenFolder)).toHaveLength(3);
  expect(readFileSync(path.join(carla.chosenFolder, 'hearback-people.csv'), 'utf8')).toContain('"ada"');
  await expect(
    ask(program, carla, 'exchange.export', { format: 'csv', what: [...what] }),
  ).rejects.toMatchObject({ reason: 'target-exists' });
  await expect(
    ask(program, carla, 'exchange.export', { format: 'csv', what: [...what], targetDir: filesDir }),
  ).rejects.toMatchObject({ reason: 'invalid-input' });
  const { rows } = await ask(program, ada, 'audit.list', { action: 'Export configuration' });
  expect(rows).toHaveLength(2);
});

it('nothing crosses between two organisations, whichever method is called with whichever id', async () => {
  const [recording] = (await ask(program, ada, 'recordings.list', { limit: 1 })).rows;
  const [group] = await ask(program, ada, 'groups.list', {});
  const [rightsGroup] = await ask(program, ada, 'rightsGroups.list', {});
  const [source] = await ask(program, ada, 'sources.list', {});
  const userId = done.signedIn.userId;
  const given = { name: 'Elsewhere', administrator: { name: 'Eve', signInName: 'eve', password: PASSWORD } };
  await expect(
    ask(program, ada, 'organisations.add', {
      ...given,
      administrator: { ...given.administrator, signInName: 'ＢＥＮ' },
    }),
  ).rejects.toMatchObject({ reason: 'name-taken', details: { name: 'ＢＥＮ' } });
  expect(await ask(program, ada, 'organisations.add', given)).toBeNull();

  const eve = new TestWindow('window of eve');
  program.connect(eve);
  await ask(program, eve, 'session.signIn', { signInName: 'eve', password: PASSWORD });
  await expect(ask(program, eve, 'people.list', {})).rejects.toMatchObject({
    reason: 'password-change-needed',
  });
  await ask(program, eve, 'session.changePassword', { current: PASSWORD, next: `own ${PASSWORD}` });
  expect(await ask(program, eve, 'system.status', {})).toMatchObject({
    signedIn: { organisation: 'Elsewhere', mayChangeConfiguration: true, mayChangeSecurity: true },
  });

  // All that she can list is her own.
  const foreign = [recording?.id, group?.groupId, rightsGroup?.rightsGroupId, source?.id, userId];
  const marks = [...foreign, 'Ada Winter', 'Marrowby', 'carla', group?.name, source?.archiveDir];
  const lists = (Object.keys(contract) as MethodName[]).filter(
    (method) =>
      /\.(list|get|count|overview|facets|histogram)$/.test(method) &&
      contract[method].input.safeParse({}).success,
  );
  expect(lists.length).toBeGreaterThan(10);
  const answered: string[] = [];
  for (const method of lists) {
    const answer = await program.door.dispatchJson(eve, method, '{}');
    if (answer.startsWith('{"ok":true')) answered.push(method);
    for (const mark of marks) expect(answer).not.toContain(mark);
  }
  expect(answered).toEqual(expect.arrayContaining(['recordings.list', 'people.list', 'audit.list']));

  // Each method that takes an id answers for a foreign one as for none.
  const nobodys = '00000000deadbeef';
  for (const [method, { input }] of Object.entries(contract)) {
    const shape = (input as { shape?: Readonly<Record<string, unknown>> }).shape ?? {};
    for (const name of ['id', 'recordingId', 'userId', 'groupId', 'rightsGroupId', 'sourceId'].filter(
      (key) => key in shape,
    )) {
      for (const id of foreign) {
        const send = (value: unknown) =>
          program.door.dispatchJson(eve, method, JSON.stringify({ ...fill(method), [name]: value }));
        const theirs = await send(id);
        expect({ method, name, theirs }).toEqual({ method, name, theirs: await send(nobodys) });
        for (const mark of marks.slice(5)) expect(theirs).not.toContain(mark);
      }
    }
  }
  expect(await ask(program, ada, 'groups.list', {})).toContainEqual(group);
  expect(await ask(program, ada, 'rightsGroups.list', {})).toContainEqual(rightsGroup);
  expect((await ask(program, ada, 'people.list', {})).map((person) => person.signInName)).not.toContain(
    'eve',
  );
  // Who made it knows that he did, and her own trail does not know him.
  const made = await ask(program, ada, 'audit.list', { action: 'Add organisation' });
  expect(made.rows[0]?.details).toContain('Elsewhere');
  const trail = await ask(program, eve, 'audit.list', {});
  expect(JSON.stringify(trail.rows)).not.toMatch(/Ada|Marrowby/);
});

/** What a method needs beside the id, so that it gets as far as looking for it. */
function fill(method: string): object {
  const person = { name: 'N', signInName: 'n', email: '', profile: 'normal', isActive: true, extensions: [] };
  const examples: Readonly<Record<string, object>> = {
    'people.save': { revision: 1, person: { ...person, settings: DEFAULT_USER_SETTINGS } },
    'people.setPassword': { password: PASSWORD },
    'people.setRightsGroups': { rightsGroupIds: [] },
    'groups.save': { revision: 1, group: { name: 'G', extension: '9', members: [] } },
    'rightsGroups.save': { revision: 1, rightsGroup: { name: 'R', rights: [], members: [] } },
    'sources.save': { archiveDir: filesDir, name: 'S', reader: 'auto', timeZone: 'UTC' },
    'recordings.heard': { fromMs: 0, untilMs: 1 },
    'recordings.download': { acceptsNotice: true },
  };
  return examples[method] ?? {};
}
