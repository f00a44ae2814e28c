/** A page of a fax as a compressed picture: a hundred of them are held at once, and drawn pages would take thirty times the memory. */
import type { FaxPage } from '../views/fax/fax-document';
import { toOneBitPng } from './one-bit-png';

export interface Picture {
  /** As on paper. */
  readonly widthIn: number;
  readonly heightIn: number;
  /** Of the picture; kept while the page lives. */
  readonly url: string;
}

/** As fine as laser printers draw letters; more than a fax of the finest kind has down the page. */
const PRINTED_DPI = 300;
/** A page of A4 at that fineness has 8.7 million. */
const PIXELS_AT_MOST = 12_000_000;

/** Throws FaxProblem. */
export async function toPicture(page: FaxPage): Promise<Picture> {
  const { widthIn, heightIn } = page;
  const drawn = toBounded(await page.draw(PRINTED_DPI));
  const blob = (await toOneBitPng(toPixels(drawn))) ?? (await toJpeg(drawn));
  // Now, and not when somebody collects what is not used any more.
  drawn.width = 0;
  return { widthIn, heightIn, url: URL.createObjectURL(blob) };
}

function toPixels(canvas: HTMLCanvasElement): ImageData {
  return contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
}

function toBounded(drawn: HTMLCanvasElement): HTMLCanvasElement {
  const share = Math.sqrt(PIXELS_AT_MOST / (drawn.width * drawn.height));
  if (share >= 1) return drawn;
  const smaller = document.createElement('canvas');
  smaller.width = Math.max(1, Math.floor(drawn.width * share));
  smaller.height = Math.max(1, Math.floor(drawn.height * share));
  const context = contextOf(smaller);
  context.imageSmoothingQuality = 'high';
  context.drawImage(drawn, 0, 0, smaller.width, smaller.height);
  drawn.width = 0;
  return smaller;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw outOfMemory();
  return context;
}

/** Letters stay sharp at this fineness; a page of greys would be ten times as large without loss. */
function toJpeg(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(outOfMemory())), 'image/jpeg', 0.9);
  });
}

function outOfMemory(): Error {
  return new Error('There is no memory for a page.');
}
