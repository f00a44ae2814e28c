// Lines of Asterisk's call history in every form: `Master.csv` of 16 to 21 columns, `cdr-custom`, and FreePBX's export of its table.
import { toCsvLine } from './archive-folder.mjs';
import { toWall } from './wall-clock.mjs';

/**
 * A leg as it was.
 * @typedef {object} CdrLeg
 * @property {string} uniqueId
 * @property {string} linkedId
 * @property {string} src
 * @property {string} srcName
 * @property {string} dst
 * @property {string} context
 * @property {string} channel
 * @property {string} dstChannel
 * @property {string} application
 * @property {number} startMs
 * @property {number} seconds
 * @property {string} account
 * @property {string} did the line that was called, which only the table tells
 * @property {string} outboundNumber the line that was shown, which only the table tells
 * @property {string} file base name of the recording
 */

/** @typedef {'16' | '17' | '17 userfield' | '18' | '19' | '20' | '20 userfield' | '21'} Columns */
/** @typedef {Columns | 'custom' | 'table'} Layout */

/** Which columns follow the sixteen, by what the server was told to write. @type {Readonly<Record<Columns, readonly string[]>>} */
const FOLLOWING = {
  16: [],
  '17 userfield': ['userfield'],
  17: ['uniqueid'],
  18: ['uniqueid', 'userfield'],
  19: ['peeraccount', 'linkedid', 'sequence'],
  20: ['uniqueid', 'peeraccount', 'linkedid', 'sequence'],
  '20 userfield': ['userfield', 'peeraccount', 'linkedid', 'sequence'],
  21: ['uniqueid', 'userfield', 'peeraccount', 'linkedid', 'sequence'],
};

/** Whether lines of this form tell which legs are one call. @param {Layout} layout */
export const tellsLinks = (layout) =>
  layout === 'custom' || layout === 'table' || FOLLOWING[layout].includes('linkedid');

const TABLE_COLUMNS =
  'calldate clid src dst dcontext channel dstchannel lastapp lastdata duration billsec disposition amaflags accountcode uniqueid userfield did recordingfile cnum cnam outbound_cnum outbound_cnam dst_cnam linkedid peeraccount sequence';

/** What stands in the first line of a file. @param {Layout} layout */
export const toHeader = (layout) => (layout === 'table' ? `${TABLE_COLUMNS.split(' ').join(',')}\n` : '');

/** `"Name" <number>`, in which Asterisk puts a backslash before quotes and backslashes. @param {CdrLeg} leg */
const toClid = ({ src, srcName }) => `"${srcName.replaceAll(/(["\\])/g, '\\$1')}" <${src}>`;

/** @param {Layout} layout @param {CdrLeg} leg @param {string} zone in which the server writes */
export function toCdrLine(layout, leg, zone) {
  const start = toWall(leg.startMs, zone).text;
  const stamps = [start, start, toWall(leg.startMs + leg.seconds * 1000, zone).text];
  const dialled = `${leg.dst},20,tT`;
  const channels = [leg.channel, leg.dstChannel, leg.application, dialled];
  const sequence = Number(leg.uniqueId.split('.').at(-1));
  if (layout === 'custom') {
    const times = [...stamps, String(leg.seconds), String(leg.seconds), 'ANSWERED', 'DOCUMENTATION'];
    const ids = [leg.account, leg.uniqueId, '', sequence, leg.linkedId, leg.file];
    return toCsvLine([toClid(leg), leg.src, leg.dst, leg.context, ...channels, ...times, ...ids]);
  }
  if (layout === 'table') {
    const times = [String(leg.seconds), String(leg.seconds), 'ANSWERED', '3', leg.account, leg.uniqueId, ''];
    const names = [leg.did, leg.file, leg.src, leg.srcName, leg.outboundNumber, '', ''];
    const ends = [...names, leg.linkedId, '', String(sequence)];
    return toCsvLine([start, toClid(leg), leg.src, leg.dst, leg.context, ...channels, ...times, ...ends]);
  }
  const following = FOLLOWING[layout].map(
    (name) =>
      ({ uniqueid: leg.uniqueId, userfield: '', peeraccount: '', linkedid: leg.linkedId, sequence })[name] ??
      '',
  );
  return toCsvLine([
    ...[leg.account, leg.src, leg.dst, leg.context, toClid(leg), ...channels, ...stamps],
    ...[leg.seconds, leg.seconds, 'ANSWERED', 'DOCUMENTATION', ...following],
  ]);
}
