// @vitest-environment node
/** Real faxes, opened by the same reader as in the window. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { openFax } from './fax-document';
import { readTiffPages } from './tiff-pages';
import { toPdf } from './tiff-to-pdf';

const SAMPLE = 'resources/sample-archive/freepbx/fax';
const ASTERISK = 'e2e/archive/asterisk-22/var/spool/asterisk/fax';
const PARTS = {
  thread: null,
  decodersUrl: `${pathToFileURL(path.resolve('node_modules/pdfjs-dist/wasm')).href}/`,
};

it('opens a PDF and a TIFF alike, each page in its size on paper', async () => {
  const pdf = await openFax(read(`${SAMPLE}/1791443553.2621.pdf`), 'application/pdf', PARTS);
  const a4 = await pdf.getPage(0);
  expect([pdf.pageCount, a4.widthIn, a4.heightIn]).toEqual([1, 595 / 72, 842 / 72]);
  pdf.close();
  const tiff = await openFax(read(`${ASTERISK}/outgoing/P29.tif`), 'image/tiff', PARTS);
  const page = await tiff.getPage(0);
  expect(tiff.pageCount).toBe(1);
  expect(page.widthIn).toBeCloseTo(1728 / 204, 1);
  expect(page.heightIn).toBeCloseTo(1144 / 98, 1);
  tiff.close();
});

it('says what is wrong with a file that cannot be shown', async () => {
  const cut = read(`${SAMPLE}/1789652240.2223.tif`).slice(0, 3000);
  await expect(openFax(cut, 'image/tiff', PARTS)).rejects.toMatchObject({ reason: 'damaged' });
  const noise = new Uint8Array(2000).fill(65);
  await expect(openFax(noise, 'application/pdf', PARTS)).rejects.toMatchObject({ reason: 'damaged' });
  await expect(openFax(noise, 'image/png', PARTS)).rejects.toMatchObject({ reason: 'unsupported' });
});

it('refuses more pages than anybody faxes', async () => {
  const [page] = readTiffPages(read(`${ASTERISK}/outgoing/P29.tif`));
  if (!page) throw new Error('The fax has no page.');
  const strips = page.strips.slice(0, 1);
  const many = toPdf(Array.from({ length: 501 }, () => ({ ...page, strips })));
  await expect(openFax(many, 'application/pdf', PARTS)).rejects.toMatchObject({ reason: 'tooManyPages' });
});

function read(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(file));
}
