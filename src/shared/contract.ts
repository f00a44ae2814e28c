/**
 * Every call and every event that crosses the door, once. Windows and the command line share it; both sides take their types
 * from here, and a method without a handler does not compile.
 */
/* eslint-disable max-lines -- one table of all calls, which is read as a whole */
import { z } from 'zod';
import type { CallDetails, CallRow, Report } from './calls';
import { callFilterSchema, reportInputSchema } from './calls';
import type { Explanation, Listeners } from './explanation';
import type { Preview } from './preview';
import { PREVIEWED_METHODS } from './preview';
import { FAX_PAGES_AT_MOST, PRINTED_PAGES_AT_MOST } from './fax-print';
import type { DeleteOutcome, DeletionRow, HoldRow, RetentionLock } from './keeping';
import { MAX_IDS_AT_ONCE, REASON_MAX_LENGTH, retentionLockSchema } from './keeping';
import type {
  AuditEntry,
  Count,
  NamedTranscript,
  Page,
  PartyLabel,
  Preferences,
  RecordingDetails,
  RecordingFacets,
  RecordingHistogram,
  RecordingRow,
  SignedIn,
} from './model';
import type { Finding, FolderInspection, ScanProgress, SourceHealth, SourceSummary } from './source-model';
import { ACTIONS, DIRECTIONS, KINDS, LANGUAGES, READER_IDS, SHARED_KINDS, THEMES } from './model';
import { FINDING_KINDS } from './source-model';
import type {
  CallReporting,
  ExtensionList,
  LineList,
  GroupRow,
  OrganisationDetails,
  PersonDetails,
  PersonRow,
  RightsGroupRow,
} from './people';
import type { ExchangeCheck, Exported } from './exchange';
import { EXCHANGE_FORMATS, EXCHANGE_KINDS } from './exchange';
import { groupInputSchema, personInputSchema, rightsGroupInputSchema } from './people';
import type { OwnProfile, PersonalName } from './own-profile';
import { PERSONAL_NAMES_AT_MOST } from './own-profile';
import type { ShareRow, Sharing } from './shares';
import { SHARE_AUDIENCES } from './shares';
import type { ReadingTrial } from './source-reading';
import { sourceReadingSchema } from './source-reading';
import { organisationSettingsSchema } from './user-settings-schema';

const recordingId = z.string().regex(/^[0-9a-f]{16}$/);
const recordingIds = z.array(recordingId).min(1).max(MAX_IDS_AT_ONCE);
const holdReason = z.string().trim().min(1).max(REASON_MAX_LENGTH);
const rowId = z.string().min(1).max(64);
const cursor = z.string().max(200).nullable().optional();
const atMs = z.number().int().min(0).max(4_102_444_800_000);
const faxPage = z.number().int().min(1).max(FAX_PAGES_AT_MOST);
const archiveDir = z.string().min(1).max(4096);
const timeZone = z.string().min(1).max(64);
/** Length is checked, content is not: Argon2id takes any text. */
const password = z.string().min(1).max(1024);
/** What a list that is saved as a whole was when it was read. */
const listRevision = z.string().regex(/^[0-9a-f]{16}$/);

export const recordingFilterSchema = z.strictObject({
  /** As typed: words, names, parts of numbers; all must match. */
  text: z.string().max(300).optional(),
  kinds: z.array(z.enum(KINDS)).max(KINDS.length).optional(),
  directions: z.array(z.enum(DIRECTIONS)).max(DIRECTIONS.length).optional(),
  /** Start of the recording: from inclusive, until exclusive. */
  fromMs: atMs.optional(),
  untilMs: atMs.optional(),
  minDurationMs: z.number().int().min(0).max(604_800_000).optional(),
  maxDurationMs: z.number().int().min(0).max(604_800_000).optional(),
  /** A whole number that was a party, exactly. */
  party: z.string().min(1).max(64).optional(),
  group: z.string().min(1).max(64).optional(),
  line: z.string().min(1).max(64).optional(),
  hasTranscript: z.boolean().optional(),
  hasScreen: z.boolean().optional(),
  /** Only what others share with the person. */
  isShared: z.literal(true).optional(),
});
export type RecordingFilter = z.infer<typeof recordingFilterSchema>;

