// What is true of the sample archive, for tests: written from the plan of the calls, never read back from file names,
// and who may list what, in the plain words of the access policy and independent of the console's own rules.
import { COLLEAGUES, GROUPS } from './cast.mjs';
import { AUDIO_FACTS } from './audio-files.mjs';

/**
 * @typedef {'inbound' | 'outbound' | 'internal' | 'unknown'} Direction
 * @typedef {{ readonly number: string, readonly name: string | null, readonly role: 'caller' | 'called' | 'agent' | 'other',
 *   readonly channel: 0 | 1 | null }} TruthParty `name` as the archive gives it; `channel` only where channels are apart
 * @typedef {{ readonly path: string, readonly kind: 'call' | 'voicemail' | 'fax', readonly system: import('./plan.mjs').System,
 *   readonly startedAtUtc: string, readonly durationMs: number | null, readonly durationToleranceMs: number,
 *   readonly direction: Direction, readonly parties: readonly TruthParty[], readonly owner: string,
 *   readonly group: string | null, readonly line: string | null, readonly accountCode: string | null,
 *   readonly codec: string, readonly channels: number, readonly sampleRateHz: number | null, readonly script: string | null,
 *   readonly transcript: TruthTranscript | null, readonly screen: string | null, readonly uniqueId: string | null,
 *   readonly linkedId: string | null, readonly transferredTo: string | null, readonly isAmbiguousLocalTime: boolean,
 *   readonly finding: import('./plan.mjs').Trouble | null, readonly pages?: number, readonly copies?: readonly string[] }} TruthRecording
 * @typedef {{ readonly path: string, readonly format: string, readonly language: 'en' | 'de', readonly segments: number,
 *   readonly firstWords: string, readonly text: string }} TruthTranscript
 * @typedef {{ readonly path: string, readonly uniqueId?: string, readonly linkedId?: string, readonly callerName: string | null,
 *   readonly remoteName?: string | null, readonly accountCode?: string | null }} CallNaming
 */

/** @type {Readonly<Record<import('./plan.mjs').Form, Direction>>} */
const DIRECTION_OF = {
  external: 'inbound',
  in: 'inbound',
  q: 'inbound',
  rg: 'inbound',
  out: 'outbound',
  internal: 'internal',
  ondemand: 'internal',
  unknown: 'unknown',
};

/**
 * @param {import('./plan.mjs').Plan} plan
 * @param {{ readonly ownName: string | null, readonly outsideNumber: string, readonly outsideName: string | null }} names
 * @returns {TruthParty[]}
 */
function partiesOf(plan, { ownName, outsideNumber, outsideName }) {
  const isStereo = plan.format === 'stereo-wav';
  const [left, right] = isStereo ? /** @type {const} */ ([0, 1]) : /** @type {const} */ ([null, null]);
  const own = { number: plan.extension, name: ownName, channel: right };
  const outside = { number: outsideNumber, name: outsideName, channel: left };
  if (plan.form === 'out')
    return [
      { ...own, role: 'caller' },
      { ...outside, role: 'called' },
    ];
  if (plan.form === 'unknown')
    return [
      { ...own, role: 'agent' },
      { ...outside, role: 'other' },
    ];
  const isForGroup = plan.form === 'q' || plan.form === 'rg';
  /** @type {TruthParty[]} */
  const parties = [
    { ...outside, role: 'caller' },
    { ...own, role: isForGroup ? 'agent' : 'called' },
  ];
  if (plan.second !== undefined)
    parties.push({ number: plan.second, name: null, role: 'agent', channel: null });
  return parties;
}

/**
 * @param {import('./plan.mjs').Plan} plan
 * @param {CallNaming} naming
 * @param {string} outsideNumber
 * @param {{ readonly durationMs: number | null, readonly transcript: TruthTranscript | null, readonly screen: string | null }} made
 * @returns {TruthRecording}
 */
