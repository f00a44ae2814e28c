/**
 * Sums of calls by day, kept as calls come, change and go, so that a summary of years reads some thousand rows and no call.
 * A day is one of the source's wall clock: what people call a day.
 */
import type { Disposition } from '../../shared/calls';
import type { Direction } from '../../shared/model';
import type { WritableDb } from '../sqlite/database';
import { DIRECTION_CODES, DISPOSITION_CODES } from './codes';
import type { Subject } from './dictionary';
import { insertRows } from './multi-row';
import type { Subjects } from './recording-scopes';

export interface Tallied {
  readonly organisationId: number;
  readonly wallHour: number;
  readonly startedAtMs: number;
  readonly answeredAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly direction: Direction;
  readonly disposition: Disposition;
}

interface Sums {
  calls: number;
  answered: number;
  talkMs: number;
  waitMs: number;
}

type Place = readonly [
  organisationId: number,
  subject: Subject,
  day: number,
  number: string,
  ...rest: number[],
];

const COLUMNS = [
  'organisation_id',
  'subject',
  'wall_day',
  'number',
  'hour',
  'direction',
  'disposition',
  'calls',
  'answered',
  'talk_ms',
  'wait_ms',
] as const;

export function toTalkMs(call: Pick<Tallied, 'answeredAtMs' | 'endedAtMs'>): number | null {
  const { answeredAtMs, endedAtMs } = call;
  return answeredAtMs === null || endedAtMs === null ? null : Math.max(0, endedAtMs - answeredAtMs);
}

/** Until the answer or, without one, until the end; 0 where the history tells neither. */
export function toWaitMs(call: Pick<Tallied, 'startedAtMs' | 'answeredAtMs' | 'endedAtMs'>): number {
  return Math.max(0, (call.answeredAtMs ?? call.endedAtMs ?? call.startedAtMs) - call.startedAtMs);
}

/** The changes of one transaction; `apply` writes them. */
export class TallyChanges {
  readonly #sums = new Map<string, { readonly place: Place; readonly sums: Sums }>();

  /** `sign` is 1 for a call that comes, -1 for one that goes. */
  add(call: Tallied, subjects: Pick<Subjects, 'extensions' | 'groups' | 'lines'>, sign: 1 | -1): void {
    const day = Math.floor(call.wallHour / 24);
    const { organisationId } = call;
    const codes = [
      call.wallHour - day * 24,
      DIRECTION_CODES[call.direction],
      DISPOSITION_CODES[call.disposition],
    ];
    const sums: Sums = {
      calls: sign,
      answered: call.disposition === 'answered' ? sign : 0,
      talkMs: sign * (toTalkMs(call) ?? 0),
      waitMs: sign * toWaitMs(call),
    };
    this.#add([organisationId, 'all', day, '', ...codes], sums);
    const of = (subject: Subject, numbers: readonly string[]): void => {
      for (const number of numbers) this.#add([organisationId, subject, day, number, 0, 0, 0], sums);
    };
    of('extension', subjects.extensions);
    of('group', subjects.groups);
    of('line', subjects.lines);
  }

  apply(db: WritableDb): void {
    // In the order of the table, so that each of its pages is written once.
    const changed = [...this.#sums.values()]
      .filter(({ sums }) => Object.values(sums).some((sum) => sum !== 0))
      .sort((a, b) => compare(a.place, b.place));
    insertRows(
      db,
      'INSERT',
      'call_tally',
      COLUMNS,
      changed.map(({ place, sums }) => [...place, sums.calls, sums.answered, sums.talkMs, sums.waitMs]),
      `ON CONFLICT DO UPDATE SET calls = calls + excluded.calls, answered = answered + excluded.answered,
       talk_ms = talk_ms + excluded.talk_ms, wait_ms = wait_ms + excluded.wait_ms`,
    );
    for (const { place, sums } of changed) {
      if (sums.calls < 0) {
        db.run(
          `DELETE FROM call_tally WHERE organisation_id = ? AND subject = ? AND wall_day = ? AND number = ? AND hour = ?
           AND direction = ? AND disposition = ? AND calls = 0`,
          [...place],
        );
      }
    }
    this.#sums.clear();
  }

  #add(place: Place, sums: Sums): void {
    // Only the number may hold spaces, and of all else there is the same before it and behind it.
    const name = place.join(' ');
    const kept = this.#sums.get(name)?.sums;
    if (!kept) {
      this.#sums.set(name, { place, sums: { ...sums } });
      return;
    }
    kept.calls += sums.calls;
    kept.answered += sums.answered;
    kept.talkMs += sums.talkMs;
    kept.waitMs += sums.waitMs;
  }
}

function compare(a: Place, b: Place): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}
