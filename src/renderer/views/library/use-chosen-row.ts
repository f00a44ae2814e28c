/** Which row has the keyboard and which is chosen, while the list under them changes. */
import { useCallback, useState } from 'react';
import type { ShownList } from './recording-list';
import type { Identified } from './recording-pages';

interface Place {
  /** The row that Tab leads to. */
  readonly activeIndex: number;
  readonly isChosen: boolean;
}

export interface ChosenRow<Row> extends Place {
  readonly chosen: Row | null;
  readonly choose: (index: number) => void;
}

export function useChosenRow<Filter, Row extends Identified>(shown: ShownList<Filter, Row>): ChosenRow<Row> {
  const [place, setPlace] = useState<Place>({ activeIndex: 0, isChosen: false });
  const [chosen, setChosen] = useState<Row | null>(null);
  const [pages, setPages] = useState(shown.pages);
  if (pages !== shown.pages) {
    setPages(shown.pages);
    setPlace(toPlaceIn(shown, place, chosen));
  }
  // Kept while its page is not in memory: one may scroll far away and still look at its details.
  const row = place.isChosen ? shown.pages.findRow(place.activeIndex) : undefined;
  if (row && row !== chosen) setChosen(row);
  if (!place.isChosen && chosen) setChosen(null);
  // The same function always: every row has it, and would be drawn anew with another.
  const choose = useCallback((activeIndex: number) => setPlace({ activeIndex, isChosen: true }), []);
  return { ...place, chosen, choose };
}

/** The chosen row keeps being chosen where the new list has it near; else the list begins at its first row. */
function toPlaceIn<Filter, Row extends Identified>(
  shown: ShownList<Filter, Row>,
  before: Place,
  chosen: Row | null,
): Place {
  const index = chosen ? shown.pages.findIndex(chosen.id) : undefined;
  if (before.isChosen && index !== undefined) return { activeIndex: index, isChosen: true };
  if (before.isChosen && shown.shiftRows !== null && shown.pages.getState().knownRows <= before.activeIndex) {
    return { activeIndex: 0, isChosen: false };
  }
  // Renewed, and the chosen one is too far away to be in memory: it moved with the others.
  const isFar =
    shown.shiftRows !== null &&
    chosen !== null &&
    before.isChosen &&
    index === undefined &&
    !isLoadedAt(shown, before);
  return isFar
    ? { activeIndex: Math.max(0, before.activeIndex + (shown.shiftRows ?? 0)), isChosen: true }
    : { activeIndex: 0, isChosen: false };
}

function isLoadedAt<Filter, Row extends Identified>(
  shown: ShownList<Filter, Row>,
  { activeIndex }: Place,
): boolean {
  return shown.pages.findRow(activeIndex + (shown.shiftRows ?? 0)) !== undefined;
}
