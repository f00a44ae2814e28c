/**
 * [Note: one decoder] The pages of a fax in TIFF are put into a PDF as they are: PDF knows the same codings (ISO 32000-1, 7.4.6), so one
 * well-kept decoder reads both kinds of fax and no second one has to withstand hostile files. One pixel becomes one unit, so that strips
 * drawn at their own size meet without a seam; the true shape of the page is in its resolution.
 */
import type { TiffCoding, TiffPage, TiffStrip } from './tiff-pages';

const FIRST_PAGE_OBJECT = 3;

export function toPdf(pages: readonly TiffPage[]): Uint8Array<ArrayBuffer> {
  const pdf = new PdfText();
  const pageObjects: number[] = [];
  let object = FIRST_PAGE_OBJECT;
  for (const page of pages) {
    pageObjects.push(object);
    writePage(pdf, page, object);
    object += 2 + page.strips.length;
  }
  pdf.object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pageObjects.map((number) => `${String(number)} 0 R`).join(' ');
  pdf.object(2, `<< /Type /Pages /Kids [${kids}] /Count ${String(pages.length)} >>`);
  return pdf.toBytes();
}

/** The page, its drawing, and an image for each strip, numbered one after the other. */
function writePage(pdf: PdfText, page: TiffPage, object: number): void {
  const { widthPx, heightPx, strips } = page;
  const images = strips.map((_, index) => `/S${String(index)} ${String(object + 2 + index)} 0 R`).join(' ');
  pdf.object(
    object,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${String(widthPx)} ${String(heightPx)}] ` +
      `/Contents ${String(object + 1)} 0 R /Resources << /XObject << ${images} >> >> >>`,
  );
  let bottom = heightPx;
  const drawing = strips.map((strip, index) => {
    bottom -= strip.heightPx;
    return `q ${String(widthPx)} 0 0 ${String(strip.heightPx)} 0 ${String(bottom)} cm /S${String(index)} Do Q`;
  });
  pdf.stream(object + 1, '', new TextEncoder().encode(drawing.join('\n')));
  strips.forEach((strip, index) => pdf.stream(object + 2 + index, toImageEntries(page, strip), strip.bytes));
}

/** Bits come out as they stand in the TIFF (BlackIs1 leaves them so); Decode says which of them is white. */
function toImageEntries({ widthPx, isZeroWhite, coding }: TiffPage, { heightPx }: TiffStrip): string {
  const size = `/Width ${String(widthPx)} /Height ${String(heightPx)}`;
  const decode = isZeroWhite ? '[1 0]' : '[0 1]';
  const image = `/Type /XObject /Subtype /Image ${size} /BitsPerComponent 1 /ColorSpace /DeviceGray /Decode ${decode}`;
  if (coding === 'none') return image;
  const common = `/Columns ${String(widthPx)} /Rows ${String(heightPx)} /BlackIs1 true`;
  return `${image} /Filter /CCITTFaxDecode /DecodeParms << ${CODING_ENTRIES[coding]} ${common} >>`;
}

const CODING_ENTRIES: Readonly<Record<Exclude<TiffCoding, 'none'>, string>> = {
  'modified-huffman': '/K 0 /EncodedByteAlign true /EndOfBlock false',
  'group-3-1d': '/K 0 /EndOfLine true',
  'group-3-2d': '/K 4 /EndOfLine true',
  'group-4': '/K -1',
};

/** Collects numbered objects and where each begins. */
class PdfText {
  readonly #encoder = new TextEncoder();
  readonly #chunks: Uint8Array[] = [];
  readonly #offsets = new Map<number, number>();
  #sizeBytes = 0;

  constructor() {
    this.#write('%PDF-1.7\n');
  }

  object(number: number, content: string): void {
    this.#offsets.set(number, this.#sizeBytes);
    this.#write(`${String(number)} 0 obj\n${content}\nendobj\n`);
  }

  stream(number: number, entries: string, bytes: Uint8Array): void {
    this.#offsets.set(number, this.#sizeBytes);
    this.#write(`${String(number)} 0 obj\n<< ${entries} /Length ${String(bytes.length)} >>\nstream\n`);
    this.#append(bytes);
    this.#write('\nendstream\nendobj\n');
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    const tableAt = this.#sizeBytes;
    const size = String(this.#offsets.size + 1);
    const entries = [...this.#offsets].sort(([a], [b]) => a - b);
    const lines = entries.map(([, offset]) => `${String(offset).padStart(10, '0')} 00000 n \n`);
    this.#write(`xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}`);
    this.#write(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(tableAt)}\n%%EOF\n`);
    const bytes = new Uint8Array(this.#sizeBytes);
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }

  #write(text: string): void {
    this.#append(this.#encoder.encode(text));
  }

  #append(bytes: Uint8Array): void {
    this.#chunks.push(bytes);
    this.#sizeBytes += bytes.length;
  }
}
