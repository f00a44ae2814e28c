/** Copies of recordings for people who may have them: the original bytes, whole or not at all. */
import { randomBytes } from 'node:crypto';
import { open, rename, rm, link, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../shared/errors';
import { diskFull } from './failures';

/** Windows refuses these names, with any extension (Microsoft, 'Naming Files, Paths, and Namespaces'). */
const RESERVED_NAME = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const UNSAFE_CHARACTERS = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;
const MAX_NAME_LENGTH = 120;
/** Linux takes 255 bytes with the extension, whatever the letters need of them. */
const MAX_NAME_BYTES = 240;

/**
 * A file name that every system takes, from the name in the archive: no path, no control or direction characters, no device.
 * The extension stays, for it says what the file is.
 */
export function toSafeFileName(archivePath: string): string {
  const name = archivePath.slice(archivePath.lastIndexOf('/') + 1).normalize('NFC');
  const cleaned = name.replace(UNSAFE_CHARACTERS, '_').replace(/^[. ]+|[. ]+$/g, '');
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(cleaned)?.[0] ?? '';
  const stem = cutName(cleaned.slice(0, cleaned.length - extension.length)).trimEnd();
  const whole = `${stem === '' ? 'recording' : stem}${extension}`;
  return RESERVED_NAME.test(whole) ? `_${whole}` : whole;
}

/** As many whole characters as a name may have. */
function cutName(name: string): string {
  let cut = '';
  for (const character of [...name].slice(0, MAX_NAME_LENGTH)) {
    if (Buffer.byteLength(cut + character) > MAX_NAME_BYTES) break;
    cut += character;
  }
  return cut;
}

export interface CopyTarget {
  readonly filePath: string;
  /** A person has confirmed that a file of this name may be replaced. */
  readonly mayReplace: boolean;
}

/** What is copied; its length is known before it is read. */
export interface CopySource {
  readonly lengthBytes: number;
  read(start: number, endExclusive: number): AsyncIterable<Uint8Array>;
}

/**
 * Writes beside the target and renames when every byte is there and on the disk, so that no half of a recording is ever taken for
 * the whole. Throws AppError `target-exists`, `target-unwritable` or `disk-full`, and what reading the media throws. Returns the size.
 */
export async function copyMedia(media: CopySource, target: CopyTarget): Promise<number> {
  if (!target.mayReplace) await refuseExisting(target.filePath);
  const unfinished = path.join(
    path.dirname(target.filePath),
    `.hearback-${randomBytes(6).toString('hex')}.part`,
  );
  try {
    await writeWhole(media, unfinished);
    await putInPlace(unfinished, target);
    return media.lengthBytes;
  } catch (error) {
    throw toTargetError(error);
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function refuseExisting(filePath: string): Promise<void> {
  const exists = await stat(filePath).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false;
      throw toTargetError(error);
    },
  );
  if (exists) throw targetExists(filePath);
}

async function writeWhole(media: CopySource, filePath: string): Promise<void> {
  const file = await open(filePath, 'wx', 0o600);
  try {
    let writtenBytes = 0;
    for await (const chunk of media.read(0, media.lengthBytes)) {
      await file.writeFile(chunk);
      writtenBytes += chunk.length;
    }
    await file.sync();
    const { size } = await file.stat();
    if (writtenBytes !== media.lengthBytes || size !== media.lengthBytes) {
      throw new AppError('unavailable', 'media-unreadable', 'The recording could not be read to its end.');
    }
  } finally {
    await file.close();
  }
}

/** A hard link refuses to take the place of a file that came up meanwhile, which a rename would not; not every disk has links. */
async function putInPlace(unfinished: string, target: CopyTarget): Promise<void> {
  if (!target.mayReplace) {
    try {
      await link(unfinished, target.filePath);
      return;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') throw targetExists(target.filePath);
      await refuseExisting(target.filePath);
    }
  }
  await rename(unfinished, target.filePath);
}

function targetExists(filePath: string): AppError {
  const name = path.basename(filePath);
  return new AppError('conflict', 'target-exists', `There is a file ${name} already; it was left alone.`, {
    name,
  });
}

function toTargetError(error: unknown): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull();
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'EBUSY':
      return new AppError('unavailable', 'target-unwritable', 'Nothing can be saved into this folder.');
    default:
      return error;
  }
}

/** The file system's name of the failure; AppErrors have codes of their own, none of which is one of these. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
