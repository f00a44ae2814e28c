/** A value out of a setting or out of the trail, on one line: whatever it is, it is shown whole enough and harms no layout. */
import { useTranslation } from 'react-i18next';
import { toDisplayText } from '../../format/display-text';

/** Lists and objects go this deep; what lies deeper is told by its JSON. */
const MAX_DEPTH = 3;
const MAX_ITEMS = 50;

export function ValueText({ value }: { readonly value: unknown }) {
  const { t } = useTranslation();
  const words = { on: t('admin.value.on'), off: t('admin.value.off'), none: t('admin.value.none') };
  return <bdi>{toDisplayText(toText(value, words, 0))}</bdi>;
}

interface Words {
  readonly on: string;
  readonly off: string;
  readonly none: string;
}

function toText(value: unknown, words: Words, depth: number): string {
  if (value === null || value === undefined || value === '') return words.none;
  if (typeof value === 'boolean') return value ? words.on : words.off;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (depth >= MAX_DEPTH) return JSON.stringify(value);
  if (Array.isArray(value)) return listToText(value, words, depth);
  return Object.entries(value)
    .slice(0, MAX_ITEMS)
    .map(([key, member]) => `${key}: ${toText(member, words, depth + 1)}`)
    .join(', ');
}

function listToText(list: readonly unknown[], words: Words, depth: number): string {
  if (list.length === 0) return words.none;
  const shown = list.slice(0, MAX_ITEMS).map((item) => toText(item, words, depth + 1));
  const isNested = list.some((item) => typeof item === 'object');
  return shown.join(isNested ? '; ' : ', ') + (list.length > MAX_ITEMS ? ' …' : '');
}
