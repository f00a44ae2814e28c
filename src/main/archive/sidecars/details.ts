/** A details file beside a recording, whatever it is: what it says of the call, or why it says nothing. */
import type { ReaderId, Transcript } from '../../../shared/model';
import type { FindingKind } from '../../../shared/source-model';
import type { FieldMapping } from '../../../shared/source-reading';
import type { FoundBy } from '../draft';
import type { MediaHeader } from '../media/media-header';
import { splitName } from '../media-names';
import type { ZoneClock } from '../zone';
import type { KnownFacts } from './call-facts';
import { toCallFacts } from './call-facts';
import { listCsvFields } from './csv-details';
import type { Field } from './field';
import { NoDetails } from './field';
import { listJsonFields } from './json';
import { mapFields } from './map-fields';
import type { Signature } from './signed';
import { isEncrypted, unwrap } from './signed';
import { isSiprec, readSiprec } from './siprec';
import { isTrunkRecorder, readTrunkRecorder } from './trunk-recorder';
import { findDialog, isVcon, readVconDialog, toVcon } from './vcon';
import { readVconTranscript } from './vcon-analysis';
import { listXmlFields, parseXml } from './xml';

export interface DetailsContext {
  readonly zone: ZoneClock;
  readonly mapping: FieldMapping;
  /** Name of the recording to which the file belongs, when that was last written, and its header. */
  readonly mediaName: string;
  readonly modifiedAtMs: number;
  readonly header: MediaHeader | null;
}

export interface Details {
  readonly facts: KnownFacts;
  /** The system that wrote the file, where its content shows it. */
  readonly reader: ReaderId | null;
  readonly foundBy: FoundBy | null;
  readonly problem: { readonly kind: FindingKind; readonly detail: string } | null;
  /** Of a vCon that brings one. */
  readonly transcript?: Transcript | null;
  /** Sums of which the recording's file should have one; empty where nothing is told. */
  readonly sha512?: readonly Buffer[];
}

const NOTHING: Details = { facts: {}, reader: null, foundBy: null, problem: null };

/** `name` is that of the details file. Never throws for a bad one. */
export function readDetails(name: string, text: string, context: DetailsContext): Details {
  try {
    const { extension } = splitName(name);
    if (extension === 'xml') return readXml(text, context);
    if (extension === 'csv') return readFields(listCsvFields(text), context);
    return readJson(text, context);
  } catch (error) {
    if (error instanceof NoDetails)
      return { ...NOTHING, problem: { kind: 'bad-sidecar', detail: error.message } };
    throw error;
  }
}

/** The fields of a details file, for the table of their meanings. Throws `NoDetails`. */
export function listFields(name: string, text: string): readonly Field[] {
  const { extension } = splitName(name);
  if (extension === 'xml') return listXmlFields(parseXml(text));
  return extension === 'csv' ? listCsvFields(text) : listJsonFields(unwrap(text).json);
}

function readXml(text: string, context: DetailsContext): Details {
  const root = parseXml(text);
  if (!isSiprec(root)) return readFields(listXmlFields(root), context);
  const { zone, modifiedAtMs: nearMs, header } = context;
  const facts = readSiprec(root, { zone, nearMs, channels: header?.channels ?? 1 });
  return { facts, reader: 'siprec', foundBy: 'SIPREC', problem: null };
}

function readJson(text: string, context: DetailsContext): Details {
  const { json, signature } = unwrap(text);
  if (isEncrypted(json)) return { ...NOTHING, problem: { kind: 'unsupported', detail: ENCRYPTED } };
  if (isTrunkRecorder(json))
    return {
      facts: readTrunkRecorder(json),
      reader: 'trunk-recorder',
      foundBy: 'details file',
      problem: null,
    };
  if (!isVcon(json)) return readFields(listJsonFields(json), context);
  const vcon = toVcon(json);
  const dialog = findDialog(vcon, context.mediaName);
  if (!dialog) throw new NoDetails('A vCon in which no recording bears the name of this file.');
  const facts = readVconDialog(vcon, dialog, context.header?.channels ?? 1);
  const transcript = readVconTranscript(json, dialog.index);
  const problem = toSignatureProblem(signature);
  return { facts, reader: 'vcon', foundBy: 'vCon', problem, transcript, sha512: dialog.sha512 };
}

export const ENCRYPTED =
  'An encrypted vCon: it can be read only with the key of its recipient. Decrypt it there and put what comes out into the archive.';

/** What is to be said of a signature; null where there is none, or it is good. */
export function toSignatureProblem(signature: Signature): Details['problem'] {
  if (signature === 'bad')
    return {
      kind: 'unverified',
      detail: 'The signature does not fit the content: the vCon was changed after it was signed, or damaged.',
    };
  if (signature === 'not checked')
    return {
      kind: 'unverified',
      detail:
        'The vCon is signed, and was read without checking that: it brings no certificate that is understood here.',
    };
  return null;
}

function readFields(fields: readonly Field[], { zone, mapping, modifiedAtMs }: DetailsContext): Details {
  const facts = toCallFacts(mapFields(fields, mapping, zone, modifiedAtMs));
  if (Object.keys(facts).length > 0) return { facts, reader: null, foundBy: 'details file', problem: null };
  const detail =
    fields.length === 0
      ? 'The file beside the recording holds nothing.'
      : 'None of its fields is known by its name: say in the source what they mean.';
  return { ...NOTHING, problem: { kind: 'bad-sidecar', detail } };
}
