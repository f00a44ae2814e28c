/** The rows that a reader looks at: when the archive changes they stay where they are on the screen. */
import type { Anchor, ShownList } from './recording-list';
import type { Identified } from './recording-pages';

interface Chosen {
  readonly chosen: Identified | null;
  readonly activeIndex: number;
}

/** The chosen row first, where it is in view; none for a list that nobody touches, which then begins with the newest. */
export function findVisibleAnchors<Filter, Row extends Identified>(
  { pages }: ShownList<Filter, Row>,
  scroll: HTMLElement | null,
  rowHeightPx: number,
  { chosen, activeIndex }: Chosen,
): readonly Anchor[] {
  if (!scroll) return [];
  const isTouched =
    scroll.scrollTop > 0 || scroll.contains(document.activeElement) || scroll.matches(':hover');
  if (!isTouched) return [];
  const first = Math.floor(scroll.scrollTop / rowHeightPx);
  const last = first + Math.ceil(scroll.clientHeight / rowHeightPx);
  const anchors: Anchor[] = [];
  for (let index = first; index <= last; index++) {
    const row = pages.findRow(index);
    if (row) anchors.push({ id: row.id, index });
  }
  const isInView = activeIndex >= first && activeIndex <= last;
  return chosen && isInView ? [{ id: chosen.id, index: activeIndex }, ...anchors] : anchors;
}
