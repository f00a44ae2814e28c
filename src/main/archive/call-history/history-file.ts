/**
 * A file of call history, of any size, read from where the last scan left it: legs in batches, bad lines counted.
 */
import type { ArchiveFs } from '../archive-fs';
import { toText } from '../archive-fs';
import { readCsvRecord } from '../csv';
import type { DraftCallLeg } from '../draft';
import { isLineReference } from '../draft';
import type { ZoneClock } from '../zone';
import type { CdrClock, CdrLayout, RawLeg } from './asterisk-cdr';
import { findCdrClock, findCdrLayout, readCdrLine, toCallLeg } from './asterisk-cdr';
import type { SwitchLayout } from './freeswitch-cdr';
import { findSwitchLayout, readSwitchLine } from './freeswitch-cdr';
import { readTapeListLine } from './tapelist';

/** Enough of a file to see what it is and by which clock it was written. */
const SAMPLE_BYTES = 65_536;
const SAMPLE_RECORDS = 40;

export type HistoryKind = 'asterisk' | 'freeswitch' | 'oreka';

export interface HistoryFormat {
  readonly kind: HistoryKind;
  /** Of a table with header, which a later part of the file no longer shows. */
  readonly layout: CdrLayout | null;
  /** Of FreeSWITCH. */
  readonly switchLayout: SwitchLayout | null;
}

export interface HistoryBatch {
  readonly legs: readonly DraftCallLeg[];
  /** Lines that are no line of this history. */
  readonly badLines: number;
  /** Of the legs: read from lines without a unique id. */
  readonly unreferenced: number;
  readonly clock: CdrClock | null;
}

const HISTORY_NAME = /(?:^|[/])(?:[^/]*\.csv|tapelist\.log)(?:\.\d{1,3}|-\d{8})?$/i;

/** By its name alone: what is worth a look at its first lines. */
export function mayBeHistory(name: string): boolean {
  return HISTORY_NAME.test(name);
}

/** Null for a file of another content, such as call events or a list of something else. Throws what the disk throws. */
export function findHistoryFormat(fs: ArchiveFs, filePath: string): HistoryFormat | null {
  const text = readSample(fs, filePath, 0);
  if (/\bfilename=\S/.test(text) && /\blocalparty=/i.test(text))
    return { kind: 'oreka', layout: null, switchLayout: null };
  let at = 0;
  for (let count = 0; count < SAMPLE_RECORDS && at < text.length; count += 1) {
    const record = readCsvRecord(text, at, false);
    if (record === null) break;
    const format = record.fields && findFormat(record.fields);
    if (format) return format;
    at = record.end;
  }
  // A history of one line that has no line feed yet.
  const only = readCsvRecord(text, at, true)?.fields;
  return only ? findFormat(only) : null;
}

/** By one of its lines. */
function findFormat(fields: readonly string[]): HistoryFormat | null {
  const layout = findCdrLayout(fields);
  if (layout)
    return { kind: 'asterisk', layout: layout.kind === 'table' ? layout : null, switchLayout: null };
  const switchLayout = findSwitchLayout(fields);
  return switchLayout && { kind: 'freeswitch', layout: null, switchLayout };
}

/** The legs from `fromByte` on, which must be 0 or the beginning of a line. Throws what the disk throws. */
export function* readHistory(
  fs: ArchiveFs,
  filePath: string,
  fromByte: number,
  format: HistoryFormat,
  zone: ZoneClock,
): Generator<HistoryBatch> {
  let clock: CdrClock | null = null;
  if (format.kind === 'asterisk' && fromByte > 0) {
    const before = readSample(fs, filePath, Math.max(0, fromByte - SAMPLE_BYTES));
    clock = findCdrClock(readRecords(before, format.layout, true).raws, zone);
  }
  let carried: Buffer = Buffer.alloc(0);
  let rest = '';
  for (const chunk of fs.readChunks(filePath, fromByte, Number.MAX_SAFE_INTEGER)) {
    const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    const cut = bytes.lastIndexOf(10) + 1;
    carried = bytes.subarray(cut);
    if (cut === 0 && carried.length < SAMPLE_BYTES) continue;
    const text = rest + toText(bytes.subarray(0, cut === 0 ? bytes.length : cut));
    if (cut === 0) carried = Buffer.alloc(0);
    const batch = readPart(text, format, false, clock, zone);
    rest = batch.rest;
    clock = batch.clock;
    yield batch;
  }
  const last = rest + toText(carried);
  if (last !== '') yield readPart(last, format, true, clock, zone);
}

