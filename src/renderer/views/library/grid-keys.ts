/** What a key does in the list. */

export type Move =
  | { readonly to: 'row'; readonly index: number }
  | { readonly to: 'other-end' | 'play' | 'open-details' | 'close-details' | 'delete' | 'none' };

interface Where {
  readonly activeIndex: number;
  readonly rowCount: number;
  /** Null where nobody knows how long the list is. */
  readonly lastIndex: number | null;
  readonly rowsInView: number;
  readonly isRightToLeft: boolean;
}

/** Undefined for a key that is not the list's. Details open on the side where they are: at the end of the line. */
export function findMove(key: string, where: Where): Move | undefined {
  const { activeIndex, rowCount, isRightToLeft } = where;
  const toRow = (index: number): Move => ({ to: 'row', index: Math.min(rowCount - 1, Math.max(0, index)) });
  const page = Math.max(1, where.rowsInView);
  switch (key) {
    case 'ArrowDown':
      return toRow(activeIndex + 1);
    case 'ArrowUp':
      return toRow(activeIndex - 1);
    case 'PageDown':
      return toRow(activeIndex + page);
    case 'PageUp':
      return toRow(activeIndex - page);
    case 'Home':
      return toRow(0);
    case 'End':
      return where.lastIndex === null ? { to: 'other-end' } : toRow(where.lastIndex);
    case 'Enter':
    case ' ':
      return { to: 'play' };
    case 'ArrowRight':
      return { to: isRightToLeft ? 'close-details' : 'open-details' };
    case 'ArrowLeft':
      return { to: isRightToLeft ? 'open-details' : 'close-details' };
    case 'Delete':
      return { to: 'delete' };
    case 'Escape':
      return { to: 'none' };
    default:
      return undefined;
  }
}
