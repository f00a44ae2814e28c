/** Where no copy may go: the archive is only ever read, and a copy in the place of a recording would be taken for it. */
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../shared/errors';
import { listAllSources } from '../ledger/sources';
import { isWithin } from './is-within';
import type { Services } from './services';

/** Throws AppError `target-unwritable` for a file in the folder of a source or in the profile, by whatever way it is named. */
export async function refuseOwnFolders(
  { ledger, presences, about }: Pick<Services, 'ledger' | 'presences' | 'about'>,
  filePath: string,
): Promise<void> {
  const folder = await toRealFolder(path.dirname(path.resolve(filePath)));
  const archives = listAllSources(ledger).map((source) => source.archiveDir);
  // A drive that is away can be written no more than read, and to ask it could take for ever.
  const reachable = archives.filter((dir) => presences.of(dir).presence === 'present');
  for (const own of [about.profileDir, ...reachable]) {
    if (!isWithin(await toRealFolder(own), folder)) continue;
    throw new AppError(
      'unavailable',
      'target-unwritable',
      'Copies are saved neither into the archive nor into the folder in which Hearback keeps its own data.',
    );
  }
}

async function toRealFolder(dir: string): Promise<string> {
  // What is not there is told where it is opened.
  return realpath(dir).catch(() => dir);
}
