/** What stands under every printed page, so that paper tells by itself where it comes from. */
import type { TFunction } from 'i18next';
import type { FaxPrintJob } from '../../shared/fax-print';
import type { PartyLabel } from '../../shared/model';
import { toIsolatedText } from '../format/display-text';
import type { Place } from '../format/moment';
import { findSourceClock, toLongMoment } from '../format/moment';
import { toLocale } from '../i18n/i18n';

/** Two lines: which fax and which of its pages; who printed it and when. */
export function toFooter(t: TFunction, job: FaxPrintJob, page: number, pageCount: number): readonly string[] {
  const place = {
    locale: toLocale(document.documentElement.lang),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  return [
    t('library.fax.print.footerFax', {
      from: toPartyText(t, job.from),
      to: toPartyText(t, job.to),
      when: toSentAt(job, place),
      page,
      count: pageCount,
    }),
    t('library.fax.print.footerPrint', {
      name: toIsolatedText(job.printedBy),
      when: toLongMoment(job.printedAtMs, place),
    }),
  ];
}

/** On the clock of the phone system too where that differs: its own line at the top of a page has that one. */
function toSentAt({ startedAtMs, sourceTimeZone }: FaxPrintJob, place: Place): string {
  const moment = toLongMoment(startedAtMs, place);
  const sourceClock = findSourceClock(startedAtMs, sourceTimeZone, place);
  return sourceClock === null ? moment : `${moment} (${sourceClock})`;
}

function toPartyText(t: TFunction, { name, number }: PartyLabel): string {
  if (number === '') return name === null ? t('library.fax.print.unknown') : toIsolatedText(name);
  return toIsolatedText(name === null ? number : `${name} (${number})`);
}
