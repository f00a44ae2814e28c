/** Random organisations for the property tests: few numbers, few moments and few names, so that everything meets everything. */
import fc from 'fast-check';
import type { RecordingFilter } from '../../shared/contract';
import { DIRECTIONS, KINDS, PARTY_NUMBER_KINDS, PARTY_ROLES, SHARED_KINDS } from '../../shared/model';
import { SERVICE_RIGHTS } from '../../shared/user-settings';
import type { DraftRecording } from '../archive/draft';
import { draft } from '../catalog/drafts.test-support';
import type { Directory, Holds } from './directory';
import type { ExtensionHolding, RecordingFacts, SharedWithMe, Viewer } from './viewer';
import { person } from './people.test-support';

/** The same digits as extension, group, line and account code; with a zero before and after; and in other scripts. */
export const NUMBERS = ['201', '0201', '2011', '20', '202', '700', '555', '+49 (30) 201-99', '２０１', '٢٠١'];
const NAMES = ['Ann', 'anna', 'Zoë', 'Müller', 'Bob'];
const SAID = ['invoice', 'Invoices', 'ann', 'refund', '201'];
const START_SEC = 1_700_000_000;
const MOMENTS = 24;

const number = fc.constantFrom(...NUMBERS);
const numberOrNone = fc.option(fc.constantFrom(...NUMBERS, ''), { nil: null, freq: 2 });
const moment = fc.integer({ min: 0, max: MOMENTS }).map((n) => START_SEC + n);
const edge = fc.option(moment, { nil: null, freq: 3 });

export interface Call {
  readonly draft: DraftRecording;
  readonly organisationId: number;
  readonly isHeld: boolean;
  readonly isLocked: boolean;
  readonly isDeleted: boolean;
}

const party = fc.record({
  role: fc.constantFrom(...PARTY_ROLES),
  number: fc.constantFrom(...NUMBERS, ''),
  numberKind: fc.constantFrom(...PARTY_NUMBER_KINDS),
  name: fc.option(fc.constantFrom(...NAMES), { nil: null }),
  channel: fc.constant(null),
});

const segment = fc
  .constantFrom(...SAID)
  .map((text) => ({ startMs: 0, endMs: 1, speaker: null, channel: null, text }));

const call: fc.Arbitrary<Omit<Call, 'draft'> & { told: Partial<DraftRecording> }> = fc.record({
  organisationId: fc.constantFrom(1, 1, 1, 2),
  isHeld: fc.boolean(),
  isLocked: fc.boolean(),
  isDeleted: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  told: fc.record({
    kind: fc.constantFrom(...KINDS, 'call', 'call'),
    direction: fc.constantFrom(...DIRECTIONS),
    startedAtMs: fc
      .record({ sec: moment, ms: fc.constantFrom(0, 1, 500, 999) })
      .map(({ sec, ms }) => sec * 1000 + ms),
    durationMs: fc.option(fc.constantFrom(0, 999, 1000, 59_999, 60_000, 60_001, 3_600_000, 90_000_000), {
      nil: null,
    }),
    parties: fc.array(party, { maxLength: 5 }),
    owner: numberOrNone,
    group: numberOrNone,
    line: numberOrNone,
    accountCode: numberOrNone,
    wasUnavailable: fc.boolean(),
    screenPath: fc.constantFrom(null, 's.webm'),
    transcript: fc.option(
      fc
        .array(segment, { maxLength: 2 })
        .map((segments) => ({ format: 'srt' as const, categories: [], segments })),
      { nil: null },
    ),
  }),
});

/** Calls of two organisations, each with a path of its own. */
export const calls = (maxLength: number): fc.Arbitrary<Call[]> =>
  fc
    .array(call, { minLength: 1, maxLength, size: 'max' })
    .map((all) =>
      all.map(({ told, ...rest }, n) => ({ ...rest, draft: draft({ ...told, path: `${n}.wav` }) })),
    );

const holding: fc.Arbitrary<ExtensionHolding> = fc.record({
  extension: number,
  fromSec: edge,
  untilSec: edge,
});

/** Many of these change a person's scopes at nearly every moment. */
const briefHolding: fc.Arbitrary<ExtensionHolding> = fc
  .record({ extension: number, fromSec: moment, length: fc.integer({ min: 1, max: 3 }) })
  .map(({ extension, fromSec, length }) => ({ extension, fromSec, untilSec: fromSec + length }));

const share: fc.Arbitrary<SharedWithMe> = fc.record({
  ownerId: fc.constantFrom('u2', 'u3'),
  ownerName: fc.constantFrom(...NAMES),
  kind: fc.constantFrom(...SHARED_KINDS),
  holdings: fc.array(holding, { minLength: 1, maxLength: 3 }),
});

