/**
 * Asterisk's voicemail: `<context>/<mailbox>/<folder>/msgNNNN.*`, one message in up to three formats beside its `.txt`;
 * greetings stand one folder higher.
 */
import { isExtensionLike, parseCallerId, toNumberKind } from '../call-history/caller-id';
import { toFileName, toFolder } from '../safe-path';
import type { FolderClaims } from './folder-claims';
import { sortFormats } from './formats-of-one';
import type { MediaFile, ReadFacts } from './reader';
import { toFacts } from './reader';

const MESSAGE = /^(msg\d{4,6})\.([\w-]{1,12})$/i;
const GREETING = /^(?:unavail|busy|greet|temp)\.[\w-]{1,12}$/i;
/** Where FreePBX's dial plan takes a call whose person did not answer or could not be reached; for one who is busy it has others. */
const UNAVAILABLE = /^(?:s-(?:NOANSWER|CHANUNAVAIL)|vmu\d{1,20})$/;
export function claimVoicemail(claims: FolderClaims): void {
  const mailbox = toFileName(toFolder(claims.folder));
  const messages = new Map<string, string[]>();
  for (const [name, parts] of claims.unclaimed) {
    const match = MESSAGE.exec(name);
    const base = match?.[1]?.toLowerCase();
    if (base !== undefined && (parts.nameClass === 'audio' || parts.extension === 'txt')) {
      messages.set(base, [...(messages.get(base) ?? []), name]);
    } else if (
      GREETING.test(name) &&
      parts.nameClass === 'audio' &&
      /^\d{1,20}$/.test(toFileName(claims.folder))
    ) {
      claims.refuse(name, 'greeting', 'A greeting of a mailbox, not a message.');
    }
  }
  for (const names of messages.values()) claimMessage(claims, names, mailbox);
}

function claimMessage(claims: FolderClaims, names: readonly string[], mailbox: string): void {
  const text = names.find((name) => name.toLowerCase().endsWith('.txt'));
  const [best, ...others] = sortFormats(
    claims,
    names.filter((name) => name !== text),
  );
  if (text === undefined && !/^\d{1,20}$/.test(mailbox)) return;
  if (best === undefined) {
    for (const name of names)
      claims.refuse(name, 'orphan-sidecar', 'A voicemail message whose sound is not there.');
    return;
  }
  const place = { mailbox, folder: toFileName(claims.folder), mailboxPath: toFolder(claims.folder) };
  claims.takeMedia(
    'freepbx',
    best,
    readMessage(text ?? null, place),
    text === undefined ? others : [text, ...others],
  );
}

interface MessagePlace {
  readonly mailbox: string;
  readonly folder: string;
  /** Relative to the source. */
  readonly mailboxPath: string;
}

function readMessage(textName: string | null, place: MessagePlace): ReadFacts {
  return (file: MediaFile) => {
    const fields =
      textName === null ? new Map<string, string>() : parseMessage(file.readText(textName) ?? '');
    const named = /^\d{1,20}$/.test(place.mailbox)
      ? place.mailbox
      : (fields.get('origmailbox') ?? place.mailbox);
    const caller = parseCallerId(fields.get('callerid') ?? '');
    const seconds = Number(fields.get('origtime') ?? Number.NaN);
    const isTimed = Number.isSafeInteger(seconds) && seconds > 0;
    const isInside = isExtensionLike(caller.number);
    // Its number is not its own: it changes when a message before it goes, and is given again. Old versions write no id.
    const messageId = fields.get('msg_id') ?? (isTimed ? `${seconds} ${caller.number}` : null);
    return toFacts({
      identity: messageId === null ? null : `${place.mailboxPath}\0${messageId}`,
      kind: 'voicemail',
      direction: isInside ? 'internal' : 'inbound',
      startedAtMs: isTimed ? seconds * 1000 : Math.round(file.modifiedAtMs),
      parties: [
        { role: 'caller', ...caller, numberKind: toNumberKind(caller.number), channel: null },
        { role: 'called', number: named, numberKind: 'extension', name: null, channel: null },
      ],
      owner: named,
      mailbox: `${named}/${place.folder}`,
      wasUnavailable: UNAVAILABLE.test(fields.get('exten') ?? ''),
      foundBy: isTimed ? ['message file', 'folder name'] : ['folder name', 'file time'],
    });
  };
}

/** `key=value` lines below `[message]`. */
function parseMessage(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.split(/\r?\n/).slice(0, 100)) {
    const equals = line.indexOf('=');
    if (equals > 0 && !line.startsWith(';'))
      fields.set(line.slice(0, equals).trim().toLowerCase(), line.slice(equals + 1).trim());
  }
  return fields;
}
