// Makes each planned call: speaks it, writes its file with transcript and screen recording, and says what is true of it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAudio, writeCutOffWav } from './audio-files.mjs';
import { colleagueAt } from './cast.mjs';
import { HOSTILE_NUMBER, toFreepbxCall } from './freepbx.mjs';
import { toOrekaCall, toThreeCxCall } from './other-systems.mjs';
import { seededRandom } from './random.mjs';
import { performScript } from './script.mjs';
import { writeScreenRecording } from './screen-recording.mjs';
import { toSrt, toWhisperJson, toWhisperXJson } from './transcripts.mjs';
import { toTruthOfCall } from './truth.mjs';
import { speakConversation } from './voices.mjs';

/**
 * @typedef {import('./plan.mjs').Plan} Plan
 * @typedef {import('./voices.mjs').Conversation} Conversation
 * @typedef {{ readonly archiveDir: string, readonly workDir: string }} Places
 */

const NOT_AUDIO =
  'The disk was full when this recording was copied. There is no sound in this file.\r\n'.repeat(24);

/** @param {Plan} plan @param {string} workDir @returns {Conversation} */
function speakCall(plan, workDir) {
  const random = seededRandom(`talk ${plan.key}`);
  const language = plan.script.language === 'de' ? 'german' : 'english';
  const own = colleagueAt(plan.extension);
  const calling = plan.callingExtension === undefined ? undefined : colleagueAt(plan.callingExtension);
  const second = plan.second === undefined ? undefined : colleagueAt(plan.second);
  const facts = {
    startMs: plan.startMs,
    agent: own.name,
    extension: plan.extension,
    customer: calling?.name ?? plan.customer.name,
    ...(second ? { second: second.name } : {}),
  };
  const voices = {
    A: own[language],
    C: calling?.[language] ?? plan.customer.voice,
    ...(second ? { B: second[language] } : {}),
  };
  return speakConversation(performScript(plan.script, random, facts), voices, random, workDir);
}

/**
 * @param {Plan} plan
 * @param {Conversation} conversation
 * @param {string} base the recording's path without ending
 * @param {string} archiveDir
 */
function writeTranscript(plan, { utterances }, base, archiveDir) {
  if (plan.transcript === undefined) return null;
  /** @type {'en' | 'de'} */
  const language = plan.script.language ?? 'en';
  const path = `${base}.${plan.transcript === 'srt' ? 'srt' : 'json'}`;
  const content = {
    srt: () => toSrt(utterances),
    whisper: () => toWhisperJson(utterances, language),
    whisperx: () => toWhisperXJson(utterances, language),
  }[plan.transcript]();
  writeFileSync(join(archiveDir, path), content, { flag: 'wx' });
  const text = utterances.map((one) => one.written).join(' ');
  const firstWords = text.split(' ').slice(0, 8).join(' ');
  return { path, format: plan.transcript, language, segments: utterances.length, firstWords, text };
}

/** @param {Plan} plan @param {Conversation} conversation @param {string} base @param {Places} places */
function writeScreen(plan, { utterances, durationMs }, base, { archiveDir, workDir }) {
  if (!plan.screen) return null;
  const path = `${base}.webm`;
  const facts = {
    customer: plan.customer.name,
    number: plan.customer.number,
    agent: colleagueAt(plan.extension).name,
  };
  writeScreenRecording(join(archiveDir, path), facts, utterances, durationMs, workDir);
  return path;
}

/** @param {Plan} plan @param {Conversation} conversation @param {string} path @param {Places} places */
function writeSound(plan, conversation, path, { archiveDir, workDir }) {
  const filePath = join(archiveDir, path);
  if (plan.trouble === 'not-media') {
    mkdirSync(dirname(filePath), { recursive: true });
    writeFileSync(filePath, NOT_AUDIO, { flag: 'wx' });
  } else if (plan.trouble === 'cut-off') writeCutOffWav(filePath, conversation);
  else writeAudio(filePath, conversation, plan.format, workDir);
}

/** When the second colleague came on, in milliseconds from the beginning. @param {Conversation} conversation */
const transferAtMs = ({ utterances }) =>
  (utterances.find((one) => one.speaker === 'B')?.startMs ?? 1500) - 1500;

/**
 * @param {Plan} plan
 * @param {number} serial running number of the phone system
 * @param {Conversation} conversation
 */
function nameCall(plan, serial, conversation) {
  const nothing = { history: [], logLine: null, callerName: null };
  if (plan.system === 'freepbx') {
    return {
      logLine: null,
      ...toFreepbxCall(plan, serial, conversation.durationMs, transferAtMs(conversation)),
    };
  }
  if (plan.system === 'three-cx') return { ...nothing, ...toThreeCxCall(plan, serial) };
  const { path, line } = toOrekaCall(plan, conversation.durationMs);
  return { ...nothing, path, logLine: line };
}

/** @param {Plan} plan */
function outsideNumberOf(plan) {
  return plan.trouble === 'unsafe-name' ? HOSTILE_NUMBER : (plan.callingExtension ?? plan.customer.number);
}

/**
 * Writes one call's files.
 * @param {Plan} plan
 * @param {number} serial
 * @param {Places} places
 */
export function writeCall(plan, serial, places) {
  const conversation = speakCall(plan, places.workDir);
  const naming = nameCall(plan, serial, conversation);
  const base = naming.path.slice(0, naming.path.lastIndexOf('.'));
  writeSound(plan, conversation, naming.path, places);
  const made = {
    durationMs: plan.trouble === 'not-media' ? null : conversation.durationMs,
    transcript: writeTranscript(plan, conversation, base, places.archiveDir),
    screen: writeScreen(plan, conversation, base, places),
  };
  const truth = toTruthOfCall(plan, naming, outsideNumberOf(plan), made);
  return { truth, history: naming.history, logLine: naming.logLine };
}
