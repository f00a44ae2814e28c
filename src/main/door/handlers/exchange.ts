/** Import and export. A window asks its person which files and where; a page that chose them itself could read and write anywhere. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/errors';
import type { Exported } from '../../../shared/exchange';
import { EXCHANGE_KINDS, PREVIEWED_CHANGES } from '../../../shared/exchange';
import type { Importer } from '../../exchange/apply-entries';
import { applyImport } from '../../exchange/exchange';
import { readConfiguration } from '../../exchange/read-configuration';
import type { GivenFile } from '../../exchange/read-files';
import { MAX_FILES, MAX_FILE_BYTES, MAX_TOTAL_BYTES } from '../../exchange/read-files';
import type { ExportFile } from '../../exchange/write-files';
import { toExportFiles } from '../../exchange/write-files';
import { appendAudit } from '../../ledger/audit';
import type { Session } from '../../session/session';
import { requireAccess } from '../access';
import type { HandlersOf, SignedInCall } from '../calls';
import type { Client } from '../client';
import { refuseOwnFolders } from '../copy-place';
import type { CopyTarget } from '../media-copy';
import { copyMedia } from '../media-copy';
import type { PreviewedChange } from '../made-previews';
import type { Services } from '../services';
import { previewChange } from './policy-preview';

/** The files that a window's person has chosen last, as they were then: what is applied is what was checked. */
type Chosen = Map<string, { readonly sessionId: string; readonly files: readonly GivenFile[] }>;

export function exchangeHandlers(services: Services): HandlersOf<'exchange'> {
  const chosen: Chosen = new Map();
  return {
    'exchange.export': (call) => exportConfiguration(services, call),
    'exchange.check': async ({ client, session, input }) => {
      const files = await chooseFiles(client, input.paths);
      if (files === null) return { check: null };
      const importer = toImporter(client, requireSame(services, client, session));
      const check = await services.importChecks.ask({ importer, files });
      const { sessionId } = requireSame(services, client, session);
      if (client.kind === 'window') chosen.set(client.id, { sessionId, files });
      return { check };
    },
    'exchange.preview': async ({ client, session, input }) => {
      const files = await findFiles(chosen, client, session, input.paths);
      const importer = toImporter(client, requireSame(services, client, session));
      const { changesTotal } = await services.importChecks.ask({ importer, files });
      requireSame(services, client, session);
      if (changesTotal > PREVIEWED_CHANGES) {
        const most = String(PREVIEWED_CHANGES);
        throw new AppError(
          'invalid-input',
          'invalid-input',
          `Imports of at most ${most} changes are counted.`,
        );
      }
      const make = () => void applyImport(services.ledger, importer, files, input.token, null);
      return previewChange(services, { client, session }, toChange(input), make);
    },
    'exchange.apply': async ({ client, session, input }) => {
      const files = await findFiles(chosen, client, session, input.paths);
      const now = requireSame(services, client, session);
      const changes = services.ledger.transaction(() => {
        const preview = services.madePreviews.find(now, toChange(input));
        return applyImport(services.ledger, toImporter(client, now), files, input.token, preview);
      });
      chosen.delete(client.id);
      services.onRightsChanged();
      return { changes };
    },
  };
}

/** The token is of the files and of what they were checked against: it is the whole change. */
function toChange({ token }: { readonly token: string }): PreviewedChange {
  return { method: 'exchange.apply', input: { token } };
}

/** A dialog may stay open for an hour: by then somebody else may be signed in, or the right be gone. */
function requireSame({ sessions }: Services, client: Client, session: Session): Session {
  const now = sessions.current(client);
  if (now.sessionId !== session.sessionId) throw new AppError('signed-out', 'signed-out', 'Sign in first.');
  requireAccess('configuration-write', now.viewer.serviceRights, client.kind);
  return now;
}

function toImporter(client: Client, { actor, viewer }: Session): Importer {
  return { actor, mayChangeSecurity: maySave(client, viewer.serviceRights) };
}

