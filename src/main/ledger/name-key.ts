/** Names as people tell them apart: neither by case, nor by the width or form of a character, nor by what cannot be seen. */

/**
 * Compatibility-normalised (NFKC), lower case, without invisible characters, spaces at the ends and runs of spaces merged.
 * Empty for a name that shows nothing.
 */
export function toNameKey(name: string): string {
  const visible = name.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  // Lower-casing can undo normalisation (for example of capital I with dot), so it is normalised again.
  return visible.toLowerCase().normalize('NFKC').trim().replace(/\s+/gu, ' ');
}
