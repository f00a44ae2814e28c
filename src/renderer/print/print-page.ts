/** The page that nobody sees: lays the pages of one fax out for paper, one after the other, and tells main when they stand. */
import i18next from 'i18next';
import type { FaxPrintJob, PrintPageCalls } from '../../shared/fax-print';
import { showLanguage, startLanguage } from '../i18n/i18n';
import type { FaxDocument } from '../views/fax/fax-document';
import { loadFax } from '../views/fax/load-fax';
import './print.css';
import { toFooter } from './footer';
import { toPicture } from './picture';
import { toSheet } from './sheet';

startLanguage();
void run();

async function run(): Promise<void> {
  const job = JSON.parse(await tell('job', null)) as FaxPrintJob;
  showLanguage(job.language);
  let page = job.firstPage;
  try {
    const stopping = new AbortController();
    const fax = await loadFax(job.url, job.mediaType, stopping.signal);
    for (; page <= job.lastPage; page += 1) {
      await addPage(fax, job, page);
      await tell('prepared', { pages: page - job.firstPage + 1 });
    }
    // The fax and its thread go before the dialog opens: what is printed are the pictures.
    stopping.abort();
    await tell('ready', null);
  } catch (error) {
    await tell('failed', { page, why: String(error) });
  }
}

async function addPage(fax: FaxDocument, job: FaxPrintJob, page: number): Promise<void> {
  if (page > fax.pageCount) throw new Error(`The fax has ${String(fax.pageCount)} pages.`);
  const picture = await toPicture(await fax.getPage(page - 1));
  const footer = toFooter(i18next.t, job, page, fax.pageCount);
  const { sheet, loaded } = toSheet(picture, footer);
  document.body.append(sheet);
  await loaded;
}

function tell<Name extends keyof PrintPageCalls>(name: Name, input: PrintPageCalls[Name]): Promise<string> {
  return window.hearback.call(name, JSON.stringify(input));
}
