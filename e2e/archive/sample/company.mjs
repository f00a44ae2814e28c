// The organisation, people and rights that the set-up gives a sample ledger (people.json). Passwords are never here.
import { COLLEAGUES, COMPANY, GROUPS, LINES, TIME_ZONE } from './cast.mjs';

/**
 * Settings that differ from the default, which is to deny. Names are those of the console's user settings,
 * but groups are named by extension, because ids are not known before the ledger is made.
 * @typedef {{
 *   readonly portal?: boolean, readonly replay?: boolean, readonly replayAll?: boolean, readonly replayOwn?: boolean,
 *   readonly replayGroups?: readonly { readonly group: string, readonly withMembers: boolean }[],
 *   readonly replayOthers?: string, readonly replayLines?: readonly string[],
 *   readonly viewOutbound?: boolean, readonly viewScreen?: boolean, readonly download?: boolean,
 *   readonly delete?: boolean, readonly multiUserAware?: boolean, readonly callReporting?: boolean,
 * }} SampleSettings
 */

/** @type {Readonly<Record<string, SampleSettings>>} */
const SETTINGS = {
  ada: {
    portal: true,
    replay: true,
    replayAll: true,
    replayOwn: true,
    viewOutbound: true,
    viewScreen: true,
    download: true,
    delete: true,
    multiUserAware: true,
    callReporting: true,
  },
  ben: {
    portal: true,
    replay: true,
    replayOwn: true,
    replayGroups: [{ group: '700', withMembers: true }],
    viewOutbound: true,
    download: true,
  },
  carla: {
    portal: true,
    replay: true,
    replayOwn: true,
    replayGroups: [{ group: '600', withMembers: false }],
    replayOthers: '209;210',
    replayLines: ['4989200301'],
    viewScreen: true,
  },
  dave: { portal: true, replay: true, replayOwn: true, viewOutbound: true },
  erin: { portal: true },
};

/** @type {Readonly<Record<string, readonly string[]>>} */
const RIGHTS_GROUPS = { ada: ['Administrators'], carla: ['Media Manager Standard'] };

/** The content of people.json. */
export function toSamplePeople() {
  return {
    organisation: { name: COMPANY, screenRecordings: true, conversationAnalysis: true, agentAccess: 'own' },
    timeZone: TIME_ZONE,
    lines: LINES,
    groups: GROUPS,
    people: COLLEAGUES.map(({ name, signInName, extension }) => ({
      name,
      signInName,
      email: `${signInName}@marrowby.example`,
      profile: signInName === 'dave' ? 'agent' : 'normal',
      extensions: extension === null ? [] : [extension],
      rightsGroups: RIGHTS_GROUPS[signInName] ?? [],
      settings: SETTINGS[signInName] ?? {},
    })),
  };
}
