/**
 * Vonage. Contact Center: an interaction is a folder named by its GUID with its contents (sound, transcript, categories, screen), or files
 * that bear it. Business Communications: `<account>.<call>.<hash>.<epoch ms>.mp3`.
 */
import type { ZoneClock } from '../zone';
import { toFileName } from '../safe-path';
import type { FolderClaims } from './folder-claims';
import { readPlainName } from './generic';
import type { ReadFacts, Reader } from './reader';
import { toFacts } from './reader';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const GUID_NAME = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:[-_. ]|$)/i;
const BUSINESS = /^(\d{3,12})\.(\d{6,40})\.([0-9a-f]{16,64})\.(1\d{12})\.(?:mp3|wav)$/i;
/** Contents that say nothing of who spoke and when. */
const SILENT = /categor|comment|annotation|attachment|sentiment|summary|log/i;

export const vonageContactCenter: Reader = {
  id: 'vonage-contact-center',
  claim(claims: FolderClaims, zone: ZoneClock): void {
    const folderName = toFileName(claims.folder);
    if (GUID.test(folderName)) claimInteraction(claims, folderName.toLowerCase(), zone);
    else claimNamed(claims, zone);
  },
};

function claimInteraction(claims: FolderClaims, guid: string, zone: ZoneClock): void {
  const namesOf = (...classes: string[]): string[] =>
    [...claims.unclaimed].flatMap(([name, parts]) => (classes.includes(parts.nameClass) ? [name] : []));
  // What was said in the call comes before messages and what the menu recorded.
  const sounds = namesOf('audio').sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const [first, ...others] = sounds;
  const screen = namesOf('video')[0] ?? null;
  const main = first ?? screen;
  if (main === null) return;
  const papers = namesOf('transcript', 'text');
  const transcript = papers.find((name) => /transcript/i.test(name) && !/\.json$/i.test(name)) ?? null;
  const details = papers.filter(
    (name) => name !== transcript && /\.(?:json|xml|csv)$/i.test(name) && !SILENT.test(name),
  );
  const also = [...papers, ...(first !== undefined && screen !== null ? [screen] : [])];
  const belongings = { transcript, details, screen: first === undefined ? null : screen };
  claims.takeMedia('vonage-contact-center', main, readContent(main, guid, zone), also, belongings);
  for (const name of others) {
    claims.takeMedia('vonage-contact-center', name, readContent(name, guid, zone), [], { details });
  }
}

function rank(name: string): number {
  return /call[-_ ]?recording|^audio/i.test(name) ? 0 : /voicemail|ivr/i.test(name) ? 2 : 1;
}

/** Files by GUID are Vonage's only where something beside them says so: other systems name theirs by a GUID too. */
function claimNamed(claims: FolderClaims, zone: ZoneClock): void {
  for (const [name, parts] of claims.unclaimed) {
    const guid = parts.nameClass === 'audio' ? GUID_NAME.exec(name)?.[1] : undefined;
    if (guid !== undefined && claims.hasCompanion(name, ['json']))
      claims.takeMedia('vonage-contact-center', name, readContent(name, guid.toLowerCase(), zone));
  }
}

function readContent(name: string, guid: string, zone: ZoneClock): ReadFacts {
  const isMessage = /voicemail/i.test(name);
  return (file) => {
    const plain = readPlainName(
      name.slice(0, name.lastIndexOf('.')).replace(GUID_NAME, ''),
      'call',
      file.modifiedAtMs,
      zone,
    );
    return {
      ...plain,
      kind: isMessage ? 'voicemail' : 'call',
      callReference: guid,
      linkedReference: guid,
    };
  };
}

export const vonageBusiness: Reader = {
  id: 'vonage-business',
  claim(claims: FolderClaims): void {
    for (const name of claims.unclaimed.keys()) {
      const match = BUSINESS.exec(name);
      if (!match) continue;
      const [, account = '', call = '', , epochMs = ''] = match;
      const reference = `${account}.${call}`;
      claims.takeMedia('vonage-business', name, () =>
        toFacts({
          startedAtMs: Number(epochMs),
          callReference: reference,
          linkedReference: reference,
          foundBy: ['file name'],
        }),
      );
    }
  },
};
