/** What a chip says its filter is set to. */
import type { TFunction } from 'i18next';
import { toDateFormat, toListFormat, toNumberFormat } from '../../format/kept-formats';
import type { FilterPart, LengthChoice, ListFilter, TimeChoice } from './list-filter';

export function toPartValue(t: TFunction, filter: ListFilter, part: FilterPart, locale: string): string {
  switch (part) {
    case 'time':
      return filter.time ? toTimeWords(t, filter.time, locale) : '';
    case 'length':
      return filter.length ? toLengthWords(t, filter.length, locale) : '';
    case 'directions':
      return toList(
        filter.directions.map((direction) => t(`common.direction.${direction}`)),
        locale,
      );
    case 'kinds':
      return toList(
        filter.kinds.map((kind) => t(`common.kind.${kind}`)),
        locale,
      );
    case 'dispositions':
      return toList(
        filter.dispositions.map((disposition) => t(`calls.disposition.${disposition}`)),
        locale,
      );
    case 'recorded':
      return filter.recorded === null ? '' : t(`calls.recorded.${filter.recorded}`);
    case 'party':
    case 'group':
    case 'line':
      return filter[part];
    case 'hasTranscript':
    case 'hasScreen':
      return t('common.yes');
  }
}

function toTimeWords(t: TFunction, time: TimeChoice, locale: string): string {
  if (time.preset !== 'own') return t(`library.time.${time.preset}`);
  const toDayWords = (day: string) =>
    // Noon: no clock change takes a day with it.
    toDateFormat(locale, { dateStyle: 'medium' }).format(new Date(`${day}T12:00:00`));
  const from = time.fromDay === '' ? '' : toDayWords(time.fromDay);
  const until = time.untilDay === '' ? '' : toDayWords(time.untilDay);
  if (until === '') return t('library.time.from', { day: from });
  if (from === '') return t('library.time.until', { day: until });
  return from === until ? from : t('library.time.range', { from, until });
}

function toLengthWords(t: TFunction, length: LengthChoice, locale: string): string {
  const number = toNumberFormat(locale, {});
  const min = length.minMinutes === null ? '' : number.format(length.minMinutes);
  const max = length.maxMinutes === null ? '' : number.format(length.maxMinutes);
  if (max === '') return t('library.length.atLeast', { min });
  return min === '' ? t('library.length.atMost', { max }) : t('library.length.between', { min, max });
}

function toList(words: readonly string[], locale: string): string {
  return toListFormat(locale, { type: 'disjunction' }).format(words);
}
