import fc from 'fast-check';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MethodName, SetUpDone } from '../shared/contract';
import { contract } from '../shared/contract';
import type { Result } from '../shared/errors';
import { DEFAULT_ORGANISATION_SETTINGS, DEFAULT_USER_SETTINGS } from '../shared/user-settings';
import type { Program } from './program';
import type { SampleProgram, TestProfile } from './program.test-support';
import { TestWindow, ask, openSampleProgram, signIn } from './program.test-support';

const methods = Object.keys(contract) as MethodName[];
/** Each would cost most of a second of hashing, or end the session with which the others are tried. */
const TRIED_RARELY: readonly MethodName[] = [
  'session.signIn',
  'session.signOut',
  'session.lock',
  'session.unlock',
  'session.changePassword',
  'people.setPassword',
];
const tried = methods.filter((method) => !TRIED_RARELY.includes(method));

let sample: SampleProgram;
let profile: TestProfile;
let program: Program;
let done: SetUpDone;
let ada: TestWindow;
let erin: TestWindow;
const nobody = new TestWindow('window of nobody');
const unhandled: unknown[] = [];
const noteUnhandled = (reason: unknown) => unhandled.push(reason);
/** Real values that belong elsewhere, so that junk gets beyond the schemas. */
const known: unknown[] = [];
let targetDir: string;
let oneUser: string;
let oneSource: string;

beforeAll(async () => {
  process.on('unhandledRejection', noteUnhandled);
  targetDir = mkdtempSync(path.join(tmpdir(), 'hearback-junk-'));
  sample = await openSampleProgram();
  ({ program, ada, profile, done } = sample);
  program.connect(nobody);
  erin = await signIn(program, done, 'erin');
  const { rows, nextCursor } = await ask(program, ada, 'recordings.list', { limit: 20 });
  const people = await ask(program, ada, 'people.list', {});
  const groups = await ask(program, ada, 'groups.list', {});
  const person = await ask(program, ada, 'people.get', { userId: people[0]?.userId ?? '' });
  oneUser = people.at(-1)?.userId ?? '';
  oneSource = (await ask(program, ada, 'sources.list', {}))[0]?.id ?? '';
  known.push(...rows.map((row) => row.id), nextCursor, ...people.map((one) => one.userId));
  known.push(...groups.map((group) => group.groupId), person, person.settings, groups[0]);
}, 60_000);
afterAll(async () => {
  await sample.remove();
  rmSync(targetDir, { recursive: true, force: true });
  process.off('unhandledRejection', noteUnhandled);
});

