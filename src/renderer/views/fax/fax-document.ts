/** A fax that is open: its pages as pictures, from PDF or TIFF. Loads the reader of PDF when the first fax is opened, not before. */
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FAX_LIMITS, FaxProblem } from './fax-problem';
import { readTiffPages } from './tiff-pages';
import { toPdf } from './tiff-to-pdf';

export interface FaxDocument {
  readonly pageCount: number;
  /** By number from 0. Throws FaxProblem. */
  getPage(index: number): Promise<FaxPage>;
  readonly close: () => void;
}

export interface FaxPage {
  /** As on paper. */
  readonly widthIn: number;
  readonly heightIn: number;
  /**
   * The upright page: a TIFF always in its own pixels, a PDF with about so many pixels an inch. Throws FaxProblem.
   */
  draw(dpi: number): Promise<HTMLCanvasElement>;
}

/** What differs between a window and a test: the thread, and where the decoders lie (an address that ends in a slash). */
export interface PdfParts {
  readonly thread: Worker | null;
  readonly decodersUrl: string;
}

interface PageShape {
  readonly xDpi: number;
  readonly yDpi: number;
}

const POINTS_PER_INCH = 72;

/** Throws FaxProblem. The bytes are given away: the thread takes them over. */
export async function openFax(
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: string,
  parts: PdfParts,
): Promise<FaxDocument> {
  if (mediaType === 'application/pdf') return openPdf(bytes, null, parts);
  if (mediaType !== 'image/tiff') throw new FaxProblem('unsupported', `A fax of the type ${mediaType}.`);
  const pages = readTiffPages(bytes);
  return openPdf(toPdf(pages), pages, parts);
}

async function openPdf(
  data: Uint8Array<ArrayBuffer>,
  shapes: readonly PageShape[] | null,
  { thread, decodersUrl }: PdfParts,
): Promise<FaxDocument> {
  const { getDocument, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({
    data,
    ...(thread ? { worker: PDFWorker.create({ port: thread }) } : {}),
    wasmUrl: decodersUrl,
    // The content security policy has no place for WebAssembly: the same decoders are there as scripts.
    useWasm: false,
    enableXfa: false,
    // A page of which something is missing must not pass for the page that was sent.
    stopAtErrors: true,
    maxImageSize: FAX_LIMITS.pagePixels,
  });
  const pdf = await loading.promise.catch((error: unknown) => {
    thread?.terminate();
    throw toFaxProblem(error);
  });
  if (pdf.numPages > FAX_LIMITS.pages) {
    closePdf(loading, thread);
    throw new FaxProblem('tooManyPages', `The file has ${String(pdf.numPages)} pages.`);
  }
  return {
    pageCount: pdf.numPages,
    getPage: (index) => getPage(pdf, index, shapes?.[index] ?? null),
    close: () => closePdf(loading, thread),
  };
}

/** A thread that is busy with a page does not hear that it should end. */
function closePdf(loading: PDFDocumentLoadingTask, thread: Worker | null): void {
  thread?.terminate();
  // Ending the thread has answered all that was asked: what it fails at now concerns nobody.
  loading.destroy().catch(() => undefined);
}

async function getPage(pdf: PDFDocumentProxy, index: number, shape: PageShape | null): Promise<FaxPage> {
  const page = await pdf.getPage(index + 1).catch((error: unknown) => {
    throw toFaxProblem(error);
  });
  const { width, height } = page.getViewport({ scale: 1 });
  return {
    widthIn: width / (shape?.xDpi ?? POINTS_PER_INCH),
    heightIn: height / (shape?.yDpi ?? POINTS_PER_INCH),
    draw: (dpi) => drawPage(page, shape ? 1 : toScale(dpi, width * height)),
  };
}

/** Coarser where the whole would be more pixels than may be held. */
function toScale(dpi: number, areaPoints: number): number {
  return Math.min(dpi / POINTS_PER_INCH, Math.sqrt(FAX_LIMITS.pagePixels / areaPoints));
}

async function drawPage(page: PDFPageProxy, scale: number): Promise<HTMLCanvasElement> {
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  await page.render({ canvas, viewport }).promise.catch((error: unknown) => {
    throw toFaxProblem(error);
  });
  // What it was drawn from is many megabytes a page, and would stay until the whole fax is closed.
  page.cleanup();
  return canvas;
}

/** The reader of PDF names its failures; all that is not about a password or a size means that the file is not as it should be. */
function toFaxProblem(error: unknown): FaxProblem {
  if (error instanceof FaxProblem) return error;
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'PasswordException') return new FaxProblem('locked', message);
  if (message.includes('exceeded maximum allowed size')) return new FaxProblem('tooLarge', message);
  return new FaxProblem('damaged', message);
}
