/** What the two sides of a call are called on screen. */
import type { TFunction } from 'i18next';
import type { PartyLabel } from '../../shared/model';
import { toDisplayText } from '../format/display-text';

/** Left and right; a side that nobody knows is called after the ear that hears it. */
export function toSideNames(t: TFunction, sides: readonly (PartyLabel | null)[]): readonly [string, string] {
  const toName = (side: PartyLabel | null | undefined, ear: string) => {
    const name = side ? toDisplayText(side.name ?? side.number) : '';
    return name === '' ? ear : name;
  };
  return [toName(sides[0], t('player.leftSide')), toName(sides[1], t('player.rightSide'))];
}
