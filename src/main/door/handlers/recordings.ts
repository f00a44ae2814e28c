/** Finding, playing and copying recordings, within what the library gives this person. */
import type { Session } from '../../session/session';
import type { MediaFile } from '../../policy/library';
import type { Part } from '../tickets';
import { AppError, notFound } from '../../../shared/errors';
import type { Party, PartyLabel } from '../../../shared/model';
import { appendAudit } from '../../ledger/audit';
import { playbackPosition, savePlaybackPosition } from '../../ledger/playback-positions';
import type { HandlersOf, SignedInCall } from '../calls';
import { MEDIA_ORIGIN } from '../media';
import { findMediaPath, openMedia, toMediaError } from '../media-bytes';
import type { Services } from '../services';
import { toArchiveDir } from '../source-folders';
import { deleteHandlers } from './deletions';
import { chooseCopyFolder, downloadRecording } from './download';
import { Prints, printFax } from './printing';

const ROWS_A_PAGE = 100;
/** Who stopped so near the end has heard it: the next play begins at the beginning. */
const AS_GOOD_AS_HEARD_MS = 3000;

export function recordingsHandlers(services: Services): HandlersOf<'recordings'> {
  const { ledger, plays, searches } = services;
  const prints = new Prints();
  return {
    'recordings.list': ({ session, library, input }) => {
      searches.noticed(session, input.filter);
      return library.list(
        input.filter ?? {},
        input.order ?? 'newest',
        input.cursor,
        input.limit ?? ROWS_A_PAGE,
      );
    },
    'recordings.count': ({ session, library, input }) => {
      searches.noticed(session, input.filter);
      return library.counts(session.sessionId).count(input.filter ?? {});
    },
    'recordings.histogram': ({ session, library, input }) => {
      searches.noticed(session, input.filter);
      return library.counts(session.sessionId).histogram(input.filter ?? {});
    },
    'recordings.facets': ({ session, library, input }) => {
      searches.noticed(session, input.filter);
      return library.counts(session.sessionId).facets(input.filter ?? {});
    },
    'recordings.get': ({ library, input }) => library.get(input.id),
    'recordings.transcript': ({ session, library, input }) => {
      const transcript = library.transcript(input.id);
      if (transcript) appendAudit(ledger, session.actor, 'Read transcript', { recordingId: input.id });
      return transcript;
    },
    'recordings.peaks': (call) => drawPeaks(services, call),
    'recordings.play': (call) => play(services, call),
    'recordings.whyStopped': ({ session, input }) => {
      const why = plays.whyStopped(session.sessionId, input.id);
      if (why) throw why;
      return null;
    },
    'recordings.heard': (call) => noteHeard(services, call),
    'recordings.chooseCopyFolder': (call) => chooseCopyFolder(services, call),
    'recordings.download': (call) => downloadRecording(services, call),
    'recordings.printFax': (call) => printFax(services, prints, call),
    'recordings.stopPrint': ({ client }) => {
      prints.stop(client.id);
      return null;
    },
    ...deleteHandlers(services),
  };
}

async function drawPeaks(
  { ledger, peaks, sessions }: Services,
  { client, session, library, input }: SignedInCall<'recordings.peaks'>,
) {
  const file = library.getMedia(input.id, 'play');
  const { header, sizeBytes, modifiedAtMs } = file;
  if (!header || sizeBytes === null || modifiedAtMs === null) return null;
  const archiveDir = toArchiveDir(ledger, file);
  const { sourceId } = file;
  try {
    const filePath = await findMediaPath(archiveDir, file);
    const drawn = await peaks.of({
      ...{ recordingId: input.id, sourceId, filePath },
      ...{ header, sizeBytes, modifiedAtMs },
    });
    if (!drawn) return null;
    // It may have taken seconds, in which the window was locked or somebody else signed in.
    if (sessions.current(client).sessionId !== session.sessionId) throw notFound();
    return { peaks: Buffer.from(drawn.buffer, drawn.byteOffset, drawn.byteLength).toString('base64') };
  } catch (error) {
    throw await toMediaError(archiveDir, error);
  }
}

/** More than two channels are a studio's, not a telephone's: nobody is named on them. */
function toSides(parties: readonly Party[], channels: number): readonly (PartyLabel | null)[] {
  return [0, 1].slice(0, channels).map((channel) => {
    const party = parties.find((one) => one.channel === channel);
    return party ? { number: party.number, name: party.name } : null;
  });
}

/** Opens the file before it gives a ticket: what cannot be played is said at once, and is no replay in the trail. */
async function play(
  services: Services,
  { client, session, library, input }: SignedInCall<'recordings.play'>,
) {
  const { ledger, sessions } = services;
  const { id } = input;
  const file = library.getMedia(id, 'play');
  const media = await openMedia(toArchiveDir(ledger, file), file, 'play');
  await media.close();
  // The window may have been locked meanwhile.
  if (sessions.current(client).sessionId !== session.sessionId) throw notFound();
  appendAudit(ledger, session.actor, 'Replay', { recordingId: id, startedAtMs: file.startedAtMs });
  return {
    url: toUrl(services, session, id, 'sound', file),
    mediaType: media.mediaType,
    durationMs: file.header?.durationMs ?? file.durationMs,
    channels: file.header?.channels ?? 1,
    sides: toSides(library.partiesOf(id), file.header?.channels ?? 1),
    screenUrl:
      file.screenPath === null
        ? null
        : toUrl(services, session, id, 'screen', library.getMedia(id, 'seeScreen')),
    resumeAtMs: playbackPosition(ledger, session.actor.userId, id),
  };
}

function toUrl({ plays }: Services, session: Session, id: string, part: Part, file: MediaFile): string {
  return `${MEDIA_ORIGIN}/${plays.issue(session, id, part, file).token}`;
}

/** What was heard is told when it ends, which may be because the right was withdrawn: it was heard all the same. */
function noteHeard(
  { ledger, plays }: Services,
  { session, library, input }: SignedInCall<'recordings.heard'>,
): null {
  const { id, fromMs, untilMs } = input;
  if (untilMs < fromMs)
    throw new AppError('invalid-input', 'invalid-input', 'untilMs: it lies before fromMs.');
  if (!plays.hasPlayed(session.sessionId, id)) throw notFound();
  appendAudit(ledger, session.actor, 'Replayed', { recordingId: id, fromMs, untilMs });
  if (!library.may(id, 'play')) return null;
  const { durationMs } = library.getMedia(id, 'play');
  const isHeard = durationMs !== null && untilMs >= durationMs - AS_GOOD_AS_HEARD_MS;
  savePlaybackPosition(ledger, session.actor.userId, id, isHeard ? 0 : untilMs);
  return null;
}
