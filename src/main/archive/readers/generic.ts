/** Any folder of recordings: by name, time of modification and length; from the name only what is unmistakable. */
import type { Direction, Party } from '../../../shared/model';
import { toNumberKind } from '../call-history/caller-id';
import type { ZoneClock } from '../zone';
import { toWallMs } from '../zone';
import type { FolderClaims } from './folder-claims';
import type { RecordingFacts, Reader } from './reader';
import { toFacts } from './reader';

const STAMP =
  /(?<!\d)((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?:[-_ .T]{1,3}|at)?(\d{2})([-_.:]?)(\d{2})\6(\d{2})(?!\d)/;
/** Shorter than what extensions may be elsewhere, so that no half of a date passes for one. */
const EXTENSION = /^[1-9]\d{2,4}$/;
const OUTSIDE = /^\+?\d{7,15}$/;
const INBOUND = /(?:^|[^a-z])(?:in|inbound|incoming)(?:[^a-z]|$)/i;
const OUTBOUND = /(?:^|[^a-z])(?:out|outbound|outgoing)(?:[^a-z]|$)/i;

export const generic: Reader = {
  id: 'generic',
  claim(claims: FolderClaims, zone: ZoneClock): void {
    // A video is a screen recording where there is sound of its name, so sound comes first.
    for (const wanted of ['audio', 'video', 'fax', 'paper'] as const) {
      for (const [name, parts] of claims.unclaimed) {
        if (parts.nameClass !== wanted || (wanted === 'paper' && !/fax/i.test(`${claims.folder}/${name}`)))
          continue;
        const kind = wanted === 'fax' || wanted === 'paper' ? 'fax' : 'call';
        claims.takeMedia('generic', name, (file) => readPlainName(parts.base, kind, file.modifiedAtMs, zone));
      }
    }
  },
};

/** What is unmistakable in a name without its ending. */
export function readPlainName(
  base: string,
  kind: 'call' | 'fax',
  modifiedAtMs: number,
  zone: ZoneClock,
): RecordingFacts {
  const stamp = STAMP.exec(base);
  const [year = 0, , month = 0, day = 0, hour = 0, , minute = 0, second = 0] = (stamp ?? [])
    .slice(1)
    .map(Number);
  const wallMs = stamp ? toWallMs(year, month, day, hour, minute, second) : null;
  const time = wallMs === null ? { ms: Math.round(modifiedAtMs), isDoubtful: false } : zone.toUtc(wallMs);
  const rest =
    stamp && wallMs !== null
      ? `${base.slice(0, stamp.index)} ${base.slice(stamp.index + stamp[0].length)}`
      : base;
  return toFacts({
    kind,
    startedAtMs: time.ms,
    isTimeDoubtful: time.isDoubtful,
    ...findCall(rest),
    foundBy: wallMs === null ? ['file time'] : ['file name'],
  });
}

/**
 * Exactly two numbers, an extension and one from outside, are the parties. Who called whom is known only where a word says
 * it; else the direction stays unknown.
 */
function findCall(text: string): { parties: Party[]; direction: Direction } {
  const numbers = text.split(/[\s_()[\],;=~-]+/).filter((token) => /^\+?\d{3,15}$/.test(token));
  const [first = '', second = ''] = numbers;
  const isPair = [EXTENSION, OUTSIDE].every((form) => [first, second].some((number) => form.test(number)));
  if (numbers.length !== 2 || !isPair) return { parties: [], direction: 'unknown' };
  const direction = findDirection(text);
  return {
    direction,
    parties: [
      { role: 'caller', number: first, numberKind: toNumberKind(first), name: null, channel: null },
      { role: 'called', number: second, numberKind: toNumberKind(second), name: null, channel: null },
    ],
  };
}

function findDirection(text: string): Direction {
  const isIn = INBOUND.test(text);
  const isOut = OUTBOUND.test(text);
  return isIn === isOut ? 'unknown' : isIn ? 'inbound' : 'outbound';
}