export const viewer: fc.Arbitrary<Viewer> = fc
  .record({
    profile: fc.constantFrom('normal', 'normal', 'nominee', 'agent'),
    isActive: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    organisationId: fc.constantFrom(1, 1, 1, 2),
    holdings: fc.oneof(
      fc.array(holding, { maxLength: 3, size: 'max' }),
      fc.array(briefHolding, { minLength: 20, maxLength: 40, size: 'max' }),
    ),
    groups: fc.array(
      fc.record({
        groupId: fc.constantFrom('g1', 'g2'),
        extension: number,
        withMembers: fc.boolean(),
        memberHoldings: fc.array(holding, { maxLength: 3 }),
      }),
      { maxLength: 2 },
    ),
    otherNumbers: fc.array(number, { maxLength: 2 }),
    lines: fc.array(number, { maxLength: 2 }),
    sharedWithMe: fc.array(share, { maxLength: 4 }),
    rights: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      fc.subarray([...SERVICE_RIGHTS], { maxLength: 3 }),
    ),
    settings: fc.record({
      portal: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
      replay: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
      replayAll: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
      replayOwn: fc.boolean(),
      viewOutbound: fc.boolean(),
      viewScreen: fc.boolean(),
      download: fc.boolean(),
      delete: fc.boolean(),
    }),
    organisation: fc.record({
      screenRecordings: fc.boolean(),
      conversationAnalysis: fc.boolean(),
      agentAccess: fc.constantFrom('none', 'own', 'all'),
      standardHears: fc.constantFrom('ownSettings', 'all'),
    }),
  })
  .map((told) => person(told as Parameters<typeof person>[0]));

/** One who hears something: by many a path, or all there is. */
export const hearing: fc.Arbitrary<Viewer> = fc.tuple(viewer, fc.boolean()).map(([who, isAdministrator]) => ({
  ...who,
  isActive: true,
  organisationId: 1,
  profile: 'normal',
  serviceRights: new Set(isAdministrator ? ['mediaManagerAdministrator'] : []),
  settings: { ...who.settings, portal: true, replay: true, replayOwn: true, replayAll: false },
}));

const atMs = moment.chain((sec) => fc.constantFrom(0, 0, 0, 500).map((ms) => sec * 1000 + ms));
const durationMs = fc.constantFrom(0, 1, 1000, 59_999, 60_000, 61_000, 3_600_000);

export const TYPED = [
  'ann',
  'Zoe',
  'müll',
  'INVOICE',
  'inv',
  '201',
  '020',
  '20',
  '2',
  '49 30',
  '49302',
  '4930 201',
  'zzz',
  '"',
  'OR',
  'acl:ann',
  '',
];

const conditions: fc.Arbitrary<RecordingFilter>[] = [
  fc
    .array(fc.constantFrom(...TYPED), { minLength: 1, maxLength: 2 })
    .map((words) => ({ text: words.join(' ') })),
  fc.constantFrom(...TYPED).map((text) => ({ text })),
  fc.subarray([...KINDS]).map((kinds) => ({ kinds })),
  fc.subarray([...DIRECTIONS]).map((directions) => ({ directions })),
  atMs.map((fromMs) => ({ fromMs })),
  atMs.map((untilMs) => ({ untilMs })),
  durationMs.map((minDurationMs) => ({ minDurationMs })),
  durationMs.map((maxDurationMs) => ({ maxDurationMs })),
  number.map((party) => ({ party })),
  number.map((group) => ({ group })),
  number.map((line) => ({ line })),
  fc.boolean().map((hasTranscript) => ({ hasTranscript })),
  fc.boolean().map((hasScreen) => ({ hasScreen })),
];

/** One to three conditions: with more of them nothing is left to find. */
export const filter: fc.Arbitrary<RecordingFilter> = fc
  .array(fc.oneof(...conditions), { minLength: 1, maxLength: 3 })
  .map((some) => Object.assign({}, ...some) as RecordingFilter);

/** What the draft is to a decision, told apart from the catalog's own reading of it. */
export function factsOf({ draft: told, organisationId, isHeld, isLocked, isDeleted }: Call): RecordingFacts {
  const some = (list: readonly (string | null)[]) =>
    list.filter((each): each is string => each !== null && each !== '');
  return {
    organisationId,
    kind: told.kind,
    direction: told.direction,
    startedAtSec: Math.trunc(told.startedAtMs / 1000),
    extensions: some([
      ...told.parties.map((p) => (p.numberKind === 'extension' ? p.number : null)),
      told.owner,
    ]),
    owner: told.owner === '' ? null : told.owner,
    groups: some([...told.parties.map((p) => (p.numberKind === 'group' ? p.number : null)), told.group]),
    lines: some([told.line]),
    accountCodes: some([told.accountCode]),
    wasUnavailable: told.wasUnavailable,
    hasScreen: told.screenPath !== null,
    isHeld,
    isRetentionLocked: isLocked,
    isDeleted,
  };
}

export function holdsOf(all: readonly Call[], idOf: (call: Call) => string): Holds {
  const held = new Set(all.filter((each) => each.isHeld).map(idOf));
  const deleted = new Set(all.filter((each) => each.isDeleted).map(idOf));
  const locked = new Set(all.filter((each) => each.isLocked).map(idOf));
  return {
    isHeld: (id) => held.has(id),
    isBeingDeleted: (id) => deleted.has(id),
    listBeingDeleted: () => [...deleted],
    isRetentionLocked: (recording) => locked.has((recording as { id: string } & typeof recording).id),
  };
}

/** Ann has 202 until the tenth moment, Bob from then on; Zoë has 700 for ever, and the line 555 is called Anna's. */
export const NAMED = [
  { name: 'ann', number: '202', fromSec: null, untilSec: START_SEC + 10 },
  { name: 'bob', number: '202', fromSec: START_SEC + 10, untilSec: null },
  { name: 'zoe', number: '700', fromSec: null, untilSec: null },
  { name: 'anna', number: '555', fromSec: null, untilSec: null },
] as const;

export const directory: Directory = {
  nameOfExtension: () => null,
  changesOfExtension: () => [],
  nameOfGroup: () => null,
  nameOfLine: () => null,
  numbersOfName: (prefix) => NAMED.filter((each) => each.name.startsWith(folded(prefix))),
};

export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
