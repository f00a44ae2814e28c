/** True where some of the texts hold what was typed, whatever the case and the accents. */
export function matchesText(typed: string, ...texts: readonly string[]): boolean {
  const wanted = toComparable(typed.trim());
  return wanted === '' || texts.some((text) => toComparable(text).includes(wanted));
}

function toComparable(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
