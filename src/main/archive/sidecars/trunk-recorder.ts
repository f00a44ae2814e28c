/** Trunk Recorder: radio calls to a talk group, `start_time`, `talkgroup` and `srcList` in a JSON beside the sound. */
import type { Party } from '../../../shared/model';
import type { KnownFacts } from './call-facts';
import type { JsonObject } from '../json-value';
import { isObject } from '../json-value';
import { findText, listOf } from './json';
import { toText } from './party-text';

export function isTrunkRecorder(json: JsonObject): boolean {
  return Object.hasOwn(json, 'talkgroup') && Object.hasOwn(json, 'start_time');
}

export function readTrunkRecorder(json: JsonObject): KnownFacts {
  const talkGroup = findText(json, 'talkgroup') ?? '';
  const startSec = Number(findText(json, 'start_time'));
  const system = findText(json, 'short_name') ?? 'radio';
  const sources = new Map<string, string | null>();
  for (const one of listOf(json, 'srcList').slice(0, 200)) {
    const radio = isObject(one) ? findText(one, 'src') : null;
    if (!isObject(one) || radio === null || radio.startsWith('-')) continue;
    sources.set(radio, sources.get(radio) ?? toText(findText(one, 'tag')));
  }
  const [first, ...others] = [...sources];
  const toParty = (role: Party['role'], [number, name]: [string, string | null]): Party => ({
    role,
    number,
    numberKind: 'unknown',
    name,
    channel: null,
  });
  const reference = `${system}-${talkGroup}-${findText(json, 'start_time') ?? ''}`;
  const name = toText(findText(json, 'talkgroup_tag')) ?? toText(findText(json, 'talkgroup_description'));
  return {
    direction: 'internal',
    ...(Number.isFinite(startSec) && startSec > 0
      ? { startedAtMs: Math.round(startSec * 1000), isTimeDoubtful: false }
      : {}),
    group: talkGroup,
    parties: [
      ...(first ? [toParty('caller', first)] : []),
      { role: 'called', number: talkGroup, numberKind: 'group', name, channel: null },
      ...others.map((other) => toParty('other', other)),
    ],
    callReference: reference,
    linkedReference: reference,
  };
}