export const ORDERS = ['newest', 'oldest'] as const;

/** `access`: what a method needs before its handler runs. The policy then decides about each recording. */
export type MethodAccess =
  | 'anyone'
  /** Somebody is signed in, also while he must still choose a password of his own. */
  | 'own-session'
  | 'signed-in'
  | 'configuration-read'
  | 'oversight-read'
  | 'configuration-write'
  /** Who is in which rights group: for those who may change that, too. */
  | 'security-read'
  | 'security-write'
  | 'reporting-read'
  | 'reporting-write';

interface Method<Access extends MethodAccess, Input extends z.ZodType, Output> {
  readonly input: Input;
  readonly access: Access;
  /** One English sentence, for the command line's `methods`. */
  readonly about: string;
  /** Carries the type of the output; never set. */
  readonly output?: Output;
}

function method<Output>() {
  return <Access extends MethodAccess, Input extends z.ZodType>(
    access: Access,
    about: string,
    input: Input,
  ): Method<Access, Input, Output> => ({ input, access, about });
}

const nothing = z.strictObject({});

export interface Status {
  readonly stage: 'first-run' | 'signed-out' | 'locked' | 'signed-in';
  readonly version: string;
  readonly platform: 'win32' | 'darwin' | 'linux';
  /** The sample archive is there, and was asked for when the program started. */
  readonly proposesSample: boolean;
  readonly hasSample: boolean;
  readonly signedIn: SignedIn | null;
  /** What the ledger or catalog went through at start that a person should know (for example: catalog rebuilt). */
  readonly notices: readonly string[];
}

export interface PlayTicket {
  /** media://play/… ; good for this window, this person and this recording only, for 15 minutes at most. */
  readonly url: string;
  readonly mediaType: string;
  readonly durationMs: number | null;
  readonly channels: number;
  /** Who speaks on each channel, from the first; null where that is not known, and throughout for a mixed recording. */
  readonly sides: readonly (PartyLabel | null)[];
  readonly screenUrl: string | null;
  readonly resumeAtMs: number;
}

export interface SetUpDone {
  readonly signedIn: SignedIn;
  /** Shown once, then forgotten: the sample people's passwords. Empty for an archive of one's own. */
  readonly samplePeople: readonly SamplePerson[];
}

export interface SamplePerson {
  readonly name: string;
  readonly signInName: string;
  readonly password: string;
  readonly role: string;
}

export interface CopyFolder {
  /** Stands for the folder in this session. */
  readonly into: string;
  readonly name: string;
}

export interface Downloaded {
  /** Null where the person closed the dialog. */
  readonly saved: { readonly fileName: string; readonly sizeBytes: number } | null;
}

export interface Printed {
  /** False where the person closed the dialog, or stopped it before. */
  readonly isSent: boolean;
}

