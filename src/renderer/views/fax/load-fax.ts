/** Gets the bytes of a fax with a ticket, as sound is got, and opens them in a thread. */
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { FaxDocument } from './fax-document';
import { openFax } from './fax-document';
import { FAX_LIMITS, FaxProblem } from './fax-problem';

/** The address of the decoders beside the page; see electron.vite.config.ts. */
const DECODERS_DIR = './pdf-decoders/';

/** Throws FaxProblem for what cannot be shown, else what went wrong on the way. Closes the fax when the signal says so. */
export async function loadFax(url: string, mediaType: string, signal: AbortSignal): Promise<FaxDocument> {
  const bytes = await fetchBytes(url, signal);
  const thread = new Worker(workerUrl, { type: 'module' });
  // Also while it is busy with a file that never ends.
  signal.addEventListener('abort', () => thread.terminate(), { once: true });
  try {
    const decodersUrl = new URL(DECODERS_DIR, document.baseURI).href;
    const fax = await openFax(bytes, mediaType, { thread, decodersUrl });
    signal.addEventListener('abort', fax.close, { once: true });
    if (signal.aborted) fax.close();
    return fax;
  } catch (error) {
    thread.terminate();
    throw error;
  }
}

async function fetchBytes(url: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`The fax was answered with ${String(response.status)}.`);
  if (Number(response.headers.get('Content-Length')) > FAX_LIMITS.fileBytes) {
    await response.body?.cancel();
    throw new FaxProblem('tooLarge', 'The file is too large.');
  }
  return new Uint8Array(await response.arrayBuffer());
}
