/** What a number of 'Replay recordings for others' stands for, before it is saved: by the lists that are on hand. */
import type { GroupRow, LineRow, PersonRow, ResolvedNumber } from '../../../../shared/people';
import { toOtherNumbers } from '../../../../shared/user-settings';

export interface NumberLists {
  readonly people: readonly PersonRow[];
  readonly groups: readonly GroupRow[];
  readonly lines: readonly LineRow[];
}

/**
 * Each number as typed with all its meanings, none where nobody here knows it. What the door has resolved already is taken from
 * it, for it also knows who had an extension before.
 */
export function resolveTyped(
  typed: string,
  lists: NumberLists,
  resolved: readonly ResolvedNumber[],
): readonly ResolvedNumber[] {
  return toOtherNumbers(typed).map(
    (number) =>
      resolved.find((one) => one.number === number) ?? { number, meanings: meaningsOf(number, lists) },
  );
}

function meaningsOf(number: string, { people, groups, lines }: NumberLists): ResolvedNumber['meanings'] {
  const holder = people.find((person) => person.extensions.includes(number));
  const group = groups.find((one) => one.extension === number);
  const line = lines.find((one) => one.number === number);
  return [
    ...(holder ? [{ kind: 'extension' as const, name: holder.name }] : []),
    ...(group ? [{ kind: 'group' as const, name: group.name }] : []),
    ...(line ? [{ kind: 'line' as const, name: line.name === '' ? null : line.name }] : []),
  ];
}

/** A mark that other systems would take as a wildcard or separator: here it is part of the number. */
export function hasPatternMark(number: string): boolean {
  return /[*?%,.\s]/.test(number);
}
