/** The first run: everything here is open to whoever sits at an empty profile, and closed for ever after. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SetUpDone } from '../../../shared/contract';
import { AppError } from '../../../shared/errors';
import type { SourceRecord } from '../../ledger/sources';
import { completeSetUp, isFirstRun, refuseSecondRun } from '../../setup/first-run';
import { completeSampleSetUp, parseSamplePeople } from '../../setup/sample';
import { requireAccess } from '../access';
import type { HandlersOf, OpenCall } from '../calls';
import type { Client } from '../client';
import type { Services } from '../services';
import { toUsableFolder } from '../usable-folder';
import { scan, tryFolder } from './sources';

export function setupHandlers(services: Services): HandlersOf<'setup'> {
  const { ledger, scans, sessions } = services;
  return {
    'setup.chooseFolder': async ({ client }) => {
      if (!isFirstRun(ledger)) {
        requireAccess('configuration-write', sessions.current(client).viewer.serviceRights, client.kind);
      }
      return { archiveDir: await client.chooseFolder() };
    },
    'setup.inspect': ({ input }) => {
      refuseSecondRun(ledger);
      return scans.inspect(toUsableFolder(services.about, input.archiveDir));
    },
    'setup.tryFolder': ({ input }) => {
      refuseSecondRun(ledger);
      return tryFolder(services, input);
    },
    'setup.complete': (call) => completeOwn(services, call),
    'setup.openSample': ({ client }) => openSample(services, client),
  };
}

async function completeOwn(
  services: Services,
  { client, input }: OpenCall<'setup.complete'>,
): Promise<SetUpDone> {
  const { ledger, hasher, scans } = services;
  const { organisation, administrator, timeZone, reading } = input;
  refuseSecondRun(ledger);
  const archiveDir = toUsableFolder(services.about, input.archiveDir);
  // Refuses a folder that is missing, unreadable, empty or a file, before anything is written.
  await scans.inspect(archiveDir);
  const source = await completeSetUp(ledger, hasher, {
    organisation,
    administrator,
    source: { name: path.basename(archiveDir) || archiveDir, archiveDir, reader: 'auto', timeZone, reading },
    client: client.kind,
  });
  return finish(services, client, source, administrator, []);
}

async function openSample(services: Services, client: Client): Promise<SetUpDone> {
  const { ledger, hasher, about } = services;
  refuseSecondRun(ledger);
  const archiveDir = about.sampleDir;
  if (archiveDir === null) {
    throw new AppError('unavailable', 'folder-missing', 'This copy of Hearback has no sample archive.');
  }
  const sample = parseSamplePeople(await readFile(path.join(archiveDir, 'people.json'), 'utf8'));
  const source = { name: 'Sample archive', archiveDir, reader: 'auto' } as const;
  const made = await completeSampleSetUp(ledger, hasher, sample, source, client.kind);
  return finish(services, client, made.source, made.administrator, made.people);
}

async function finish(
  services: Services,
  client: Client,
  source: SourceRecord,
  administrator: { readonly signInName: string; readonly password: string },
  samplePeople: SetUpDone['samplePeople'],
): Promise<SetUpDone> {
  const { signInName, password } = administrator;
  const signedIn = await services.sessions.signIn(client, signInName, password);
  client.showTheme(signedIn.preferences.theme);
  client.showLanguage(signedIn.preferences.language);
  await scan(services, client, source, false);
  return { signedIn, samplePeople };
}