function readPart(
  text: string,
  { kind, layout, switchLayout }: HistoryFormat,
  isLast: boolean,
  before: CdrClock | null,
  zone: ZoneClock,
): BatchWithRest {
  if (kind === 'oreka') return readTapeList(text, zone);
  return switchLayout
    ? readSwitch(text, switchLayout, isLast, zone)
    : readCdrs(text, layout, isLast, before, zone);
}

interface BatchWithRest extends HistoryBatch {
  readonly rest: string;
}

function readTapeList(text: string, zone: ZoneClock): BatchWithRest {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const legs = lines.map((line) => readTapeListLine(line, zone)).filter((leg) => leg !== null);
  return { legs, badLines: lines.length - legs.length, unreferenced: 0, clock: null, rest: '' };
}

function readSwitch(text: string, layout: SwitchLayout, isLast: boolean, zone: ZoneClock): BatchWithRest {
  const legs: DraftCallLeg[] = [];
  let badLines = 0;
  let at = 0;
  while (at < text.length) {
    const record = readCsvRecord(text, at, isLast);
    if (record === null) break;
    at = record.end;
    const leg = record.fields && readSwitchLine(record.fields, layout, zone);
    if (leg) legs.push(leg);
    else if (record.fields === null) badLines += 1;
    // The header comes again where exports were put one behind the other.
    else if (findSwitchLayout(record.fields) === null && record.fields.some((field) => field !== ''))
      badLines += 1;
  }
  return { legs, badLines, unreferenced: 0, clock: null, rest: text.slice(at) };
}

function readCdrs(
  text: string,
  layout: CdrLayout | null,
  isLast: boolean,
  before: CdrClock | null,
  zone: ZoneClock,
): BatchWithRest {
  const { raws, badLines, unreferenced, rest } = readRecords(text, layout, isLast);
  // Each piece of the file votes anew, because the setting may have been changed in between.
  const clock = findCdrClock(raws, zone) ?? before;
  const legs = raws.map((raw) => toCallLeg(raw, clock ?? 'zone', zone));
  return { legs, badLines, unreferenced, clock, rest };
}

function readRecords(
  text: string,
  layout: CdrLayout | null,
  isLast: boolean,
): { raws: RawLeg[]; badLines: number; unreferenced: number; rest: string } {
  const raws: RawLeg[] = [];
  let badLines = 0;
  let unreferenced = 0;
  let at = 0;
  while (at < text.length) {
    const record = readCsvRecord(text, at, isLast);
    if (record === null) break;
    at = record.end;
    const told = record.fields && findCdrLayout(record.fields);
    const own = layout ?? told;
    const raw = record.fields && own ? readCdrLine(record.fields, own) : null;
    if (raw) {
      raws.push(raw);
      if (isLineReference(raw.uniqueReference)) unreferenced += 1;
      // The header comes again where exports were put one behind the other.
    } else if (told?.kind !== 'table' && record.fields?.some((field) => field !== '') !== false)
      badLines += 1;
  }
  return { raws, badLines, unreferenced, rest: text.slice(at) };
}

/** Whole lines from a place on: without the one that is cut at the beginning. */
function readSample(fs: ArchiveFs, filePath: string, fromByte: number): string {
  const text = toText(fs.readPart(filePath, fromByte, SAMPLE_BYTES)).replace(/^\uFEFF/, '');
  return fromByte > 0 ? text.slice(text.indexOf('\n') + 1) : text;
}
