/** The folders of the archive, and what the scanner makes of them. */
import type { ParsedInput } from '../../../shared/contract';
import type { ScanProgress, SourceSummary } from '../../../shared/source-model';
import type { ReadingTrial } from '../../../shared/source-reading';
import { appendAudit } from '../../ledger/audit';
import type { SourceRecord } from '../../ledger/sources';
import {
  addSource,
  changeSource,
  checkForeignFolder,
  getSource,
  listSources,
  removeSource,
} from '../../ledger/sources';
import type { SourceOverview } from '../../policy/source-overview';
import type { HandlersOf, SignedInCall } from '../calls';
import type { Client } from '../client';
import type { Services } from '../services';
import { toUsableFolder } from '../usable-folder';

export function sourcesHandlers(services: Services): HandlersOf<'sources'> {
  const { ledger, scans, presences } = services;
  return {
    'sources.list': async ({ session }) => {
      const sources = listSources(ledger, session.actor.organisationId);
      await presences.refresh(sources.map((source) => source.archiveDir));
      const overview = services.openOverview(session);
      return sources.map((source) => toSummary(services, overview, source));
    },
    'sources.inspect': ({ session, input }) =>
      scans.inspect(toOwnFolder(services, session.actor.organisationId, input.archiveDir)),
    'sources.tryPattern': ({ session, input }) => {
      const { archiveDir, timeZone } = getSource(ledger, session.actor.organisationId, input.sourceId);
      return scans.tryReading({ archiveDir, timeZone: input.timeZone ?? timeZone, reading: input.reading });
    },
    'sources.tryFolder': ({ session, input }) => {
      toOwnFolder(services, session.actor.organisationId, input.archiveDir);
      return tryFolder(services, input);
    },
    'sources.add': (call) => add(services, call),
    'sources.save': (call) => save(services, call),
    'sources.remove': async ({ session, input }) => {
      const { organisationId } = session.actor;
      await scans.locked(() =>
        scans.remove(removeSource(ledger, session.actor, organisationId, input.sourceId)),
      );
      services.onLibraryChanged();
      return null;
    },
    'sources.scan': ({ client, session, input }) => {
      const source = getSource(ledger, session.actor.organisationId, input.sourceId);
      const everything = input.everything ?? false;
      appendAudit(ledger, session.actor, 'Scan source', { sourceId: source.uid, everything });
      return scan(services, client, source, everything);
    },
    'sources.stopScan': ({ session, input }) => {
      const source = getSource(ledger, session.actor.organisationId, input.sourceId);
      appendAudit(ledger, session.actor, 'Stop scan', { sourceId: source.uid });
      scans.stop(source.uid);
      return null;
    },
  };
}

/** Throws AppError as `toUsableFolder`, and for a folder of another organisation's source. */
function toOwnFolder({ about, ledger }: Services, organisationId: number, archiveDir: string): string {
  const folder = toUsableFolder(about, archiveDir);
  checkForeignFolder(ledger, organisationId, folder);
  return folder;
}

/** Of a folder that is no source yet. Rejects as an inspection of it, and with AppError for an unknown zone. */
export function tryFolder(
  { about, scans }: Services,
  { archiveDir, ...trial }: ParsedInput<'sources.tryFolder'>,
): Promise<ReadingTrial> {
  return scans.tryReading({ ...trial, archiveDir: toUsableFolder(about, archiveDir) });
}

/** A terminal waits for the end; a window goes on at once, and events tell it how the scan goes. */
export function scan(
  { scans }: Services,
  client: Client,
  source: SourceRecord,
  everything: boolean,
): Promise<ScanProgress> {
  const end = scans.start(source, everything);
  const soFar = scans.progressOf(source.uid);
  return client.kind === 'command line' || !soFar ? end : Promise.resolve(soFar);
}

async function add(
  services: Services,
  { client, session, input }: SignedInCall<'sources.add'>,
): Promise<SourceSummary> {
  const { ledger, scans } = services;
  const archiveDir = toOwnFolder(services, session.actor.organisationId, input.archiveDir);
  // Refuses a folder that is missing, unreadable, empty or a file.
  await scans.inspect(archiveDir);
  const source = await scans.locked(async () => {
    const added = addSource(ledger, session.actor, session.actor.organisationId, { ...input, archiveDir });
    await scan(services, client, added, false);
    return added;
  });
  return toSummary(services, services.openOverview(session), source);
}

async function save(
  services: Services,
  { client, session, input }: SignedInCall<'sources.save'>,
): Promise<SourceSummary> {
  const { ledger, scans } = services;
  const { organisationId } = session.actor;
  const { sourceId, ...given } = input;
  const wanted = { ...given, archiveDir: toUsableFolder(services.about, input.archiveDir) };
  const before = getSource(ledger, organisationId, sourceId);
  const change = () => changeSource(ledger, session.actor, organisationId, sourceId, wanted);
  const changeAndScan = async () => {
    const changed = change();
    await scan(services, client, changed, true);
    return changed;
  };
  const source = changesScan(before, wanted) ? await scans.locked(changeAndScan) : change();
  services.onLibraryChanged();
  return toSummary(services, services.openOverview(session), source);
}

function changesScan(before: SourceRecord, after: Omit<ParsedInput<'sources.save'>, 'sourceId'>): boolean {
  const names = [
    'archiveDir',
    'reader',
    'timeZone',
  ] as const satisfies readonly (keyof ParsedInput<'sources.save'>)[];
  const reading = after.reading ?? before.reading;
  return (
    names.some((name) => before[name] !== after[name]) ||
    JSON.stringify(before.reading) !== JSON.stringify(reading)
  );
}

function toSummary(
  { presences, scans }: Services,
  overview: SourceOverview,
  source: SourceRecord,
): SourceSummary {
  const { uid, name, archiveDir, reader, timeZone, reading, sourceId } = source;
  return {
    id: uid,
    name,
    archiveDir,
    reader,
    timeZone,
    reading,
    ...presences.of(archiveDir),
    ...overview.stateOf(sourceId, scans.progressOf(uid)),
  };
}
