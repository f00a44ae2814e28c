/** Nobody changes anything, and yet a right ends: what is shared with a group is shared with its members of this moment. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_USER_SETTINGS } from '../shared/user-settings';
import { openCatalog } from './catalog/database';
import { draft, party, PLACE } from './catalog/drafts.test-support';
import { toRecordingId } from './catalog/recording-id';
import { putRecordings } from './catalog/recording-writer';
import { TalliesHere } from './catalog/tally';
import { Plays } from './door/plays';
import { Presences } from './door/presences';
import { Tickets } from './door/tickets';
import type { Watch } from './door/watch';
import { startWatch } from './door/watch';
import { setExtensionFeatures } from './ledger/extension-features';
import { createGroup } from './ledger/groups';
import { getSharing, saveSharing } from './ledger/shares';
import { Libraries } from './program-libraries';
import type { SessionWorld } from './session/session.test-support';
import { makeSessions, windowOne } from './session/session.test-support';
import type { WritableDb } from './sqlite/database';

const BEGIN_SEC = 1_800_000_000;
const END_SEC = BEGIN_SEC + 60;
const PASSWORD = 'a password of bob';
const RECORDING_ID = toRecordingId(PLACE.sourceUid, 'a.wav');

let world: SessionWorld;
let catalog: WritableDb;
let libraries: Libraries;
let plays: Plays;
let watch: Watch;
const withdrawn: string[] = [];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: (BEGIN_SEC - 60) * 1000 });
  world = await makeSessions();
  const { db, actor, organisationId, addPerson, sessions } = world;
  const extensions = [{ extension: '201', fromSec: null, untilSec: null }];
  const aware = { ...DEFAULT_USER_SETTINGS, multiUserAware: true };
  const ann = await addPerson('ann', null, { extensions, settings: aware });
  setExtensionFeatures(db, actor, organisationId, [
    { extension: '201', voicemail: false, fax: false, callRecording: true },
  ]);
  const settings = { ...DEFAULT_USER_SETTINGS, portal: true, replay: true };
  const bob = await addPerson('bob', PASSWORD, { settings });
  const members = [{ userId: bob, fromSec: BEGIN_SEC, untilSec: END_SEC }];
  const { groupId } = createGroup(db, actor, organisationId, { name: 'Team', extension: '700', members });
  const { revision } = getSharing(db, organisationId, ann);
  saveSharing(db, actor, organisationId, ann, {
    revision,
    shares: [{ kind: 'call', audience: 'groups', groupIds: [groupId] }],
  });
  catalog = openCatalog(':memory:');
  putRecordings(catalog, [draft({ path: 'a.wav', parties: [party('201')], owner: '201' })], {
    ...PLACE,
    organisationId,
  });
  const presences = new Presences(() => Promise.reject(new Error('No folder is looked at.')));
  libraries = new Libraries(
    { ledger: db, catalog, isCatalogRebuilt: false },
    presences,
    new TalliesHere(catalog),
  );
  withdrawn.length = 0;
  plays = new Plays({
    tickets: new Tickets(),
    findSession: (id) => sessions.findCurrent({ id }),
    openLibrary: (session) => libraries.of(session),
    onWithdrawn: (_, recordingId) => withdrawn.push(recordingId),
  });
  watch = startWatch({
    ledger: db,
    catalog,
    presences,
    isReviewDue: () => sessions.isReviewDue(),
    onRightsChanged: () => {
      sessions.review();
      plays.review();
    },
    onLibraryChanged: () => undefined,
    onFailure: (error) => expect.fail(String(error)),
  });
  await sessions.signIn(windowOne, 'bob', PASSWORD);
});
afterEach(() => {
  watch.close();
  catalog.close();
  vi.useRealTimers();
});

const library = () => libraries.of(world.sessions.current(windowOne));
const listed = () =>
  library()
    .list({}, 'newest', null, 10)
    .rows.map((row) => row.id);
const goTo = (sec: number) => vi.setSystemTime(sec * 1000);

test('a membership opens what is shared at its first second, and closes it at its end, also if the clock is set back', () => {
  expect(listed()).toEqual([]);
  goTo(BEGIN_SEC);
  expect(listed()).toEqual([RECORDING_ID]);
  goTo(END_SEC - 1);
  expect(listed()).toEqual([RECORDING_ID]);
  goTo(END_SEC);
  expect(listed()).toEqual([]);
  goTo(BEGIN_SEC + 1);
  expect(listed()).toEqual([RECORDING_ID]);
  goTo(BEGIN_SEC - 1);
  expect(listed()).toEqual([]);
});

test('a play under way ends within a second after the membership by which it was heard', async () => {
  goTo(END_SEC - 1);
  const file = library().getMedia(RECORDING_ID, 'play');
  const ticket = plays.issue(world.sessions.current(windowOne), RECORDING_ID, 'sound', file);
  expect(plays.admit(ticket.token, windowOne.id)).toBe(ticket);
  goTo(END_SEC);
  await vi.waitFor(() => expect(ticket.ended.aborted).toBe(true), { timeout: 1000, interval: 20 });
  expect(withdrawn).toEqual([RECORDING_ID]);
  expect(plays.admit(ticket.token, windowOne.id)).toBeUndefined();
});