const hostileText = fc.constantFrom(
  '',
  ' ',
  '"',
  "' OR 1=1 --",
  'acl:s1 OR *',
  'NEAR(a b)',
  '../../etc/passwd',
  '\u0000',
  '\ud800',
  '\u202e',
  '%s%n',
  '9'.repeat(400),
  '__proto__',
  'a'.repeat(5000),
);
const oddNumber = fc.constantFrom(-1, 0, 1, 1.5, 1e308, -0, 2 ** 53, 4_102_444_800_000, 1000, 1001);
const leaf = fc.oneof(
  hostileText,
  oddNumber,
  fc.boolean(),
  fc.constant(null),
  fc.string(),
  fc.nat().map((n) => known[n % known.length]),
  fc.constantFrom(
    'call',
    'inbound',
    'newest',
    'oldest',
    'auto',
    'freepbx',
    'Europe/Berlin',
    'Nowhere/Land',
    'dark',
  ),
);
/** Every name of a field that any method knows, so that objects look like what is asked for. */
const fieldNames = [
  ...new Set(
    methods.flatMap((method) => Object.keys((contract[method].input as { shape?: object }).shape ?? {})),
  ),
  ...[
    'text',
    'kinds',
    'directions',
    'fromMs',
    'untilMs',
    'party',
    'group',
    'line',
    'hasScreen',
    'minDurationMs',
  ],
  ...['__proto__', 'constructor', 'toString', 'then'],
];
const input = fc.oneof(
  { weight: 1, arbitrary: fc.jsonValue() },
  {
    weight: 6,
    arbitrary: fc.dictionary(
      fc.constantFrom(...fieldNames),
      fc.oneof(
        leaf,
        fc.array(leaf, { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...fieldNames), fc.oneof(leaf, fc.array(leaf, { maxLength: 2 })), {
          maxKeys: 4,
        }),
      ),
      { maxKeys: 4 },
    ),
  },
);
/** Inputs that are right, of which junk changes a part or two: so hostile values come as far as the queries. */
function examples(): Partial<Record<MethodName, object>> {
  const [id, userId] = [known[0], oneUser];
  const filter = {
    text: 'order',
    kinds: ['call'],
    directions: ['inbound', 'outbound'],
    fromMs: 0,
    untilMs: 2_000_000_000_000,
    minDurationMs: 0,
    maxDurationMs: 600_000,
    party: '201',
    group: '700',
    line: '4989200301',
    hasTranscript: false,
    hasScreen: false,
  };
  const period = { fromSec: 1, untilSec: 2 };
  const person = {
    name: 'N',
    signInName: 'n',
    email: '',
    profile: 'normal',
    isActive: true,
    extensions: [{ extension: '1', ...period }],
    settings: {
      ...DEFAULT_USER_SETTINGS,
      replayGroups: [{ groupId: 'x', withMembers: true }],
      replayLines: ['1'],
    },
  };
  const group = { name: 'G', extension: '9', members: [{ userId, ...period }] };
  const source = { archiveDir: targetDir, name: 'S', reader: 'auto', timeZone: 'UTC' };
  return {
    'preferences.save': { theme: 'dark', density: 'compact', playbackRate: 1, skipsSilence: true },
    'recordings.list': { filter, order: 'newest', cursor: null, limit: 10 },
    'recordings.count': { filter },
    'recordings.histogram': { filter },
    'recordings.facets': { filter },
    'recordings.get': { id },
    'recordings.transcript': { id },
    'recordings.peaks': { id },
    'recordings.play': { id },
    'recordings.whyStopped': { id },
    'recordings.heard': { id, fromMs: 0, untilMs: 1 },
    'recordings.download': { id, acceptsNotice: true },
    'recordings.printFax': { id, firstPage: 1, lastPage: 1 },
    'people.get': { userId },
    'people.save': { userId: null, revision: null, person },
    'people.setRightsGroups': { userId, rightsGroupIds: ['x'] },
    'groups.save': { groupId: null, revision: null, group },
    'groups.remove': { groupId: 'x' },
    'lines.save': { revision: '0123456789abcdef', lines: [{ number: '1', name: 'L' }] },
    'organisation.save': { revision: 1, name: 'O', settings: DEFAULT_ORGANISATION_SETTINGS },
    'rightsGroups.save': {
      rightsGroupId: null,
      revision: null,
      rightsGroup: { name: 'R', rights: ['mediaManagerStandard'], members: [userId] },
    },
    'rightsGroups.remove': { rightsGroupId: 'x' },
    'extensions.save': {
      revision: '0123456789abcdef',
      extensions: [{ extension: '1', voicemail: true, fax: false, callRecording: true }],
    },
    'callReporting.save': {
      revision: '0123456789abcdef',
      isAvailable: true,
      people: [{ userId, callReporting: true }],
    },
    'exchange.export': { format: 'csv', what: ['people'] },
    'exchange.check': {},
    'exchange.preview': { token: 'a'.repeat(64) },
    'exchange.apply': { token: 'a'.repeat(64) },
    'organisations.add': {
      name: 'O',
      administrator: { name: 'A', signInName: 'a', password: 'a long enough secret' },
    },
    'sources.inspect': { archiveDir: targetDir },
    'sources.tryPattern': { sourceId: oneSource, reading: { pattern: null, mapping: [] } },
    'sources.tryFolder': { archiveDir: targetDir, timeZone: 'UTC', reading: { pattern: null, mapping: [] } },
    'sources.add': source,
    'sources.save': { sourceId: 'x', ...source },
    'sources.scan': { sourceId: oneSource, everything: false },
    'sources.stopScan': { sourceId: oneSource },
    'findings.list': { sourceId: oneSource, kind: 'empty', cursor: null },
    'findings.summary': { sourceId: oneSource },
    'audit.list': {
      fromMs: 0,
      untilMs: 2_000_000_000_000,
      userName: 'Ada Winter',
      action: 'Search',
      cursor: null,
    },
  };
}

