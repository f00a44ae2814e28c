/** Who speaks in a transcript: told by the channel of the sound where parties have channels, else by what the speaker is called. */
import type { NamedTranscript, Party, PartyLabel, Transcript, TranscriptSegment } from '../../shared/model';

/** The house's side and the other's, as analyses call them. */
const HOUSE = new Set(['agent', 'internal', 'employee', 'operator', 'assistant']);
const OTHER = new Set(['customer', 'external', 'caller', 'client', 'end_user']);

/** `parties` carry the names that the reader of the transcript may know them by. */
export function nameSpeakers(transcript: Transcript, parties: readonly Party[]): NamedTranscript {
  return {
    ...transcript,
    segments: transcript.segments.map((segment) => ({ ...segment, party: toLabel(find(segment, parties)) })),
  };
}

function find({ channel, speaker }: TranscriptSegment, parties: readonly Party[]): Party | undefined {
  if (channel !== null) return findOnly(parties, (party) => party.channel === channel);
  if (speaker === null) return undefined;
  const called = speaker.trim().toLowerCase();
  const isOfHouse = (party: Party): boolean => party.numberKind === 'extension';
  if (HOUSE.has(called)) return findOnly(parties, isOfHouse);
  if (OTHER.has(called))
    return findOnly(parties, (party) => !isOfHouse(party) && party.numberKind !== 'group');
  return findOnly(
    parties,
    ({ number, name }) => called === number.toLowerCase() || called === name?.trim().toLowerCase(),
  );
}

/** Where two could be meant, neither is named: a sentence in the wrong mouth is worse than one in nobody's. */
function findOnly(parties: readonly Party[], isMeant: (party: Party) => boolean): Party | undefined {
  const meant = parties.filter(isMeant);
  return meant.length === 1 ? meant[0] : undefined;
}

function toLabel(party: Party | undefined): PartyLabel | null {
  return party ? { number: party.number, name: party.name } : null;
}
