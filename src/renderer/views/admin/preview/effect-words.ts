/** What somebody gains and loses, put into a sentence. */
import type { TFunction } from 'i18next';
import type { PartyLabel } from '../../../../shared/model';
import type { PersonEffect } from '../../../../shared/preview';
import { toDisplayText, toIsolatedText } from '../../../format/display-text';

export function toEffectSentence(t: TFunction, { name, gained, lost }: PersonEffect): string {
  const who = { name: toIsolatedText(name) };
  if (gained === null || lost === null) return `${toDisplayText(name)}: ${t('preview.uncounted')}`;
  const toRecordings = (count: number) => t('preview.recordings', { count });
  if (gained.list > 0 && lost.list > 0) {
    return t('preview.one.both', {
      ...who,
      gained: toRecordings(gained.list),
      lost: toRecordings(lost.list),
    });
  }
  if (gained.list > 0) return t('preview.one.gains', { ...who, list: toRecordings(gained.list) });
  if (lost.list > 0) return t('preview.one.loses', { ...who, list: toRecordings(lost.list) });
  return t('preview.one.neither', who);
}

/** Its name where it has one, else its number. */
export function toPartyText(t: TFunction, { name, number }: PartyLabel): string {
  const text = toDisplayText(name ?? number);
  return text === '' ? t('common.withheld') : text;
}
