// Calls that nobody answered: lines of call history without a recording.
import { berlinToUtcMs } from './berlin-time.mjs';

/** @typedef {import('./call-history.mjs').HistoryLine} HistoryLine */

/**
 * Calls that left no recording. `outgoing` ones were made by the extension.
 * @typedef {{ readonly extension: string, readonly startMs: number, readonly customer: number, readonly rangMs: number,
 *   readonly disposition: 'NO ANSWER' | 'BUSY' | 'FAILED', readonly outgoing?: true, readonly callerName?: string }} MissedPlan
 */

/** @type {readonly MissedPlan[]} */
export const MISSED = [
  {
    extension: '201',
    startMs: berlinToUtcMs(8, 5, 17, 58, 12),
    customer: 0,
    rangMs: 31_000,
    disposition: 'NO ANSWER',
  },
  { extension: '203', startMs: berlinToUtcMs(8, 11, 9, 1, 44), customer: 3, rangMs: 0, disposition: 'BUSY' },
  {
    extension: '206',
    startMs: berlinToUtcMs(8, 14, 13, 22, 9),
    customer: 6,
    rangMs: 17_000,
    disposition: 'NO ANSWER',
  },
  {
    extension: '209',
    startMs: berlinToUtcMs(8, 20, 11, 47, 36),
    customer: 8,
    rangMs: 25_000,
    disposition: 'NO ANSWER',
    outgoing: true,
  },
  {
    extension: '205',
    startMs: berlinToUtcMs(8, 27, 8, 3, 5),
    customer: 1,
    rangMs: 9000,
    disposition: 'NO ANSWER',
    callerName: '<img src=x onerror=alert(1)>',
  },
  {
    extension: '202',
    startMs: berlinToUtcMs(9, 2, 14, 30, 58),
    customer: 5,
    rangMs: 2000,
    disposition: 'FAILED',
    outgoing: true,
  },
  {
    extension: '210',
    startMs: berlinToUtcMs(9, 8, 16, 12, 21),
    customer: 11,
    rangMs: 30_000,
    disposition: 'NO ANSWER',
  },
  {
    extension: '204',
    startMs: berlinToUtcMs(9, 15, 10, 10, 10),
    customer: 12,
    rangMs: 0,
    disposition: 'BUSY',
    outgoing: true,
  },
  {
    extension: '208',
    startMs: berlinToUtcMs(9, 22, 12, 49, 3),
    customer: 14,
    rangMs: 22_000,
    disposition: 'NO ANSWER',
    callerName: '=2+5, "Acme"',
  },
  {
    extension: '211',
    startMs: berlinToUtcMs(10, 1, 15, 5, 47),
    customer: 2,
    rangMs: 14_000,
    disposition: 'NO ANSWER',
  },
  {
    extension: '207',
    startMs: berlinToUtcMs(10, 7, 9, 36, 28),
    customer: 9,
    rangMs: 28_000,
    disposition: 'NO ANSWER',
  },
  {
    extension: '201',
    startMs: berlinToUtcMs(10, 20, 11, 18, 50),
    customer: 13,
    rangMs: 0,
    disposition: 'BUSY',
  },
];

/** @param {MissedPlan} plan @param {{ name: string, number: string }} outside @param {number} serial @returns {HistoryLine} */
export function missedHistory(plan, outside, serial) {
  const uniqueId = `${String(plan.startMs / 1000)}.${String(serial)}`;
  const phone = `PJSIP/${plan.extension}`;
  const [from, to] = plan.outgoing ? [phone, 'PJSIP/trunk-munich'] : ['PJSIP/trunk-munich', phone];
  return {
    src: plan.outgoing ? plan.extension : outside.number,
    dst: plan.outgoing ? outside.number : plan.extension,
    context: plan.outgoing ? 'from-internal' : 'ext-local',
    callerName: plan.callerName ?? (plan.outgoing ? '' : outside.name),
    channel: `${from}-${serial.toString(16).padStart(8, '0')}`,
    dstChannel: `${to}-${(serial + 1).toString(16).padStart(8, '0')}`,
    application: 'Dial',
    data: plan.outgoing ? `PJSIP/${outside.number}@trunk-munich,300,T` : `${phone},30,HhTtr`,
    startMs: plan.startMs,
    answerMs: null,
    endMs: plan.startMs + plan.rangMs,
    disposition: plan.disposition,
    uniqueId,
    linkedId: uniqueId,
  };
}
