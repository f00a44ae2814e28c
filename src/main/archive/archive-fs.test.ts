// Texts and whole files, on both sides of the size up to which all share one buffer.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ArchiveFs, FileTooLarge } from './archive-fs';

const SHARED_BYTES = 65_536;
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'archive-fs-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

function write(name: string, bytes: Buffer | string): string {
  const filePath = path.join(dir, name);
  writeFileSync(filePath, bytes);
  return filePath;
}

describe('what is read of an archive in one piece', () => {
  it.each([0, 1, SHARED_BYTES - 1, SHARED_BYTES, SHARED_BYTES + 1, 3_000_000])(
    'is whole at %i bytes, as bytes and as a text',
    (sizeBytes) => {
      const told = 'Ann Lee, 201; '.repeat(Math.ceil(sizeBytes / 14)).slice(0, sizeBytes);
      const filePath = write('told.json', told);
      const fs = new ArchiveFs();
      expect(fs.readText(filePath) === told).toBe(true);
      expect(fs.readWhole(filePath, sizeBytes).equals(Buffer.from(told))).toBe(true);
      expect(fs.counts.fileOpens).toBe(2);
    },
  );

  it('stays as it was when the next file is read', () => {
    const fs = new ArchiveFs();
    const first = fs.readWhole(write('first.vcon', 'first'), 100);
    fs.readWhole(write('second.vcon', 'later'), 100);
    fs.readText(write('third.xml', 'third'));
    expect(first.toString()).toBe('first');
  });

  it.each([1, SHARED_BYTES, SHARED_BYTES + 1, 2_000_000])('is refused above a limit of %i bytes', (limit) => {
    const fs = new ArchiveFs();
    const filePath = write('long.json', Buffer.alloc(limit + 1, 0x20));
    expect(() => fs.readWhole(filePath, limit)).toThrow(FileTooLarge);
    expect(fs.readWhole(write('fits.json', Buffer.alloc(limit, 0x20)), limit)).toHaveLength(limit);
  });

  it('loses the mark at its beginning where it is a text', () => {
    expect(new ArchiveFs().readText(write('marked.csv', '\uFEFFa,b'))).toBe('a,b');
  });
});
