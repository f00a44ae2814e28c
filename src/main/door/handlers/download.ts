/** A copy for somebody who may have one: files leave the system's control here, so every step is asked, and in the trail. */
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import type { CopyFolder, Downloaded } from '../../../shared/contract';
import { AppError } from '../../../shared/errors';
import { appendAudit } from '../../ledger/audit';
import type { Library, MediaFile } from '../../policy/library';
import type { SignedInCall } from '../calls';
import { refuseOwnFolders } from '../copy-place';
import type { CopyTarget } from '../media-copy';
import { copyMedia, toSafeFileName } from '../media-copy';
import { openMedia, toMediaError } from '../media-bytes';
import type { Services } from '../services';
import type { VconParts } from '../vcon-document';
import { toVcon } from '../vcon-document';
import { toArchiveDir } from '../source-folders';

/** A folder with more copies of one name is not what anybody wants. */
const NAMES_TRIED = 1000;

type DownloadCall = SignedInCall<'recordings.download'>;

/** A dialog for the folder of several copies; null where it was closed. */
export async function chooseCopyFolder(
  { copyFolders }: Services,
  { client, session }: SignedInCall<'recordings.chooseCopyFolder'>,
): Promise<{ readonly folder: CopyFolder | null }> {
  const dir = await client.chooseFolder();
  if (dir === null) return { folder: null };
  return { folder: { into: copyFolders.keep(session.sessionId, dir), name: path.basename(dir) || dir } };
}

export async function downloadRecording(services: Services, call: DownloadCall): Promise<Downloaded> {
  const { client, session, library, input } = call;
  const file = library.getMedia(input.id, 'download');
  acceptNotice(services, call);
  const target = await chooseTarget(services, call, file);
  if (!target) return { saved: null };
  await refuseOwnFolders(services, target.filePath);
  // A dialog may stay open for an hour: by then he may be signed out, or have lost the right.
  if (
    services.sessions.current(client).sessionId !== session.sessionId ||
    !library.may(input.id, 'download')
  ) {
    throw new AppError('forbidden', 'right-withdrawn', 'The right to save this recording was withdrawn.');
  }
  const sizeBytes = await copy(services, call, file, target);
  return { saved: { fileName: path.basename(target.filePath), sizeBytes } };
}

function acceptNotice({ sessions }: Services, { client, session, input }: DownloadCall): void {
  if (session.hasAcceptedNotice) return;
  if (!input.acceptsNotice) {
    throw new AppError(
      'conflict',
      'notice-not-accepted',
      'A copy leaves the control of this system, and the law on personal data applies to it. Confirm with acceptsNotice.',
    );
  }
  sessions.acceptNotice(client);
}

async function chooseTarget(
  { copyFolders }: Services,
  { client, session, input }: DownloadCall,
  file: MediaFile,
): Promise<CopyTarget | null> {
  const fileName = toSafeFileName(isVcon(input) ? `${file.path}.vcon.json` : file.path);
  if (client.kind === 'window') {
    // A page that chose the folder itself could write where its person never looked.
    if (input.targetDir !== undefined) {
      throw new AppError('invalid-input', 'invalid-input', 'targetDir: a window asks its person where.');
    }
    if (input.into !== undefined) {
      const dir = copyFolders.get(session.sessionId, input.into);
      return { filePath: await toFreePath(dir, fileName), mayReplace: false };
    }
    const chosen = await client.chooseTargetFile(fileName);
    return chosen === null ? null : { filePath: chosen, mayReplace: true };
  }
  if (input.targetDir === undefined) {
    throw new AppError('invalid-input', 'needs-target-folder', 'targetDir: give the folder for the copy.');
  }
  return { filePath: path.join(path.resolve(input.targetDir), fileName), mayReplace: false };
}

/** `call.wav`, else `call (2).wav` and so on: recordings of one name are common, and none may take another's place. */
async function toFreePath(dir: string, fileName: string): Promise<string> {
  const dot = fileName.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [fileName.slice(0, dot), fileName.slice(dot)] : [fileName, ''];
  for (let n = 1; n < NAMES_TRIED; n += 1) {
    const filePath = path.join(dir, n === 1 ? fileName : `${stem} (${n})${extension}`);
    const isTaken = await lstat(filePath).then(
      () => true,
      (error: unknown) => !(error instanceof Error && 'code' in error && error.code === 'ENOENT'),
    );
    if (!isTaken) return filePath;
  }
  return path.join(dir, fileName);
}

function isVcon(input: DownloadCall['input']): boolean {
  return input.form === 'vcon';
}

async function copy(
  services: Services,
  { session, input }: DownloadCall,
  file: MediaFile,
  target: CopyTarget,
): Promise<number> {
  const { ledger } = services;
  const library = services.openLibrary(session, "the organisation's");
  const archiveDir = toArchiveDir(ledger, file);
  const media = await openMedia(archiveDir, file, isVcon(input) ? 'sound' : 'original');
  try {
    appendAudit(ledger, session.actor, 'Download', {
      recordingId: input.id,
      target: target.filePath,
      form: input.form ?? 'original',
    });
    if (!isVcon(input)) return await copyMedia(media, target);
    const screen = file.screenPath === null ? null : await openScreen(library, archiveDir, input.id);
    const transcript = library.may(input.id, 'readTranscript') ? library.transcript(input.id) : null;
    try {
      return await copyMedia(
        toVcon(library.get(input.id), { media, screen, transcript }, Date.now()),
        target,
      );
    } finally {
      await screen?.close();
    }
  } catch (error) {
    throw await toMediaError(archiveDir, error);
  } finally {
    await media.close();
  }
}

type Screen = NonNullable<VconParts['screen']> & { readonly close: () => Promise<void> };

/** Close it. Null for a form that is not known here: the call details of the copy tell that there is one. */
async function openScreen(library: Library, archiveDir: string, id: string): Promise<Screen | null> {
  const file = library.getMedia(id, 'seeScreen');
  const media = await openMedia(archiveDir, file, 'original').catch((error: unknown) => {
    if (error instanceof AppError && error.reason === 'media-unsupported') return null;
    throw error;
  });
  if (!media) return null;
  return {
    mediaType: media.mediaType,
    lengthBytes: media.lengthBytes,
    fileName: file.path.slice(file.path.lastIndexOf('/') + 1),
    read: (start, endExclusive) => media.read(start, endExclusive),
    close: () => media.close(),
  };
}