export const contract = {
  'system.status': method<Status>()(
    'anyone',
    'Where the program stands: first run, signed out, signed in.',
    nothing,
  ),

  'system.offerPrint': method<null>()(
    'anyone',
    "Tells the window's menu whether there is something to print; on the command line it changes nothing.",
    z.strictObject({ isOffered: z.boolean() }),
  ),

  'setup.chooseFolder': method<{ readonly archiveDir: string | null }>()(
    'anyone',
    "Opens the computer's folder dialog (windows only; during the first run, or for those who may change the configuration).",
    nothing,
  ),
  'setup.inspect': method<FolderInspection>()(
    'anyone',
    'Looks at a folder and says what is in it; during the first run only.',
    z.strictObject({ archiveDir }),
  ),
  'setup.tryFolder': method<ReadingTrial>()(
    'anyone',
    'What would become of the files of a folder, read by a pattern of names or a meaning of fields; during the first run only.',
    z.strictObject({ archiveDir, timeZone, reading: sourceReadingSchema }),
  ),
  'setup.complete': method<SetUpDone>()(
    'anyone',
    'Makes the organisation, its first source and its first administrator, and signs him in; once.',
    z.strictObject({
      archiveDir,
      timeZone,
      reading: sourceReadingSchema.optional(),
      organisation: z.string().trim().min(1).max(200),
      administrator: z.strictObject({
        name: z.string().trim().min(1).max(200),
        signInName: z.string().trim().min(1).max(100),
        password,
      }),
    }),
  ),

  'setup.openSample': method<SetUpDone>()(
    'anyone',
    'Makes the organisation of the sample archive with its people, signs its administrator in, and shows all passwords once.',
    nothing,
  ),

  'session.signIn': method<SignedIn>()(
    'anyone',
    'Signs a person in to this window or terminal.',
    z.strictObject({ signInName: z.string().max(200), password }),
  ),
  'session.signOut': method<null>()('anyone', 'Signs out; what is playing ends.', nothing),
  'session.lock': method<null>()(
    'own-session',
    'Locks the window until the same person gives his password.',
    nothing,
  ),
  'session.unlock': method<SignedIn>()('anyone', 'Unlocks a locked window.', z.strictObject({ password })),
  'session.changePassword': method<null>()(
    'own-session',
    "Changes one's own password.",
    z.strictObject({ current: password, next: password }),
  ),
  'preferences.save': method<Preferences>()(
    'signed-in',
    "Saves one's own preferences.",
    z.strictObject({
      theme: z.enum(THEMES).optional(),
      language: z.enum(LANGUAGES).optional(),
      density: z.enum(['compact', 'comfortable']).optional(),
      playbackRate: z.number().min(0.5).max(3).optional(),
      skipsSilence: z.boolean().optional(),
    }),
  ),

  'recordings.list': method<Page<RecordingRow>>()(
    'signed-in',
    'A page of the recordings that the person may list, by time.',
    z.strictObject({
      filter: recordingFilterSchema.optional(),
      order: z.enum(ORDERS).optional(),
      cursor,
      limit: z.number().int().min(1).max(1000).optional(),
    }),
  ),
  'recordings.count': method<Count>()(
    'signed-in',
    'How many recordings the person may list.',
    z.strictObject({ filter: recordingFilterSchema.optional() }),
  ),
  'recordings.histogram': method<RecordingHistogram>()(
    'signed-in',
    'How many recordings there are of each day, among those that the person may list.',
    z.strictObject({ filter: recordingFilterSchema.optional() }),
  ),
  'recordings.facets': method<RecordingFacets>()(
    'signed-in',
    'How many recordings there would be with each kind, direction, group and line.',
    z.strictObject({ filter: recordingFilterSchema.optional() }),
  ),
  'recordings.get': method<RecordingDetails>()(
    'signed-in',
    'All that is known of one recording, and what the person may do with it and why.',
    z.strictObject({ id: recordingId }),
  ),
  'recordings.transcript': method<NamedTranscript | null>()(
    'signed-in',
    'The transcript of a recording with its speakers and categories, or null where it has none.',
    z.strictObject({ id: recordingId }),
  ),
  'recordings.peaks': method<{ readonly peaks: string } | null>()(
    'signed-in',
    'The wave of a recording (base64 of the form in shared/peaks), or null for a codec whose wave the window draws itself.',
    z.strictObject({ id: recordingId }),
  ),
  'recordings.play': method<PlayTicket>()(
    'signed-in',
    'A ticket to play a recording. On the command line the ticket is checked and audited, and nothing sounds.',
    z.strictObject({ id: recordingId }),
  ),
  'recordings.whyStopped': method<null>()(
    'signed-in',
    'Answers with the error that made a play stop (file changed, volume away, right withdrawn), or null for none.',
    z.strictObject({ id: recordingId }),
  ),
  'recordings.heard': method<null>()(
    'signed-in',
    'Tells what part of a recording was heard, for the trail and to go on from there.',
    z.strictObject({ id: recordingId, fromMs: z.number().int().min(0), untilMs: z.number().int().min(0) }),
  ),
  'recordings.chooseCopyFolder': method<{ readonly folder: CopyFolder | null }>()(
    'signed-in',
    'Asks in a dialog for the folder of several copies (windows only); `recordings.download` takes it as `into`.',
    nothing,
  ),
  'recordings.download': method<Downloaded>()(
    'signed-in',
    'Saves a copy of a recording as a file. In a window a dialog asks where; elsewhere give targetDir.',
    z.strictObject({
      id: recordingId,
      /** `vcon`: one JSON document with the sound, the parties, the transcript where he may read it, and the call's data. */
      form: z.enum(['original', 'vcon']).optional(),
      /** Files leave the system's control: confirmed once a sign-in, and recorded. */
      acceptsNotice: z.boolean(),
      /** Of `recordings.chooseCopyFolder`; what has the same name there stays, and the copy gets another. */
      into: z
        .string()
        .regex(/^[0-9a-f]{32}$/)
        .optional(),
      targetDir: z.string().min(1).max(4096).optional(),
    }),
  ),

  'recordings.printFax': method<Printed>()(
    'signed-in',
    "Prints pages of a fax that the person may see, in the computer's print dialog (windows only); each is in the trail first.",
    z
      .strictObject({ id: recordingId, firstPage: faxPage, lastPage: faxPage })
      .refine(({ firstPage, lastPage }) => firstPage <= lastPage, 'The last page is before the first.')
      .refine(
        ({ firstPage, lastPage }) => lastPage - firstPage < PRINTED_PAGES_AT_MOST,
        `At most ${PRINTED_PAGES_AT_MOST} pages at once.`,
      ),
  ),
  'recordings.stopPrint': method<null>()(
    'signed-in',
    'Stops the print that this window has begun, also while its dialog is open.',
    nothing,
  ),

  'recordings.delete': method<DeleteOutcome>()(
    'signed-in',
    'Deletes recordings with all that belongs to them, for good, one after the other. Fails where none could be deleted.',
    z.strictObject({ ids: recordingIds, reason: z.string().trim().max(REASON_MAX_LENGTH) }),
  ),
  'recordings.stopDelete': method<null>()(
    'signed-in',
    'Stops deleting after the recording that is being deleted now.',
    nothing,
  ),
  'deletions.list': method<Page<DeletionRow>>()(
    'oversight-read',
    'What was deleted, newest first: who, when, what, why, and the hash of each file.',
    z.strictObject({ cursor }),
  ),
  'holds.list': method<Page<HoldRow>>()(
    'oversight-read',
    'The legal holds in force, newest first.',
    z.strictObject({ cursor }),
  ),
  'holds.set': method<null>()(
    'configuration-write',
    'Puts recordings under legal hold: nobody can delete them. All of them or none.',
    z.strictObject({ ids: recordingIds, reason: holdReason }),
  ),
  'holds.release': method<null>()(
    'configuration-write',
    'Releases every legal hold on these recordings. All of them or none.',
    z.strictObject({ ids: recordingIds, reason: holdReason }),
  ),
  'retention.list': method<readonly RetentionLock[]>()(
    'configuration-read',
    'The retention locks of lines and groups.',
    nothing,
  ),
  'retention.save': method<readonly RetentionLock[]>()(
    'configuration-write',
    'Replaces the retention locks. None can be shortened or taken away: give all that there are.',
    z.strictObject({ locks: z.array(retentionLockSchema).max(5000) }),
  ),

  'calls.list': method<Page<CallRow>>()(
    'signed-in',
    'A page of the call history that the person may list, by time.',
    z.strictObject({
      filter: callFilterSchema.optional(),
      order: z.enum(ORDERS).optional(),
      cursor,
      limit: z.number().int().min(1).max(1000).optional(),
    }),
  ),
  'calls.count': method<Count>()(
    'signed-in',
    'How many calls of call history the person may list, exact up to 10,000.',
    z.strictObject({ filter: callFilterSchema.optional() }),
  ),
  'calls.get': method<CallDetails>()(
    'signed-in',
    'One call with its legs, and the recordings of it that the person may list.',
    z.strictObject({ id: recordingId }),
  ),
  'reports.summary': method<Report>()(
    'signed-in',
    'Counts and durations of the calls of all users; needs call reporting in the organisation and for the person.',
    reportInputSchema,
  ),
  'reports.save': method<Downloaded>()(
    'signed-in',
    'Saves a summary as CSV. In a window a dialog asks where; elsewhere give targetDir.',
    z.strictObject({ ...reportInputSchema.shape, targetDir: z.string().min(1).max(4096).optional() }),
  ),

  'reports.print': method<Printed>()(
    'signed-in',
    "Prints the page with a summary, in the computer's print dialog (windows only).",
    reportInputSchema,
  ),

  'people.list': method<readonly PersonRow[]>()(
    'security-read',
    'Everybody, with what each may at a glance.',
    nothing,
  ),
  'people.get': method<PersonDetails>()(
    'configuration-read',
    'One person with every setting.',
    z.strictObject({ userId: rowId }),
  ),
  'people.save': method<PersonDetails>()(
    'configuration-write',
    'Makes a person (no userId) or changes one; `revision` is the one that was read.',
    z.strictObject({
      userId: rowId.nullable(),
      revision: z.number().int().nullable(),
      person: personInputSchema,
    }),
  ),
  'people.setPassword': method<null>()(
    'security-write',
    "Sets a person's password; he must choose his own at the next sign-in.",
    z.strictObject({ userId: rowId, password }),
  ),
  'people.setRightsGroups': method<PersonDetails>()(
    'security-write',
    'Puts a person into rights groups, replacing those he is in.',
    z.strictObject({ userId: rowId, rightsGroupIds: z.array(rowId).max(100) }),
  ),
  'groups.list': method<readonly GroupRow[]>()(
    'configuration-read',
    'The groups with their members.',
    nothing,
  ),
  'groups.save': method<GroupRow>()(
    'configuration-write',
    'Makes a group (no groupId) or changes one.',
    z.strictObject({
      groupId: rowId.nullable(),
      revision: z.number().int().nullable(),
      group: groupInputSchema,
    }),
  ),
  'groups.remove': method<null>()(
    'configuration-write',
    'Removes a group; its id is never used again.',
    z.strictObject({ groupId: rowId }),
  ),
  'lines.list': method<LineList>()('configuration-read', 'The lines with their names.', nothing),
  'lines.save': method<LineList>()(
    'configuration-write',
    'Replaces the lines and their names; `revision` is the one that was read.',
    z.strictObject({
      revision: listRevision,
      lines: z
        .array(z.strictObject({ number: z.string().trim().min(1).max(64), name: z.string().trim().max(200) }))
        .max(5000),
    }),
  ),
  'rightsGroups.list': method<readonly RightsGroupRow[]>()(
    'security-read',
    'The rights groups with their rights and members.',
    nothing,
  ),
  'rightsGroups.save': method<RightsGroupRow>()(
    'security-write',
    'Makes a rights group (no rightsGroupId) or changes one; `revision` is the one that was read.',
    z.strictObject({
      rightsGroupId: rowId.nullable(),
      revision: z.number().int().nullable(),
      rightsGroup: rightsGroupInputSchema,
    }),
  ),
  'rightsGroups.remove': method<null>()(
    'security-write',
    'Removes a rights group: its members lose what it gave.',
    z.strictObject({ rightsGroupId: rowId }),
  ),
  'extensions.list': method<ExtensionList>()(
    'configuration-read',
    'Every extension that somebody has or had, with what it has of voicemail, fax and call recording.',
    nothing,
  ),
  'extensions.save': method<ExtensionList>()(
    'configuration-write',
    'Sets the features of some extensions; `revision` is the one that was read.',
    z.strictObject({
      revision: listRevision,
      extensions: z
        .array(
          z.strictObject({
            extension: z.string().trim().min(1).max(64),
            voicemail: z.boolean(),
            fax: z.boolean(),
            callRecording: z.boolean(),
          }),
        )
        .max(20_000),
    }),
  ),
  'callReporting.get': method<CallReporting>()(
    'reporting-read',
    'Whether call reporting is available, and who has it.',
    nothing,
  ),
  'callReporting.save': method<CallReporting>()(
    'reporting-write',
    'Makes call reporting available or not, and gives it to people or takes it away; who is not named stays as he is.',
    z.strictObject({
      revision: listRevision,
      isAvailable: z.boolean(),
      people: z.array(z.strictObject({ userId: rowId, callReporting: z.boolean() })).max(20_000),
    }),
  ),
  'exchange.export': method<Exported>()(
    'configuration-read',
    'Writes people, rights and settings into files, one in JSON or one a kind in CSV; without passwords. Elsewhere than in a window give targetDir.',
    z.strictObject({
      format: z.enum(EXCHANGE_FORMATS),
      what: z.array(z.enum(EXCHANGE_KINDS)).min(1).max(EXCHANGE_KINDS.length),
      targetDir: z.string().min(1).max(4096).optional(),
    }),
  ),
  'exchange.check': method<{ readonly check: ExchangeCheck | null }>()(
    'configuration-write',
    'Says what files of an export would change here, and what is wrong in them, by file and line; changes nothing. In a window a dialog asks for the files; elsewhere give paths.',
    z.strictObject({ paths: z.array(z.string().min(1).max(4096)).min(1).max(20).optional() }),
  ),
  'exchange.preview': method<Preview>()(
    'oversight-read',
    'Recordings that each person would gain or lose by an import that was checked, of at most 200 changes; changes nothing.',
    z.strictObject({
      token: z.string().regex(/^[0-9a-f]{64}$/),
      paths: z.array(z.string().min(1).max(4096)).min(1).max(20).optional(),
    }),
  ),
  'exchange.apply': method<{ readonly changes: number }>()(
    'configuration-write',
    'Does what a check has shown: all of it or nothing. `token` is that of the check; elsewhere than in a window give the same paths.',
    z.strictObject({
      token: z.string().regex(/^[0-9a-f]{64}$/),
      paths: z.array(z.string().min(1).max(4096)).min(1).max(20).optional(),
    }),
  ),
  'organisations.add': method<null>()(
    'security-write',
    'Makes a further organisation with an administrator of its own. Nothing of it can be seen from here afterwards.',
    z.strictObject({
      name: z.string().trim().min(1).max(200),
      administrator: z.strictObject({
        name: z.string().trim().min(1).max(200),
        signInName: z.string().trim().min(1).max(100),
        password,
      }),
    }),
  ),
  'organisation.get': method<OrganisationDetails>()(
    'configuration-read',
    'The organisation and its settings.',
    nothing,
  ),
  'organisation.save': method<OrganisationDetails>()(
    'configuration-write',
    'Changes the settings of the organisation; `revision` is the one that was read.',
    z.strictObject({
      revision: z.number().int(),
      name: z.string().trim().min(1).max(200),
      settings: organisationSettingsSchema,
    }),
  ),

  'shares.get': method<Sharing>()(
    'signed-in',
    "What one shares of one's own, whom it reaches, and what stands in its way; for the multi-user aware only.",
    nothing,
  ),
  'shares.save': method<Sharing>()(
    'signed-in',
    "Replaces what one shares of one's own; `revision` is the one that was read.",
    z.strictObject({
      revision: z.string().regex(/^[0-9a-f]{16}$/),
      shares: z
        .array(
          z.strictObject({
            kind: z.enum(SHARED_KINDS),
            audience: z.enum(SHARE_AUDIENCES),
            groupIds: z.array(rowId).max(500),
          }),
        )
        .max(SHARED_KINDS.length),
    }),
  ),
  'shares.overview': method<readonly ShareRow[]>()(
    'configuration-read',
    'Who shares what with whom, whether it is in force, and why not where it is not.',
    nothing,
  ),
  'shares.end': method<readonly ShareRow[]>()(
    'configuration-write',
    "Ends one share of somebody; gives what is left of everybody's.",
    z.strictObject({ userId: rowId, kind: z.enum(SHARED_KINDS) }),
  ),
  'profile.get': method<OwnProfile>()(
    'signed-in',
    "One's own name, address and extensions, where 'Profile' lets one read them.",
    nothing,
  ),
  'profile.save': method<OwnProfile>()(
    'signed-in',
    "Changes one's own name and address, where 'Profile' lets one write; `revision` is the one that was read.",
    z.strictObject({
      revision: z.number().int(),
      name: personInputSchema.shape.name,
      email: personInputSchema.shape.email,
    }),
  ),
  'directory.list': method<readonly PersonalName[]>()(
    'signed-in',
    "One's own names for numbers, where 'Personal directory' lets one read them.",
    nothing,
  ),
  'directory.save': method<readonly PersonalName[]>()(
    'signed-in',
    "Gives numbers names of one's own, in the place of those they had; gives all that there are.",
    z.strictObject({
      names: z
        .array(
          z.strictObject({
            number: z.string().trim().min(1).max(64),
            name: z.string().trim().min(1).max(200),
          }),
        )
        .min(1)
        .max(PERSONAL_NAMES_AT_MOST),
    }),
  ),
  'directory.remove': method<readonly PersonalName[]>()(
    'signed-in',
    "Takes one's own name off a number; gives all that are left.",
    z.strictObject({ number: z.string().min(1).max(64) }),
  ),
  'wizard.get': method<OwnProfile>()(
    'signed-in',
    'What the walk at the first sign-in shows of oneself; only while it is to be walked.',
    nothing,
  ),
  'wizard.complete': method<null>()(
    'signed-in',
    'Ends the walk at the first sign-in: the name, and whether the extensions that were shown are the right ones.',
    z.strictObject({ name: personInputSchema.shape.name, hasRightExtensions: z.boolean() }),
  ),

  'sources.list': method<readonly SourceSummary[]>()(
    'configuration-read',
    'The sources and the state of their scans.',
    nothing,
  ),
  'sources.inspect': method<FolderInspection>()(
    'configuration-write',
    'Looks at a folder and says what is in it, before it becomes a source.',
    z.strictObject({ archiveDir }),
  ),
  'sources.tryPattern': method<ReadingTrial>()(
    'configuration-write',
    'What would become of the files of a source, read by a pattern of names or a meaning of fields; nothing is changed.',
    z.strictObject({ sourceId: rowId, timeZone: timeZone.optional(), reading: sourceReadingSchema }),
  ),
  'sources.tryFolder': method<ReadingTrial>()(
    'configuration-write',
    'As `sources.tryPattern`, for a folder before it becomes a source.',
    z.strictObject({ archiveDir, timeZone, reading: sourceReadingSchema }),
  ),
  'sources.add': method<SourceSummary>()(
    'configuration-write',
    'Adds a folder as a source and scans it.',
    z.strictObject({
      archiveDir,
      name: z.string().trim().min(1).max(200),
      reader: z.enum([...READER_IDS, 'auto']),
      timeZone,
      reading: sourceReadingSchema.optional(),
    }),
  ),
  'sources.save': method<SourceSummary>()(
    'configuration-write',
    'Changes name, reader, zone or folder of a source; what that changes is scanned anew.',
    z.strictObject({
      sourceId: rowId,
      archiveDir,
      name: z.string().trim().min(1).max(200),
      reader: z.enum([...READER_IDS, 'auto']),
      timeZone,
      reading: sourceReadingSchema.optional(),
    }),
  ),
  'sources.remove': method<null>()(
    'configuration-write',
    'Takes a source out of the catalog; its files stay as they are.',
    z.strictObject({ sourceId: rowId }),
  ),
  'sources.scan': method<ScanProgress>()(
    'configuration-write',
    'Scans a source: what changed, or with `everything` each file anew. The command line waits until it is done.',
    z.strictObject({ sourceId: rowId, everything: z.boolean().optional() }),
  ),
  'sources.stopScan': method<null>()(
    'configuration-write',
    'Stops a scan; the next one goes on from there.',
    z.strictObject({ sourceId: rowId }),
  ),
  'findings.list': method<Page<Finding>>()(
    'oversight-read',
    'What the scanner could not take in, or took in with a doubt.',
    z.strictObject({ sourceId: rowId, kind: z.enum(FINDING_KINDS).optional(), cursor }),
  ),

  'policy.explain': method<Explanation>()(
    'signed-in',
    'Why a person may or may not do something with a recording that one may list oneself, and the smallest change that would turn it round. Without userId oneself; others for the administrator.',
    z.strictObject({ recordingId, action: z.enum(ACTIONS), userId: rowId.nullable() }),
  ),
  'policy.mayHear': method<Listeners>()(
    'oversight-read',
    'Everybody who may list a recording, with what each may do with it and by which path.',
    z.strictObject({ recordingId }),
  ),
  'policy.preview': method<Preview>()(
    'oversight-read',
    'What a call that changes rights would bring: recordings gained and lost for each person. Nothing is saved.',
    z.strictObject({ method: z.enum(PREVIEWED_METHODS), input: z.unknown() }),
  ),
  'policy.viewAsList': method<Page<RecordingRow>>()(
    'oversight-read',
    'A page of the list of another person, as he would see it. Nothing of it can be played or opened this way.',
    z.strictObject({
      userId: rowId,
      filter: recordingFilterSchema.optional(),
      order: z.enum(ORDERS).optional(),
      cursor,
      limit: z.number().int().min(1).max(1000).optional(),
    }),
  ),
  'policy.viewAsCount': method<Count>()(
    'oversight-read',
    'How many recordings another person may list.',
    z.strictObject({ userId: rowId, filter: recordingFilterSchema.optional() }),
  ),
  'policy.endViewAs': method<null>()(
    'signed-in',
    'Ends looking at the lists of another person; also sign-out and lock end it.',
    nothing,
  ),

  'findings.summary': method<SourceHealth>()(
    'oversight-read',
    'How a source is: what became of every file, findings by kind with examples, calls and recordings without each other.',
    z.strictObject({ sourceId: rowId }),
  ),

  'audit.list': method<Page<AuditEntry>>()(
    'oversight-read',
    'The audit trail, newest first; reading it is itself recorded.',
    z.strictObject({
      fromMs: atMs.optional(),
      untilMs: atMs.optional(),
      userName: z.string().max(200).optional(),
      action: z.string().max(100).optional(),
      cursor,
    }),
  ),
  'audit.verify': method<{ readonly entries: number; readonly firstBroken: number | null }>()(
    'oversight-read',
    'Recomputes the hash chain of the trail from its first entry.',
    nothing,
  ),
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type Input<M extends MethodName> = z.input<Contract[M]['input']>;
export type ParsedInput<M extends MethodName> = z.output<Contract[M]['input']>;
export type Output<M extends MethodName> = Exclude<Contract[M]['output'], undefined>;

/** What main tells a window unasked. Nothing in an event may depend on a recording that the window's person may not list. */
export interface Events {
  /** There is a new notice: `system.status` has it. */
  readonly 'status.changed': null;
  readonly 'scan.progressed': ScanProgress;
  /** The catalog or the rights changed: lists are to be read anew. */
  readonly 'library.changed': null;
  readonly 'session.ended': { readonly reason: 'signed-out' | 'locked' | 'deactivated' };
  /** What is playing was taken away: the right to it was withdrawn, or somebody deleted it. */
  readonly 'play.ended': { readonly id: string; readonly reason: 'right-withdrawn' | 'recording-deleted' };
  /** Of the recordings that this window is deleting, so many are done with, deleted or not. */
  readonly 'delete.progressed': { readonly done: number; readonly total: number };
  /** Of the fax that this window prints, so many pages are laid out. */
  readonly 'print.progressed': { readonly done: number; readonly total: number };
  /** The person chose this in the application's menu. */
  readonly 'menu.chosen': { readonly command: MenuCommand };
}
export type EventName = keyof Events;

export const MENU_COMMANDS = [
  'find',
  'print',
  'play-pause',
  'back',
  'forward',
  'faster',
  'slower',
  'lock',
  'sign-out',
  'keys',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];
