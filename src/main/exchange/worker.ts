/** Entry of the thread that looks at imports: what thousands of entries would do takes seconds, in which nobody else waits. */
import { workerData } from 'node:worker_threads';
import { openRehearsalCopy } from '../ledger/rehearsal-copy';
import { answerQuestions } from '../thread/answering';
import { checkImport } from './exchange';
import type { ImportQuestion } from './import-question';

const { ledgerPath } = workerData as { readonly ledgerPath: string };

answerQuestions(({ importer, files }: ImportQuestion) => {
  const copy = openRehearsalCopy(ledgerPath);
  try {
    return checkImport(copy, importer, files);
  } finally {
    copy.close();
  }
});
