/** A recording on one line: when, and between whom. */
import type { PartyLabel } from '../../../shared/model';
import { toDisplayText } from '../../format/display-text';
import type { Place } from '../../format/moment';
import { toDay, toTimeOfDay } from '../../format/moment';

interface Named {
  readonly startedAtMs: number;
  readonly from: PartyLabel;
  readonly to: PartyLabel;
}

export function toRecordingWords({ startedAtMs, from, to }: Named, place: Place): string {
  const ends = [from, to]
    .map(({ name, number }) => toDisplayText(name ?? number))
    .filter((end) => end !== '');
  return `${toDay(startedAtMs, place)}, ${toTimeOfDay(startedAtMs, place)} · ${ends.join(' → ')}`;
}
