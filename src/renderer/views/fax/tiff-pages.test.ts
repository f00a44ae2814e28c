// @vitest-environment node
/** Real faxes: of the sample archive (Group 4, many strips) and of a real Asterisk (Group 3, bits reversed). Facts from tiffinfo. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FaxProblem } from './fax-problem';
import { readTiffPages } from './tiff-pages';

const SAMPLE = 'resources/sample-archive/freepbx/fax';
const ASTERISK = 'e2e/archive/asterisk-22/var/spool/asterisk/fax';
const THREE_PAGES = `${SAMPLE}/1789652240.2223.tif`;

it.each([
  [`${SAMPLE}/1787731491.1708.tif`, 1, 1728, 1142, 204, 204, 'group-4', false, 31],
  [THREE_PAGES, 3, 1728, 1142, 204, 204, 'group-4', false, 31],
  [`${ASTERISK}/1795305901.132.tif`, 1, 1728, 1160, 204, 98, 'group-3-2d', true, 1],
  [`${ASTERISK}/outgoing/P29.tif`, 1, 1728, 1144, 204, 98, 'group-4', true, 31],
] as const)('reads %s', (file, count, widthPx, heightPx, xDpi, yDpi, coding, isZeroWhite, strips) => {
  const pages = readTiffPages(readFileSync(file));
  expect(pages).toHaveLength(count);
  for (const page of pages) {
    expect(page).toMatchObject({ widthPx, heightPx, coding, isZeroWhite });
    expect([Math.round(page.xDpi), Math.round(page.yDpi), page.strips.length]).toEqual([xDpi, yDpi, strips]);
    expect(page.strips.reduce((sum, strip) => sum + strip.heightPx, 0)).toBe(heightPx);
  }
});

describe('a hostile or damaged file', () => {
  it('is refused, and never read beyond its end, wherever it is cut off', () => {
    const whole = readFileSync(THREE_PAGES);
    for (let length = 0; length < whole.length - 16; length += 7) {
      expect(reasonOf(() => readTiffPages(whole.subarray(0, length)))).toBe('damaged');
    }
  });

  it.each([
    ['of more pixels than may be held', withTag(256, 60_000), 'tooLarge'],
    ['with a tag of a billion values', withTag(273, 1, 1_000_000_000), 'tooLarge'],
    ['without a width', withTag(256, 0), 'damaged'],
    ['in colour', withTag(277, 3), 'unsupported'],
    ['with JPEG inside', withTag(259, 7), 'unsupported'],
    ['that runs in a circle', inCircle(), 'damaged'],
    ['of which two pages share their strips', withTag(279, 4_000_000), 'damaged'],
  ] as const)('%s is refused', (_, bytes, reason) => {
    expect(reasonOf(() => readTiffPages(bytes))).toBe(reason);
  });
});

function reasonOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof FaxProblem) return error.reason;
    throw error;
  }
  return 'none';
}

/** The Asterisk fax with one tag of its only page changed. */
function withTag(tag: number, value: number, count = 1): Uint8Array {
  const bytes = Buffer.from(readFileSync(`${ASTERISK}/1795305901.132.tif`));
  const directory = bytes.readUInt32LE(4);
  for (let index = 0; index < bytes.readUInt16LE(directory); index += 1) {
    const entry = directory + 2 + index * 12;
    if (bytes.readUInt16LE(entry) !== tag) continue;
    bytes.writeUInt16LE(4, entry + 2);
    bytes.writeUInt32LE(count, entry + 4);
    bytes.writeUInt32LE(value, entry + 8);
    return bytes;
  }
  throw new Error(`There is no tag ${String(tag)}.`);
}

function inCircle(): Uint8Array {
  const bytes = Buffer.from(readFileSync(`${ASTERISK}/1795305901.132.tif`));
  const directory = bytes.readUInt32LE(4);
  bytes.writeUInt32LE(directory, directory + 2 + bytes.readUInt16LE(directory) * 12);
  return bytes;
}
