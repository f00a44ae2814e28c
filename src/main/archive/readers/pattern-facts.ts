/** What the parts of a matched name say of a recording. */
import type { Direction, Party, PartyNumberKind } from '../../../shared/model';
import type { NamePattern, PatternKind } from '../../../shared/source-reading';
import { toDirection, toNumber, toNumberKind } from '../call-history/caller-id';
import type { RecordingFacts } from './reader';
import { toFacts } from './reader';
import { toDirectionWord } from '../sidecars/map-fields';
import { toWallMs } from '../zone';
import type { ZoneClock } from '../zone';
import { findValue } from '../../../shared/name-matcher';

interface Named {
  readonly pattern: NamePattern;
  readonly taken: readonly string[];
  /** Name of the folder in which the file lies. */
  readonly folderName: string;
}

type Get = (kind: PatternKind) => string | undefined;

/** Null where a part that should be a time is none: the name is then another one. */
export function readPatternFacts(
  named: Named,
  zone: ZoneClock,
): ((modifiedAtMs: number) => RecordingFacts) | null {
  const get: Get = (kind) => findValue(named.pattern, named.taken, kind);
  const start = findStart(get, named.pattern, zone);
  if (start === 'none') return null;
  const folder = named.pattern.folder;
  const folderName = /^[\w+*#.-]{1,64}$/.test(named.folderName) ? named.folderName : null;
  const told = toDirectionWord(get('direction') ?? '');
  const extension =
    get('extension') ?? (folder === 'extension' && folderName !== null ? folderName : undefined);
  const call = toCall(get, told, extension);
  const reference = get('callId') ?? null;
  const foundBy: RecordingFacts['foundBy'] = [
    'name pattern',
    ...(folder !== 'nothing' ? (['folder name'] as const) : []),
    ...(start === null ? (['file time'] as const) : []),
  ];
  return (modifiedAtMs) =>
    toFacts({
      startedAtMs: start?.ms ?? Math.round(modifiedAtMs),
      isTimeDoubtful: start?.isDoubtful ?? false,
      ...call,
      group: get('group') ?? (folder === 'group' ? folderName : null),
      line: get('line') ?? (folder === 'line' ? folderName : null),
      accountCode: get('account') ?? (folder === 'account' ? folderName : null),
      callReference: reference,
      linkedReference: reference,
      foundBy,
    });
}

/** Null where the pattern has no time, 'none' where what stands there is no time. */
function findStart(
  get: Get,
  pattern: NamePattern,
  zone: ZoneClock,
): { ms: number; isDoubtful: boolean } | null | 'none' {
  const count = get('epochMs') ?? get('epochSec');
  if (count !== undefined) {
    const ms = Number(count) * (get('epochMs') === undefined ? 1000 : 1);
    return Number.isSafeInteger(ms) ? { ms, isDoubtful: false } : 'none';
  }
  const date = get('dateTime') ?? get('date') ?? '';
  const [year, month, day] = date === '' ? [get('year'), get('month'), get('day')] : splitDate(date, pattern);
  if (year === undefined) return null;
  const time = get('dateTime')?.replace(/\D/g, '').slice(8) ?? get('time')?.replace(/\D/g, '') ?? '';
  const [hour, minute, second] =
    time === ''
      ? [get('hour') ?? '0', get('minute') ?? '0', get('second') ?? '0']
      : [time.slice(0, 2), time.slice(2, 4), time.slice(4, 6) || '0'];
  const fullYear = year.length === 2 ? `20${year}` : year;
  const wallMs = toWallMs(
    Number(fullYear),
    Number(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return wallMs === null ? 'none' : zone.toUtc(wallMs);
}

/** Eight or six digits, whatever stands between them. */
function splitDate(text: string, { dateOrder }: NamePattern): [string, string, string] {
  const digits = text.replace(/\D/g, '').slice(0, 8);
  const years = digits.length >= 8 ? 4 : 2;
  if (dateOrder === 'year-first')
    return [digits.slice(0, years), digits.slice(years, years + 2), digits.slice(years + 2, years + 4)];
  const [one, two, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 4 + years)];
  return dateOrder === 'day-first' ? [year, two, one] : [year, one, two];
}

interface Call {
  readonly direction: Direction;
  readonly parties: readonly Party[];
  readonly owner: string | null;
}

/** By caller and called, or by extension and other side, whose order the direction tells. */
function toCall(get: Get, told: Direction | null, extension: string | undefined): Call {
  const other = get('other');
  const isPair = get('from') !== undefined || get('to') !== undefined;
  const [from, to] = isPair
    ? [get('from'), get('to')]
    : told === 'outbound'
      ? [extension, other]
      : [other, extension];
  const otherName = get('otherName') ?? null;
  const owner = extension !== undefined && /^\d{1,9}$/.test(extension) ? extension : null;
  const nameOf = (number: string | undefined, own: string | undefined): string | null =>
    own ?? (number !== undefined && number !== extension ? otherName : null);
  if (from === undefined && to === undefined) return { direction: told ?? 'unknown', parties: [], owner };
  const [caller, called] = [toNumber(from ?? ''), toNumber(to ?? '')];
  const kindOf = (number: string, isOutside: boolean): PartyNumberKind =>
    isOutside ? 'external' : number !== '' && number === owner ? 'extension' : toNumberKind(number);
  const callerKind = kindOf(caller, told === 'inbound');
  const calledKind = kindOf(called, told === 'outbound');
  const direction =
    told ?? (isPair || extension === undefined ? toDirection(callerKind, calledKind, caller) : 'unknown');
  return {
    direction,
    parties: [
      {
        role: 'caller',
        number: caller,
        numberKind: callerKind,
        name: nameOf(from, get('fromName')),
        channel: null,
      },
      {
        role: 'called',
        number: called,
        numberKind: calledKind,
        name: nameOf(to, get('toName')),
        channel: null,
      },
    ],
    owner: owner ?? ownerOf(direction, caller, callerKind, called, calledKind),
  };
}

/** The recording of a call with outside is that of its extension; of an internal one it is not known whose. */
function ownerOf(
  direction: Direction,
  caller: string,
  callerKind: PartyNumberKind,
  called: string,
  calledKind: PartyNumberKind,
): string | null {
  if (direction === 'outbound' && callerKind === 'extension') return caller;
  return direction === 'inbound' && calledKind === 'extension' ? called : null;
}
