/** FreePBX and Asterisk without it: monitor folders, voicemail, received faxes. */
import type { ZoneClock } from '../zone';
import { findEpochSec } from '../call-history/asterisk-cdr';
import type { FolderClaims } from './folder-claims';
import { readMonitorName } from './freepbx-monitor';
import { claimVoicemail } from './freepbx-voicemail';
import { sortFormats } from './formats-of-one';
import type { ReadFacts, Reader } from './reader';
import { toFacts } from './reader';

export const freepbx: Reader = {
  id: 'freepbx',
  claim(claims: FolderClaims, zone: ZoneClock): void {
    claimVoicemail(claims);
    const isOutgoingFax = /(?:^|\/)fax\/outgoing$/i.test(claims.folder);
    const recordings = new Map<string, [string, ReadFacts][]>();
    for (const [name, parts] of claims.unclaimed) {
      if (parts.nameClass === 'fax' || parts.nameClass === 'paper') {
        if (isOutgoingFax)
          claims.refuse(
            name,
            'not-understood',
            'A page that was to be sent; it does not say to whom or when.',
          );
        else claimFax(claims, name, parts.base, parts.nameClass);
      } else if (parts.nameClass === 'audio') {
        const read = readMonitorName(name, zone);
        if (!read) continue;
        const formats = recordings.get(parts.base);
        if (formats) formats.push([name, read]);
        else recordings.set(parts.base, [[name, read]]);
      }
    }
    for (const formats of recordings.values()) claimRecording(claims, new Map(formats));
  },
};

/** Of one base name, which holds the second and the unique id: one recording, in whatever formats. */
function claimRecording(claims: FolderClaims, formats: ReadonlyMap<string, ReadFacts>): void {
  const [best = '', ...others] = sortFormats(claims, [...formats.keys()]);
  const read = formats.get(best);
  if (read) claims.takeMedia('freepbx', best, read, others);
}

/** `<uniqueid>.tif`; a PDF beside it is the same fax. */
function claimFax(claims: FolderClaims, name: string, base: string, nameClass: 'fax' | 'paper'): void {
  const epochSec = findEpochSec(base);
  if (epochSec === null) return;
  const pictures = [`${base}.tif`, `${base}.tiff`].filter((other) => claims.unclaimed.has(other));
  if (nameClass === 'paper' && pictures.length > 0) return;
  claims.takeMedia(
    'freepbx',
    name,
    readFax(base, epochSec),
    [`${base}.pdf`].filter((other) => other !== name),
  );
}

function readFax(reference: string, epochSec: number): ReadFacts {
  return () =>
    toFacts({
      kind: 'fax',
      direction: 'inbound',
      startedAtMs: epochSec * 1000,
      callReference: reference,
      linkedReference: reference,
      foundBy: ['file name'],
    });
}