/** The example of the method with up to two of its parts, at whatever depth, replaced or taken away. */
function spoilt(method: MethodName): fc.Arbitrary<unknown> {
  return fc
    .array(fc.tuple(fc.nat(), fc.oneof(leaf, fc.constant(undefined))), { maxLength: 2 })
    .map((changes) => {
      const value = structuredClone(examples()[method] ?? {});
      for (const [at, by] of changes) {
        const places = placesOf(value);
        const place = places[at % Math.max(1, places.length)];
        // Copied, or what one run changes would be in all that follow.
        if (place) place.holder[place.name] = structuredClone(by);
      }
      return value;
    });
}

function placesOf(value: unknown): { holder: Record<string, unknown>; name: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...placesOf(holder[name])]);
}

function check(json: string): Result<unknown> {
  const result = JSON.parse(json) as Result<unknown>;
  if (result.ok) return result;
  expect(result.error.code, json).not.toBe('internal');
  expect(json).not.toMatch(/node_modules|\.ts:|\.js:| {4}at /);
  return result;
}

describe.each([
  ['nobody', () => nobody],
  ['an auditor without rights', () => erin],
  ['an administrator', () => ada],
] as const)('junk from %s', (_who, find) => {
  it('is answered with a result each time, and never with a fault of our own', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .constantFrom(...tried)
          .chain((method) =>
            fc.tuple(
              fc.constant(method),
              fc.oneof({ weight: 1, arbitrary: input }, { weight: 4, arbitrary: spoilt(method) }),
            ),
          ),
        async ([method, given]) => {
          const window = find();
          if (method === 'recordings.download') window.chosenFile = path.join(targetDir, 'copy');
          const json = await program.door.dispatchJson(window, method, JSON.stringify(given) ?? 'undefined');
          const result = check(json);
          const isOpen = contract[method].access === 'anyone' || contract[method].access === 'own-session';
          if (window === nobody && !isOpen) expect(result).toMatchObject({ error: { code: 'signed-out' } });
        },
      ),
      { numRuns: 2000 },
    );
  }, 60_000);
});

it('takes no method that it does not know, whatever it is called', async () => {
  const names = [
    '',
    'toString',
    '__proto__',
    'constructor',
    'recordings',
    'recordings.list ',
    'RECORDINGS.LIST',
  ];
  for (const method of [...names, null, undefined, 7, {}, [], Symbol('x'), () => 'recordings.list']) {
    const json = await program.door.dispatchJson(ada, method, '{}');
    expect(JSON.parse(json)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', reason: 'unknown-method' },
    });
  }
});

it('takes no input that is no JSON, or too much of it', async () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  for (const text of [
    '',
    '{',
    'undefined',
    '{} {}',
    deep,
    ' '.repeat(5_000_000),
    null,
    undefined,
    7,
    {},
    Symbol('x'),
  ]) {
    for (const method of ['recordings.list', 'system.status'] as const) {
      const json = await program.door.dispatchJson(ada, method, text);
      expect(JSON.parse(json)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
      expect(json.length).toBeLessThan(2000);
    }
  }
});

it('says which part of an input was wrong, and repeats no more of it than that', async () => {
  const given = { limit: 0, [`secret${'x'.repeat(5000)}`]: 1 };
  const json = await program.door.dispatchJson(ada, 'recordings.list', JSON.stringify(given));
  expect(json).toContain('limit');
  expect(json.length).toBeLessThan(1000);
});

it('left the program whole: the list is there, the trail is unbroken, and nothing was logged as a failure', async () => {
  expect(unhandled).toEqual([]);
  expect((await ask(program, ada, 'recordings.list', { limit: 1000 })).rows.length).toBeGreaterThan(100);
  expect((await ask(program, ada, 'audit.verify', {})).firstBroken).toBeNull();
  const logPath = path.join(profile.paths.dir, 'hearback.log');
  expect(existsSync(logPath) ? readFileSync(logPath, 'utf8') : '').not.toContain('"failure"');
});
