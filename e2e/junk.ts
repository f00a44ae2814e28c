/** Messages that no page of ours would send: random, but the same in every run. */
import type { MethodName } from '../src/shared/contract';
import { contract } from '../src/shared/contract';
import { DEFAULT_ORGANISATION_SETTINGS, DEFAULT_USER_SETTINGS } from '../src/shared/user-settings';

export interface Message {
  readonly method: unknown;
  readonly inputJson: unknown;
}

export const METHODS = Object.keys(contract) as MethodName[];
/** Each costs most of a second of hashing, or ends the session with which the others are tried. */
const COSTLY = new Set<MethodName>([
  'session.signIn',
  'session.signOut',
  'session.lock',
  'session.unlock',
  'session.changePassword',
  'people.setPassword',
]);
const CHEAP = METHODS.filter((method) => !COSTLY.has(method));

/** Mulberry32: thirty-two bits of state are enough for junk. */
function toRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `known`: real values that belong elsewhere, so that junk gets beyond the schemas. */
export function makeJunk(count: number, seed: number, known: readonly string[]): Message[] {
  const random = toRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const hostile = [...HOSTILE, ...known];
  const spoil = (value: unknown, depth: number): unknown => {
    if (random() < 0.15 || typeof value !== 'object' || value === null)
      return random() < 0.5 ? pick<unknown>(hostile) : value;
    if (Array.isArray(value)) return value.map((one) => spoil(one, depth + 1));
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        random() < 0.03 ? pick(ODD_NAMES) : name,
        spoil(one, depth + 1),
      ]),
    );
  };
  return Array.from({ length: count }, () => {
    const method = pick(CHEAP);
    const dice = random();
    if (dice < 0.05) return { method: pick<unknown>(ODD_METHODS), inputJson: '{}' };
    if (dice < 0.15) return { method, inputJson: pick<unknown>(ODD_INPUTS) };
    if (dice < 0.3) return { method, inputJson: JSON.stringify(pick<unknown>(hostile)) };
    return { method, inputJson: JSON.stringify(spoil(toExample(method, pick(known)), 0)) };
  });
}

/** Too costly to send often, or to pick at random. */
export const HUGE: readonly Message[] = CHEAP.flatMap((method) => [
  { method, inputJson: '['.repeat(100_000) },
  { method, inputJson: `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}` },
  { method, inputJson: JSON.stringify({ filter: { text: 'a'.repeat(1_000_000) } }) },
]);

const HOSTILE: readonly unknown[] = [
  ...['', ' ', '"', "' OR 1=1 --", 'acl:s1 OR *', 'NEAR(a b)', '../../etc/passwd', '/etc/passwd', '\u0000'],
  ...['\ud800', '\u202e', '%s%n', '9'.repeat(400), '__proto__', 'a'.repeat(5000), '<script>', 'file:///etc'],
  ...[-1, 0, 1, 1.5, 1e308, -0, 2 ** 53, 4_102_444_800_000, 1000, 1001, true, false, null],
  ...[[], {}, [[]], { length: 5 }, [null], { toString: 1 }, ['call', 'call', 'call', 'call']],
];
const ODD_NAMES = ['__proto__', 'constructor', 'toString', 'then', 'valueOf', 'extra', ''];
const ODD_METHODS: readonly unknown[] = [
  ...['', 'toString', '__proto__', 'constructor', 'recordings', 'recordings.', 'recordings.list ', 'then'],
  ...['hasOwnProperty', '__proto__.polluted', 'a'.repeat(10_000), null, undefined, 5, {}, [], true, NaN],
  ...[['recordings.list'], { toString: 'recordings.list' }],
];
const ODD_INPUTS: readonly unknown[] = [
  ...[
    undefined,
    null,
    5,
    true,
    {},
    [],
    '',
    '{',
    'null',
    '[]',
    '"text"',
    '1e999',
    'NaN',
    '{"a":1}',
    'undefined',
  ],
  ...['{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"isAdmin":true}}}', '\u0000', '{}{}'],
  ...['{"id":"0123456789abcdef","id":"fedcba9876543210"}', '{"limit":1e3}', '\ufeff{}', '{"cursor":"zzzz"}'],
];