export function toTruthOfCall(plan, naming, outsideNumber, made) {
  const isOut = plan.form === 'out';
  const ownName = isOut ? naming.callerName || null : null;
  const outsideName = (plan.system === 'three-cx' ? naming.remoteName : !isOut && naming.callerName) || null;
  const startMs = plan.form === 'ondemand' ? plan.startMs + 14_000 : plan.startMs;
  return {
    path: naming.path,
    kind: 'call',
    system: plan.system,
    startedAtUtc: new Date(startMs).toISOString(),
    durationMs: made.durationMs,
    // An MP3 encoder pads the beginning and the end by frames of 72 ms.
    durationToleranceMs: plan.format === 'mp3' ? 250 : 20,
    direction: DIRECTION_OF[plan.form],
    parties: partiesOf(plan, { ownName, outsideNumber, outsideName }),
    owner: plan.extension,
    group: plan.form === 'q' ? '700' : plan.form === 'rg' ? '600' : null,
    line: plan.line ?? null,
    accountCode: naming.accountCode ?? null,
    ...AUDIO_FACTS[plan.format],
    script: plan.script.id,
    transcript: made.transcript,
    screen: made.screen,
    uniqueId: naming.uniqueId ?? null,
    linkedId: naming.linkedId ?? null,
    transferredTo: plan.second ?? null,
    isAmbiguousLocalTime: plan.startMs >= Date.UTC(2026, 9, 25, 0) && plan.startMs < Date.UTC(2026, 9, 25, 2),
    finding: plan.trouble ?? null,
  };
}

/** @typedef {ReturnType<typeof import('./company.mjs').toSamplePeople>['people'][number]} SamplePerson */

/** @param {string} groupExtension */
function membersOf(groupExtension) {
  const names = GROUPS.find((group) => group.extension === groupExtension)?.members ?? [];
  return COLLEAGUES.filter((one) => names.includes(one.signInName)).map((one) => one.extension);
}

/**
 * 'May she list this call?', read off the access policy: the outbound gate, the agent's gate, then each way in.
 * Recordings of the sample have one organisation, no shares and no holds, and its memberships have no end.
 * @param {SamplePerson} person
 * @param {TruthRecording} call
 */
function mayListCall(person, call) {
  const { settings } = person;
  if (!settings.replay) return false;
  if ((call.direction === 'outbound' || call.direction === 'unknown') && !settings.viewOutbound) return false;
  const numbers = [...call.parties.map((party) => party.number), call.owner];
  const isOwn = person.extensions.some((extension) => numbers.includes(extension));
  if (person.profile === 'agent') return isOwn;
  if (settings.replayAll) return true;
  if (call.line !== null && settings.replayLines?.includes(call.line)) return true;
  if (!settings.replayOwn) return false;
  if (isOwn) return true;
  const isOfGroup = settings.replayGroups?.some(
    ({ group, withMembers }) =>
      call.group === group ||
      (withMembers && membersOf(group).some((member) => member !== null && numbers.includes(member))),
  );
  if (isOfGroup) return true;
  const others = (settings.replayOthers ?? '').split(';').filter((number) => number !== '');
  return others.some((number) => [...numbers, call.line, call.group, call.accountCode].includes(number));
}

/** @param {SamplePerson} person @param {TruthRecording} recording */
function mayList(person, recording) {
  if (person.rightsGroups.includes('Administrators')) return true;
  if (recording.kind !== 'call') return person.extensions.includes(recording.owner);
  return mayListCall(person, recording);
}

/**
 * By sign-in name, the paths of what each person may list, and how many; what is no recording at all (not-media) is
 * left out, because whether the list shows it is the console's choice, and only the administrator could see it.
 * @param {readonly TruthRecording[]} recordings
 * @param {readonly SamplePerson[]} people
 */
export function toScopes(recordings, people) {
  const listable = recordings.filter((one) => one.finding !== 'not-media');
  const signers = people.filter((person) => person.settings.portal);
  return Object.fromEntries(
    signers.map((person) => {
      const paths = (/** @type {TruthRecording['kind']} */ kind) =>
        listable.filter((one) => one.kind === kind && mayList(person, one)).map((one) => one.path);
      const [calls, voicemails, faxes] = [paths('call'), paths('voicemail'), paths('fax')];
      const counts = { calls: calls.length, voicemails: voicemails.length, faxes: faxes.length };
      const total = calls.length + voicemails.length + faxes.length;
      return [person.signInName, { counts: { ...counts, total }, calls, voicemails, faxes }];
    }),
  );
}
