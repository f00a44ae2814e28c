/** An archive in small, and the viewers whose lists break naive queries: see the plans' test. */
import type { DraftRecording } from '../archive/draft';
import { draft, party } from '../catalog/drafts.test-support';
import { holding, person } from './people.test-support';
import type { Viewer } from './viewer';

const EXTENSIONS = 200;
const START_SEC = 1_600_000_000;
const SEC_PER_CALL = 40;

/** The same for the same n, and spread like a hash. */
function spread(n: number, below: number): number {
  let mixed = Math.imul(n ^ (n >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % below;
}

/** Calls in order of time; those of the last hundredth have none of the stale extensions. */
export function callNumber(n: number, total: number): DraftRecording {
  const agent = 200 + spread(n, EXTENSIONS);
  const isStale = agent >= 390 && n > total / 2;
  const own = String(isStale ? 210 : agent);
  const customer = `0${170 + spread(n, 9)}${1_000_000 + spread(n * 7, Math.max(100, Math.round(total / 100)))}`;
  const isOut = n % 3 === 0;
  const sides = [
    party(customer, 'external', isOut ? 'called' : 'caller', null),
    party(own, 'extension', isOut ? 'caller' : 'called'),
  ];
  return draft({
    path: `${Math.floor(n / 1000)}/${n}.wav`,
    direction: isOut ? 'outbound' : 'inbound',
    startedAtMs: (START_SEC + n * SEC_PER_CALL) * 1000,
    durationMs: 1000 + spread(n, 600_000),
    parties: sides,
    owner: own,
    group: n % 4 === 0 ? `7${String(spread(n, 40)).padStart(2, '0')}` : null,
    line: `09${spread(n, 12)}`,
    accountCode: n % 499 === 0 ? `acc${(n / 499) % 20}` : null,
    transcript:
      n % 50 === 0
        ? {
            format: 'srt',
            categories: [],
            segments: [
              {
                startMs: 0,
                endMs: 1,
                speaker: null,
                channel: null,
                text: n % 1000 === 0 ? 'a rare refund' : 'hello invoice',
              },
            ],
          }
        : null,
    screenPath: n % 2000 === 0 ? `${n}.webm` : null,
  });
}

export const VIEWERS: Readonly<Record<'a' | 'b' | 'c' | 'c_sparse' | 'c_stale' | 'b_rare', Viewer>> = {
  a: person({ rights: ['mediaManagerAdministrator'], organisation: { conversationAnalysis: true } }),
  b: ofNumbers(['201'], []),
  c: ofNumbers(
    ['202'],
    ['700', '701', '702', '703', '704'],
    ['090', '091', '203', '204', '205', '206', '207', '208', '209', '211', '212', '213'],
  ),
  c_sparse: ofNumbers(
    ['999'],
    ['998', '997'],
    ['acc1', 'acc2', 'acc3', '888', '887', '886', '885', '884', '883', '882', '881', '880'],
  ),
  c_stale: ofNumbers(['390'], [], ['391', '392', '393', '394', '395', '396', '397', '398', '399']),
  b_rare: ofNumbers(['acc7'], [], ['acc7']),
};

function ofNumbers(
  own: readonly string[],
  groups: readonly string[],
  otherNumbers: readonly string[] = [],
): Viewer {
  return person({
    settings: { replay: true, replayOwn: true, viewOutbound: true },
    organisation: { conversationAnalysis: true },
    holdings: own.map((each) => holding(each)),
    groups: groups.map((extension) => ({
      groupId: extension,
      extension,
      withMembers: false,
      memberHoldings: [],
    })),
    otherNumbers,
  });
}

/** How the plans of a viewer may begin; everything else reads or sorts more than it gives. */
export const ALLOWED_PLAN = [
  /^MERGE \(UNION\)$/,
  /^(LEFT|RIGHT)$/,
  /^CO-ROUTINE \(subquery-\d+\)$/,
  /^SCAN \(subquery-\d+\)$/,
  /^SCAN CONSTANT ROW$/,
  /^SEARCH \w+$/,
  /^SEARCH \w+ USING (PRIMARY KEY|INTEGER PRIMARY KEY|(COVERING )?INDEX \w+) \(.*=\?.*\)$/,
  // One step, to the next organisation.
  /^SEARCH scope USING COVERING INDEX sqlite_autoindex_scope_1 \(organisation_id>\?\)$/,
  // A row for every 4,096 recordings.
  /^SCAN ordinal_block$/,
  // Of one scope, or of 65,536 recordings.
  /^SEARCH (posting|ordinal_content) USING INTEGER PRIMARY KEY \(rowid>\? AND rowid<\?\)$/,
  // Of the keys of a page.
  /^SCAN asked VIRTUAL TABLE INDEX 1:$/,
  /^SCAN (search|number_part) VIRTUAL TABLE INDEX .+$/,
  // One step, to the next word.
  /^SCAN search_word VIRTUAL TABLE INDEX .+$/,
  // By the one word that an id is.
  /^SCAN recording_id VIRTUAL TABLE INDEX 0:M1$/,
] as const;
