/** Summaries of the calls of all users: counts and durations, for whoever may see reports; no single call, and no recording. */
import type { Report, ReportInput, ReportRow, ReportSums } from '../../shared/calls';
import { DISPOSITIONS } from '../../shared/calls';
import { AppError } from '../../shared/errors';
import { DIRECTIONS } from '../../shared/model';
import type { DayRange, KeyedSums } from '../catalog/calls-report';
import {
  listCallsOfDay,
  listDaysOfExtensions,
  mayBeWithinDay,
  sumAllCalls,
  sumCalls,
  sumCallsByNumber,
  toNoonSec,
} from '../catalog/calls-report';
import { toTalkMs, toWaitMs } from '../catalog/calls-tally';
import { DIRECTION_CODES, DISPOSITION_CODES } from '../catalog/codes';
import type { LibraryWorld } from './library-world';
import type { Viewer } from './viewer';
import { maySeeReports } from './viewer';

const DAY_MS = 86_400_000;
/** A report of days is drawn day by day; no archive is longer than this. */
const DAYS_MAX = 366 * 50;
const NUMBERS_PER_QUERY = 300;

/** Throws `forbidden` where the person may not see reports, `invalid-input` for a period that is none. */
export function toReport(world: LibraryWorld, viewer: Viewer, input: ReportInput): Report {
  if (!maySeeReports(viewer)) {
    throw new AppError(
      'forbidden',
      'forbidden',
      "This needs 'Enable historical call reporting', and an organisation with call reporting.",
    );
  }
  const days = toDays(input);
  const { organisationId } = viewer;
  return world.db.snapshot(() => ({
    rows: toRows(world, organisationId, days, input.by),
    total: sumAllCalls(world.db, organisationId, days),
  }));
}

function toDays({ fromDay, untilDay }: ReportInput): DayRange {
  const [firstDay, lastDay] = [fromDay, untilDay].map((day) => Math.floor(Date.parse(day) / DAY_MS));
  if (firstDay === undefined || lastDay === undefined || !(firstDay <= lastDay)) {
    throw new AppError('invalid-input', 'invalid-input', 'untilDay: it lies before fromDay, or is no day.');
  }
  if (lastDay - firstDay > DAYS_MAX)
    throw new AppError('invalid-input', 'invalid-input', 'untilDay: the period is longer than 50 years.');
  return { firstDay, lastDay };
}

function toRows(
  world: LibraryWorld,
  organisationId: number,
  days: DayRange,
  by: ReportInput['by'],
): ReportRow[] {
  const { db, directory } = world;
  switch (by) {
    case 'day':
      return sumCalls(db, organisationId, days, by).map((sums) => ({
        ...withKey(sums, new Date(Number(sums.key) * DAY_MS).toISOString().slice(0, 10)),
      }));
    case 'hour':
    case 'weekday':
      return sumCalls(db, organisationId, days, by).map((sums) => withKey(sums, String(sums.key)));
    case 'disposition': {
      const sums = sumCalls(db, organisationId, days, by);
      return DISPOSITIONS.flatMap((name) => withCode(sums, DISPOSITION_CODES[name], name));
    }
    case 'direction': {
      const sums = sumCalls(db, organisationId, days, by);
      return DIRECTIONS.flatMap((name) => withCode(sums, DIRECTION_CODES[name], name));
    }
    case 'group':
      return sumCallsByNumber(db, organisationId, days, by).map(({ number, ...sums }) => ({
        ...sums,
        key: number,
        name: directory.nameOfGroup(number, toNoonSec(days.lastDay)),
      }));
    case 'line':
      return sumCallsByNumber(db, organisationId, days, by).map(({ number, ...sums }) => ({
        ...sums,
        key: number,
        name: directory.nameOfLine(number),
      }));
    case 'person':
      return toPersonRows(world, organisationId, days);
  }
}

function withKey(sums: KeyedSums, key: string): ReportRow {
  return { ...sums, key, name: null };
}

function withCode(all: readonly KeyedSums[], code: number, name: string): ReportRow[] {
  return all.filter((sums) => sums.key === code).map((sums) => withKey(sums, name));
}

/** A row for each extension and each person who had it: a call belongs to whoever had the extension when it was made. */
function toPersonRows(world: LibraryWorld, organisationId: number, days: DayRange): ReportRow[] {
  const { db, directory } = world;
  const changesOf = (number: string): number[] =>
    directory
      .changesOfExtension(number)
      .filter((sec) => sec > toNoonSec(days.firstDay - 2) && sec < toNoonSec(days.lastDay + 2));
  const rows = new PersonRows();
  const passed: string[] = [];
  for (const { number, ...sums } of sumCallsByNumber(db, organisationId, days, 'extension')) {
    if (changesOf(number).length > 0) passed.push(number);
    else rows.add(number, directory.nameOfExtension(number, toNoonSec(days.firstDay)), sums);
  }
  for (let at = 0; at < passed.length; at += NUMBERS_PER_QUERY) {
    const part = passed.slice(at, at + NUMBERS_PER_QUERY);
    for (const { number, day, ...sums } of listDaysOfExtensions(db, organisationId, days, part)) {
      if (!changesOf(number).some((sec) => mayBeWithinDay(sec, day))) {
        rows.add(number, directory.nameOfExtension(number, toNoonSec(day)), sums);
        continue;
      }
      for (const call of listCallsOfDay(db, organisationId, number, day)) {
        const isAnswered = call.disposition === 'answered';
        const one = {
          calls: 1,
          answered: isAnswered ? 1 : 0,
          talkMs: toTalkMs(call) ?? 0,
          waitMs: toWaitMs(call),
        };
        rows.add(number, directory.nameOfExtension(number, call.startedAtSec), one);
      }
    }
  }
  return rows.toList();
}

class PersonRows {
  readonly #rows = new Map<string, ReportRow>();

  add(number: string, name: string | null, sums: ReportSums): void {
    const place = JSON.stringify([number, name]);
    const kept = this.#rows.get(place);
    this.#rows.set(place, {
      key: number,
      name,
      calls: sums.calls + (kept?.calls ?? 0),
      answered: sums.answered + (kept?.answered ?? 0),
      talkMs: sums.talkMs + (kept?.talkMs ?? 0),
      waitMs: sums.waitMs + (kept?.waitMs ?? 0),
    });
  }

  toList(): ReportRow[] {
    return [...this.#rows.values()].sort((a, b) => b.calls - a.calls || (a.key < b.key ? -1 : 1));
  }
}
