// Makes the voicemails, the faxes and the unanswered calls, and says what is true of them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AUDIO_FACTS, writeAudio } from './audio-files.mjs';
import { colleagueAt, CUSTOMERS } from './cast.mjs';
import { GREETING } from './dialogues-other.mjs';
import { writeFaxPdf, writeFaxTiff } from './fax-files.mjs';
import * as messages from './messages.mjs';
import { missedHistory } from './missed-calls.mjs';
import { seededRandom } from './random.mjs';
import { performScript } from './script.mjs';
import { speakConversation } from './voices.mjs';

/**
 * @typedef {import('./write-calls.mjs').Places} Places
 * @typedef {import('./truth.mjs').TruthRecording} TruthRecording
 */

/** @param {number} at */
function customerAt(at) {
  const customer = CUSTOMERS[at];
  if (!customer) throw new Error('No such customer');
  return customer;
}

/** What voicemails and faxes have in common. @param {number} startMs @param {string} extension @param {{ number: string, name: string }} caller */
function sharedTruth(startMs, extension, caller) {
  return {
    system: /** @type {const} */ ('freepbx'),
    startedAtUtc: new Date(startMs).toISOString(),
    durationToleranceMs: 20,
    direction: /** @type {const} */ ('inbound'),
    owner: extension,
    group: null,
    line: null,
    accountCode: null,
    parties: [
      { number: caller.number, name: caller.name, role: /** @type {const} */ ('caller'), channel: null },
      { number: extension, name: null, role: /** @type {const} */ ('called'), channel: null },
    ],
    transcript: null,
    screen: null,
    transferredTo: null,
    isAmbiguousLocalTime: false,
    finding: null,
  };
}

/** @param {messages.VoicemailPlan} plan @param {number} serial @param {Places} places */
export function writeVoicemail(plan, serial, { archiveDir, workDir }) {
  const caller = customerAt(plan.customer);
  const random = seededRandom(`voicemail ${plan.mailbox}`);
  const script = messages.voicemailScript(plan);
  const facts = {
    startMs: plan.startMs,
    agent: colleagueAt(plan.mailbox).name,
    extension: plan.mailbox,
    customer: caller.name,
  };
  const conversation = speakConversation(
    performScript(script, random, facts),
    { C: caller.voice },
    random,
    workDir,
  );
  const base = messages.voicemailBase(plan);
  const history = messages.voicemailHistory(plan, caller, conversation.durationMs, serial);
  const format = plan.isPlainWav ? 'wav' : 'gsm-wav';
  const path = `${base}.${plan.isPlainWav ? 'wav' : 'WAV'}`;
  writeAudio(join(archiveDir, path), conversation, format, workDir);
  if (plan.isPlainWav) writeAudio(join(archiveDir, `${base}.gsm`), conversation, 'gsm', workDir);
  writeFileSync(
    join(archiveDir, `${base}.txt`),
    messages.toMessageFile(plan, caller, conversation.durationMs, history[0]?.channel ?? ''),
  );
  /** @type {TruthRecording} */
  const truth = {
    path,
    kind: 'voicemail',
    durationMs: conversation.durationMs,
    script: script.id,
    ...sharedTruth(plan.startMs, plan.mailbox, caller),
    ...AUDIO_FACTS[format],
    uniqueId: history[0]?.uniqueId ?? null,
    linkedId: history[0]?.linkedId ?? null,
    copies: plan.isPlainWav ? [`${base}.gsm`] : [],
  };
  return { truth, history };
}

/** Says 'please leave a message' in one mailbox: a greeting, which is no message. @param {Places} places */
export function writeGreeting({ archiveDir, workDir }) {
  const [script] = GREETING;
  if (!script) throw new Error('No greeting');
  const owner = colleagueAt('201');
  const random = seededRandom('greeting');
  const facts = { startMs: Date.UTC(2026, 7, 3, 8), agent: owner.name, extension: '201', customer: '' };
  const conversation = speakConversation(
    performScript(script, random, facts),
    { A: owner.english },
    random,
    workDir,
  );
  writeAudio(join(archiveDir, messages.GREETING_PATH), conversation, 'gsm-wav', workDir);
}

/** @param {messages.FaxPlan} plan @param {number} serial @param {Places} places */
export function writeFax(plan, serial, { archiveDir, workDir }) {
  const sender = customerAt(plan.customer);
  const uniqueId = messages.faxUniqueId(plan, serial);
  const path = `freepbx/fax/${uniqueId}.${plan.format}`;
  mkdirSync(dirname(join(archiveDir, path)), { recursive: true });
  if (plan.format === 'tif') writeFaxTiff(join(archiveDir, path), plan.pages, workDir);
  else writeFaxPdf(join(archiveDir, path), plan.pages[0] ?? []);
  /** @type {TruthRecording} */
  const truth = {
    path,
    kind: 'fax',
    durationMs: null,
    script: null,
    ...sharedTruth(plan.startMs, plan.extension, sender),
    codec: plan.format === 'tif' ? 'tiff-g4' : 'pdf',
    channels: 0,
    sampleRateHz: null,
    pages: plan.pages.length,
    uniqueId,
    linkedId: uniqueId,
  };
  return { truth, history: [messages.faxHistory(plan, sender, serial)] };
}

/** @param {import('./missed-calls.mjs').MissedPlan} plan @param {number} serial */
export function toMissedCall(plan, serial) {
  const outside = customerAt(plan.customer);
  const line = missedHistory(plan, outside, serial);
  const truth = {
    startedAtUtc: new Date(plan.startMs).toISOString(),
    direction: plan.outgoing ? 'outbound' : 'inbound',
    from: line.src,
    fromName: line.callerName || null,
    to: line.dst,
    disposition: plan.disposition,
    uniqueId: line.uniqueId,
  };
  return { truth, history: [line] };
}