/** An input that is right for the method, with an id of somebody else's where it takes one. */
function toExample(method: MethodName, id: string): unknown {
  const filter = {
    text: 'order',
    kinds: ['call'],
    directions: ['inbound', 'outbound'],
    fromMs: 0,
    untilMs: 4_000_000_000_000,
    minDurationMs: 0,
    maxDurationMs: 600_000,
    party: id,
    group: id,
    line: id,
    hasTranscript: true,
  };
  const period = { fromSec: 1, untilSec: 2 };
  const given = { name: 'N', signInName: id, email: '', profile: 'normal', isActive: true };
  const settings = { ...DEFAULT_USER_SETTINGS, replayGroups: [{ groupId: id, withMembers: true }] };
  const person = { ...given, extensions: [{ extension: id, ...period }], settings };
  const group = { name: 'G', extension: '9', members: [{ userId: id, ...period }] };
  const folder = { archiveDir: '/tmp', timeZone: 'UTC', reading: { pattern: null, mapping: [] } };
  const source = { archiveDir: '/tmp', name: 'S', reader: 'auto', timeZone: 'UTC' };
  const examples: Partial<Record<MethodName, unknown>> = {
    'setup.inspect': { archiveDir: '/tmp' },
    'setup.tryFolder': folder,
    'preferences.save': { theme: 'dark', density: 'compact', playbackRate: 1, skipsSilence: true },
    'recordings.list': { filter, order: 'newest', cursor: null, limit: 10 },
    'recordings.count': { filter },
    'recordings.histogram': { filter },
    'recordings.facets': { filter },
    'recordings.heard': { id, fromMs: 0, untilMs: 1 },
    'recordings.download': { id, acceptsNotice: true },
    'recordings.printFax': { id, firstPage: 1, lastPage: 1 },
    'people.get': { userId: id },
    'people.save': { userId: null, revision: null, person },
    'people.setRightsGroups': { userId: id, rightsGroupIds: [id] },
    'groups.save': { groupId: null, revision: null, group },
    'groups.remove': { groupId: id },
    'lines.save': { revision: '0123456789abcdef', lines: [{ number: '1', name: 'L' }] },
    'organisation.save': { revision: 1, name: 'O', settings: DEFAULT_ORGANISATION_SETTINGS },
    'rightsGroups.save': {
      rightsGroupId: id,
      revision: 1,
      rightsGroup: { name: 'R', rights: ['mediaManagerStandard'], members: [id] },
    },
    'rightsGroups.remove': { rightsGroupId: id },
    'extensions.save': {
      revision: '0123456789abcdef',
      extensions: [{ extension: id, voicemail: true, fax: false, callRecording: true }],
    },
    'callReporting.save': {
      revision: '0123456789abcdef',
      isAvailable: true,
      people: [{ userId: id, callReporting: true }],
    },
    'exchange.export': { format: 'csv', what: ['people'] },
    'exchange.check': {},
    'exchange.preview': { token: 'a'.repeat(64) },
    'exchange.apply': { token: 'a'.repeat(64) },
    'organisations.add': {
      name: 'O',
      administrator: { name: 'A', signInName: id, password: 'a long enough secret' },
    },
    'sources.inspect': { archiveDir: '/tmp' },
    'sources.tryPattern': { sourceId: id, reading: { pattern: null, mapping: [] } },
    'sources.tryFolder': folder,
    'sources.add': source,
    'sources.save': { sourceId: id, ...source },
    'sources.remove': { sourceId: id },
    'sources.scan': { sourceId: id, everything: false },
    'sources.stopScan': { sourceId: id },
    'findings.list': { sourceId: id, kind: 'empty', cursor: null },
    'findings.summary': { sourceId: id },
    'audit.list': { fromMs: 0, untilMs: 4_000_000_000_000, userName: id, action: 'Search', cursor: null },
  };
  const takesId = 'id' in ((contract[method].input as { shape?: object }).shape ?? {});
  return examples[method] ?? (takesId ? { id } : {});
}