function maySave(client: Client, rights: Session['viewer']['serviceRights']): boolean {
  try {
    requireAccess('security-write', rights, client.kind);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function chooseFiles(
  client: Client,
  given: readonly string[] | undefined,
): Promise<readonly GivenFile[] | null> {
  if (client.kind === 'window') {
    if (given !== undefined)
      throw new AppError('invalid-input', 'invalid-input', 'paths: a window asks its person which files.');
    const paths = await client.chooseFiles();
    return paths === null ? null : readAll(paths);
  }
  if (given === undefined)
    throw new AppError('invalid-input', 'invalid-input', 'paths: give the files to bring in.');
  return readAll(given);
}

async function findFiles(
  chosen: Chosen,
  client: Client,
  session: Session,
  given: readonly string[] | undefined,
): Promise<readonly GivenFile[]> {
  if (client.kind !== 'window') return (await chooseFiles(client, given)) ?? [];
  const kept = chosen.get(client.id);
  if (kept?.sessionId === session.sessionId) return kept.files;
  throw new AppError('conflict', 'stale-edit', 'Check the files first: what is applied is what was checked.');
}

async function readAll(paths: readonly string[]): Promise<readonly GivenFile[]> {
  if (paths.length > MAX_FILES) {
    throw new AppError('invalid-input', 'invalid-input', `At most ${String(MAX_FILES)} files at once.`);
  }
  const files: GivenFile[] = [];
  let totalBytes = 0;
  for (const given of paths) {
    const file = await readOne(path.resolve(given));
    totalBytes += file.bytes.length;
    if (totalBytes > MAX_TOTAL_BYTES) {
      const most = String(MAX_TOTAL_BYTES / 1024 / 1024);
      throw new AppError('invalid-input', 'invalid-input', `At most ${most} MiB at once.`);
    }
    files.push(file);
  }
  return files;
}

async function readOne(filePath: string): Promise<GivenFile> {
  const name = path.basename(filePath);
  try {
    const { size } = await stat(filePath).then((found) => (found.isFile() ? found : { size: -1 }));
    if (size < 0) throw new AppError('invalid-input', 'file-unreadable', `${name} is no file.`, { name });
    // Its size is told by the check, with the others; it is not read for that.
    return {
      name,
      bytes: size > MAX_FILE_BYTES ? new Uint8Array(MAX_FILE_BYTES + 1) : await readFile(filePath),
    };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('unavailable', 'file-unreadable', `${name} cannot be read.`, { name });
  }
}

async function exportConfiguration(
  services: Services,
  { client, session, input }: SignedInCall<'exchange.export'>,
): Promise<Exported> {
  const { ledger, sessions } = services;
  const { organisationId } = session.actor;
  const kinds = EXCHANGE_KINDS.filter((kind) => input.what.includes(kind));
  const files = toExportFiles(readConfiguration(ledger, organisationId), input.format, kinds);
  const targets = await chooseTargets(client, input.targetDir, files);
  if (!targets) return { saved: null };
  if (sessions.current(client).sessionId !== session.sessionId)
    throw new AppError('signed-out', 'signed-out', 'Sign in first.');
  for (const { filePath } of targets) await refuseOwnFolders(services, filePath);
  appendAudit(ledger, session.actor, 'Export configuration', {
    kinds,
    target: targets.map(({ filePath }) => filePath).join(', '),
  });
  const saved: { fileName: string; sizeBytes: number }[] = [];
  for (const [at, target] of targets.entries()) {
    const bytes = new TextEncoder().encode(files[at]?.text ?? '');
    // eslint-disable-next-line @typescript-eslint/require-await -- the form in which media are read, which are not in memory
    const read = async function* () {
      yield bytes;
    };
    const sizeBytes = await copyMedia({ lengthBytes: bytes.length, read }, target);
    saved.push({ fileName: path.basename(target.filePath), sizeBytes });
  }
  return { saved };
}

/** One file may be given a name; several go into a folder, and take the place of none. */
async function chooseTargets(
  client: Client,
  targetDir: string | undefined,
  files: readonly ExportFile[],
): Promise<readonly CopyTarget[] | null> {
  const inFolder = (dir: string) =>
    files.map(({ fileName }) => ({ filePath: path.join(path.resolve(dir), fileName), mayReplace: false }));
  if (client.kind !== 'window') {
    if (targetDir === undefined)
      throw new AppError('invalid-input', 'needs-target-folder', 'targetDir: give the folder for the files.');
    return inFolder(targetDir);
  }
  if (targetDir !== undefined)
    throw new AppError('invalid-input', 'invalid-input', 'targetDir: a window asks its person where.');
  const [only, ...others] = files;
  if (only && others.length === 0) {
    const filePath = await client.chooseTargetFile(only.fileName);
    return filePath === null ? null : [{ filePath, mayReplace: true }];
  }
  const dir = await client.chooseFolder();
  return dir === null ? null : inFolder(dir);
}
