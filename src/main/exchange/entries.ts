/**
 * What the files hold: an entry a person, group, line …, named by what people call it by (sign-in name, number, name), for ids are drawn
 * anew in every profile. An entry may leave out any field but its name: what it does not say stays as it is.
 */
import { z } from 'zod';
import type { ExchangeKind } from '../../shared/exchange';
import { SHARED_KINDS } from '../../shared/model';
import { groupInputSchema, personInputSchema, rightsGroupInputSchema } from '../../shared/people';
import { SHARE_AUDIENCES } from '../../shared/shares';
import { organisationSettingsSchema, userSettingsSchema } from '../../shared/user-settings-schema';
import { toNameKey } from '../ledger/name-key';
import type { CellType } from './cell-text';
import { REVERSED } from './problems';

const number = z.string().trim().min(1).max(64);
const signInName = personInputSchema.shape.signInName;

/** To the second, with its offset from UTC; within the years that the ledger takes. */
const instant = z.iso
  .datetime({ offset: true, error: 'A time is written as 2026-01-31T08:00:00Z.' })
  .refine(
    (text) => Date.parse(text) >= 0 && Date.parse(text) <= 4_102_444_800_000,
    'The year is out of range.',
  )
  .nullable();

interface Times {
  readonly from: string | null;
  readonly until: string | null;
}
const isForward = ({ from, until }: Times) =>
  from === null || until === null || Date.parse(from) < Date.parse(until);
const forward = { params: { reason: REVERSED } };

const plainSettings = userSettingsSchema.omit({ replayGroups: true }).shape;

export const entrySchemas = {
  organisation: z
    .strictObject({ organisation: z.string().trim().min(1).max(200), ...organisationSettingsSchema.shape })
    .partial(),
  lines: z
    .strictObject({ line: number, name: z.string().trim().max(200) })
    .partial()
    .required({ line: true }),
  people: z
    .strictObject({
      signInName,
      name: personInputSchema.shape.name,
      email: personInputSchema.shape.email,
      profile: personInputSchema.shape.profile,
      isActive: z.boolean(),
      extensions: z
        .array(
          z.strictObject({ extension: number, from: instant, until: instant }).refine(isForward, forward),
        )
        .max(200),
      ...plainSettings,
      replayGroups: z.array(z.strictObject({ group: number, withMembers: z.boolean() })).max(500),
    })
    .partial()
    .required({ signInName: true }),
  groups: z
    .strictObject({
      groupExtension: number,
      name: groupInputSchema.shape.name,
      members: z
        .array(z.strictObject({ signInName, from: instant, until: instant }).refine(isForward, forward))
        .max(5000),
    })
    .partial()
    .required({ groupExtension: true }),
  rightsGroups: z
    .strictObject({
      rightsGroup: rightsGroupInputSchema.shape.name,
      rights: rightsGroupInputSchema.shape.rights,
      members: z.array(signInName).max(5000),
    })
    .partial()
    .required({ rightsGroup: true }),
  extensions: z
    .strictObject({ extension: number, voicemail: z.boolean(), fax: z.boolean(), callRecording: z.boolean() })
    .partial()
    .required({ extension: true }),
  shares: z.strictObject({
    sharedBy: signInName,
    kind: z.enum(SHARED_KINDS),
    audience: z.enum(SHARE_AUDIENCES),
    groups: z.array(number).max(500),
  }),
} as const satisfies Readonly<Record<ExchangeKind, z.ZodType>>;

export type EntryOf<Kind extends ExchangeKind> = z.infer<(typeof entrySchemas)[Kind]>;
/** All that there is of an organisation, with every field. */
type FullEntryOf<Kind extends ExchangeKind> = {
  readonly [Field in keyof EntryOf<Kind>]-?: Exclude<EntryOf<Kind>[Field], undefined>;
};
export type Configuration = { readonly [Kind in ExchangeKind]: readonly FullEntryOf<Kind>[] };

const text = { is: 'text' } as const;
const flag = { is: 'flag' } as const;
const list = { is: 'list' } as const;

/** The columns of each kind in their order; the first names the entry, and tells what a CSV file is about. */
export const FIELDS: { readonly [Kind in ExchangeKind]: Readonly<Record<keyof EntryOf<Kind>, CellType>> } = {
  organisation: {
    organisation: text,
    screenRecordings: flag,
    conversationAnalysis: flag,
    agentAccess: text,
    standardHears: text,
    callReporting: flag,
  },
  lines: { line: text, name: text },
  people: {
    signInName: text,
    name: text,
    email: text,
    profile: text,
    isActive: flag,
    extensions: { is: 'periods', of: 'extension' },
    portal: flag,
    wizard: flag,
    profileAccess: text,
    directoryAccess: text,
    callHandlingAccess: text,
    buttonProgrammingAccess: text,
    downloadApplicationsAccess: text,
    callOperations: text,
    replay: flag,
    replayAll: flag,
    replayOwn: flag,
    replayGroups: { is: 'groups' },
    replayOthers: text,
    replayLines: list,
    viewOutbound: flag,
    viewScreen: flag,
    download: flag,
    delete: flag,
    archiveAddress: text,
    multiUserAware: flag,
    callReporting: flag,
  },
  groups: { groupExtension: text, name: text, members: { is: 'periods', of: 'signInName' } },
  rightsGroups: { rightsGroup: text, rights: list, members: list },
  extensions: { extension: text, voicemail: flag, fax: flag, callRecording: flag },
  shares: { sharedBy: text, kind: text, audience: text, groups: list },
};

/** The type of a field of a kind; undefined for one that it does not have, such as what a prototype has. */
export function findCellType(kind: ExchangeKind, field: string): CellType | undefined {
  const fields: Readonly<Record<string, CellType>> = FIELDS[kind];
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** How an entry is told from others of its kind, by people. */
export function toKey(kind: ExchangeKind, entry: Readonly<Record<string, unknown>>): string {
  if (kind === 'organisation') return '';
  const [first = ''] = Object.keys(FIELDS[kind]);
  const name = String(entry[first]);
  return kind === 'shares' ? `${name} ${String(entry['kind'])}` : name;
}

/** Equal where two names mean the same entry: names of people and rights groups however they are written, numbers exactly. */
export function toIdentity(kind: ExchangeKind, key: string): string {
  const isName = kind === 'people' || kind === 'rightsGroups' || kind === 'shares';
  return `${kind} ${isName ? toNameKey(key) : key}`;
}
