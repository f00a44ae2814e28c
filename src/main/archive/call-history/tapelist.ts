/**
 * Oreka's `tapelist.log`: a line a recording, `key=value` separated by blanks, where `%s` is a blank, `%p` a percent sign
 * and `%e` an equals sign. A line becomes a leg whose unique reference is the recording's base name.
 */
import { createHash } from 'node:crypto';
import type { DraftCallLeg } from '../draft';
import { toWallMs } from '../zone';
import type { ZoneClock } from '../zone';
import { isExtensionLike, toNumber } from './caller-id';
import { toWholeSeconds } from './whole-seconds';

const LINE_CHARS = 16_384;

/** Null where the line is none of a tape list. */
export function readTapeListLine(line: string, zone: ZoneClock): DraftCallLeg | null {
  if (line.length > LINE_CHARS) return null;
  const fields = new Map<string, string>();
  for (const part of line.trim().split(' ')) {
    const equals = part.indexOf('=');
    if (equals > 0) fields.set(part.slice(0, equals).toLowerCase(), toPlain(part.slice(equals + 1)));
  }
  const get = (name: string): string => fields.get(name) ?? '';
  const uniqueReference = toTapeReference(get('filename'));
  const stamp = /^(\d{4})-(\d{2})-(\d{2})_(\d{2})-(\d{2})-(\d{2})$/.exec(get('date'));
  if (uniqueReference === '' || !stamp) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = stamp.slice(1).map(Number);
  const wallMs = toWallMs(year, month, day, hour, minute, second);
  if (wallMs === null) return null;
  const startedAtMs = zone.toUtc(wallMs).ms;
  const direction = get('direction');
  const local = toNumber(get('localparty'));
  const remote = toNumber(get('remoteparty'));
  const isOut = direction === 'out';
  const durationSec = toWholeSeconds(get('duration'));
  return {
    uniqueReference,
    linkedReference: get('nativecallid') || uniqueReference,
    startedAtMs,
    answeredAtMs: startedAtMs,
    endedAtMs: startedAtMs + durationSec * 1000,
    fromNumber: isOut ? local : remote,
    fromName: null,
    toNumber: isOut ? remote : local,
    answeredBy: !isOut && isExtensionLike(local) ? local : null,
    group: null,
    line: get('localentrypoint') || null,
    accountCode: null,
    absentMailboxes: null,
    application: direction === 'in' || direction === 'out' ? direction : 'unkn',
    disposition: 'ANSWERED',
    fingerprint: createHash('sha1').update(line).digest('base64').slice(0, 22),
  };
}

/** The base name, which holds second and capture port and so is the same for file and line. */
export function toTapeReference(fileName: string): string {
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  return dot > 0 ? base.slice(0, dot) : base;
}

function toPlain(text: string): string {
  return text.replace(/%[spe]/g, (escape) => (escape === '%s' ? ' ' : escape === '%p' ? '%' : '='));
}
