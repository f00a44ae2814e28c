import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { toOneBitPng } from './one-bit-png';

const SIZE = { width: 19, height: 5 };

/** Black where `isBlack` says so, white elsewhere. */
function toPixels(isBlack: (at: number) => boolean) {
  const data = new Uint8ClampedArray(SIZE.width * SIZE.height * 4).fill(255);
  for (let at = 0; at < SIZE.width * SIZE.height; at += 1) if (isBlack(at)) data.fill(0, at * 4, at * 4 + 3);
  return { ...SIZE, data };
}

it('another decoder sees the very same pixels, also where a row ends within a byte', async () => {
  const isBlack = (at: number) => at % 7 === 0 || at % 19 === 18;
  const png = await toOneBitPng(toPixels(isBlack));
  const args = ['-v', 'error', '-i', '-', '-pix_fmt', 'gray', '-f', 'rawvideo', '-'];
  const drawn = execFileSync('ffmpeg', args, { input: Buffer.from(await png!.arrayBuffer()) });
  expect([...drawn]).toEqual(Array.from({ length: 95 }, (_, at) => (isBlack(at) ? 0 : 255)));
});

it('a page with a single grey pixel is left to a kind of picture that has greys', async () => {
  const pixels = toPixels(() => false);
  pixels.data[40] = 128;
  expect(await toOneBitPng(pixels)).toBeNull();
});
