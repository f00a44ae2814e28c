import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTIONS } from '../../shared/model';
import type { Action } from '../../shared/model';
import { DEFAULT_USER_SETTINGS } from '../../shared/user-settings';
import { calls, factsOf, viewer } from './random-organisation.test-support';
import { decide } from './rules';
import type { RecordingFacts, Viewer } from './viewer';

const recordings = calls(20).map((all) => all.map(factsOf));
const allowed = (who: Viewer, action: Action, of: readonly RecordingFacts[]) =>
  of.map((recording) => decide(who, action, recording).allowed);
const runs = { numRuns: 1500 };

const GRANTS = [
  'portal',
  'replay',
  'replayAll',
  'replayOwn',
  'viewOutbound',
  'viewScreen',
  'download',
  'delete',
] as const;

test('a setting that is turned on never takes anything away', () => {
  fc.assert(
    fc.property(viewer, recordings, fc.constantFrom(...GRANTS), (who, all, setting) => {
      const without = { ...who, settings: { ...who.settings, [setting]: false } };
      const withIt = { ...who, settings: { ...who.settings, [setting]: true } };
      for (const action of ACTIONS) {
        const before = allowed(without, action, all);
        const after = allowed(withIt, action, all);
        before.forEach((each, n) => expect(!each || after[n]).toBe(true));
      }
    }),
    runs,
  );
});

test('a group, number, line, extension, share or right more never takes anything away, and one less never adds', () => {
  fc.assert(
    fc.property(viewer, viewer, recordings, (who, other, all) => {
      const more: Viewer = {
        ...who,
        holdings: [...who.holdings, ...other.holdings],
        groups: [...who.groups, ...other.groups],
        otherNumbers: [...who.otherNumbers, ...other.otherNumbers],
        lines: [...who.lines, ...other.lines],
        sharedWithMe: [...who.sharedWithMe, ...other.sharedWithMe],
        serviceRights: new Set([...who.serviceRights, ...other.serviceRights]),
      };
      for (const action of ACTIONS) {
        const before = allowed(who, action, all);
        const after = allowed(more, action, all);
        before.forEach((each, n) => expect(!each || after[n]).toBe(true));
      }
    }),
    runs,
  );
});

test('a hold or a lock never adds, and takes nothing but delete', () => {
  fc.assert(
    fc.property(viewer, recordings, (who, all) => {
      for (const action of ACTIONS) {
        const free = allowed(
          who,
          action,
          all.map((each) => ({ ...each, isHeld: false, isRetentionLocked: false })),
        );
        const held = allowed(
          who,
          action,
          all.map((each) => ({ ...each, isHeld: true, isRetentionLocked: true })),
        );
        expect(held).toEqual(action === 'delete' ? free.map(() => false) : free);
      }
    }),
    runs,
  );
});

test('what may be deleted, downloaded, seen or read may be played, and what may be played may be listed', () => {
  fc.assert(
    fc.property(viewer, recordings, (who, all) => {
      const play = allowed(who, 'play', all);
      expect(allowed(who, 'list', all)).toEqual(play);
      for (const action of ['delete', 'download', 'seeScreen', 'readTranscript'] as const) {
        allowed(who, action, all).forEach((each, n) => expect(!each || play[n]).toBe(true));
      }
    }),
    runs,
  );
});

test('with everything revoked nothing is left, and another organisation has nothing', () => {
  fc.assert(
    fc.property(viewer, recordings, (who, all) => {
      const none: Viewer = {
        ...who,
        settings: { ...DEFAULT_USER_SETTINGS, portal: true },
        serviceRights: new Set(),
        holdings: [],
        sharedWithMe: [],
      };
      for (const action of ACTIONS) {
        expect(allowed(none, action, all)).not.toContain(true);
        expect(allowed({ ...who, organisationId: 99 }, action, all)).not.toContain(true);
        expect(allowed({ ...who, isActive: false }, action, all)).not.toContain(true);
      }
    }),
    runs,
  );
});

test('order and duplicates of what is granted change nothing', () => {
  fc.assert(
    fc.property(viewer, recordings, (who, all) => {
      const twice = <T>(list: readonly T[]) => [...list, ...list].reverse();
      const other: Viewer = {
        ...who,
        holdings: twice(who.holdings),
        groups: twice(who.groups),
        otherNumbers: twice(who.otherNumbers),
        lines: twice(who.lines),
        sharedWithMe: twice(who.sharedWithMe),
      };
      for (const action of ACTIONS) expect(allowed(other, action, all)).toEqual(allowed(who, action, all));
    }),
    runs,
  );
});

test('shares open what is shared to list, play and read, and to nothing else', () => {
  let opened = 0;
  fc.assert(
    fc.property(viewer, recordings, (who, all) => {
      const alone = { ...who, sharedWithMe: [] };
      for (const action of ['delete', 'download', 'seeScreen'] as const) {
        expect(allowed(who, action, all)).toEqual(allowed(alone, action, all));
      }
      const own = allowed(alone, 'play', all);
      allowed(who, 'play', all).forEach((may, n) => {
        const owner = all[n]?.owner ?? '';
        if (!may || own[n]) return;
        opened += 1;
        const owners = who.sharedWithMe.flatMap((share) => share.holdings.map((held) => held.extension));
        expect(owners).toContain(owner);
      });
    }),
    runs,
  );
  expect(opened).toBeGreaterThan(10);
});

test('what is being deleted is there for nobody, for no action', () => {
  fc.assert(
    fc.property(viewer, recordings, (who, all) => {
      const deleted = all.map((each) => ({ ...each, isDeleted: true }));
      for (const action of ACTIONS) expect(allowed(who, action, deleted)).not.toContain(true);
    }),
    runs,
  );
});

test('names change nothing', () => {
  fc.assert(
    fc.property(viewer, recordings, fc.string(), (who, all, ownerName) => {
      const sharedWithMe = who.sharedWithMe.map((share) => ({ ...share, ownerName, ownerId: ownerName }));
      for (const action of ACTIONS) {
        expect(allowed({ ...who, sharedWithMe }, action, all)).toEqual(allowed(who, action, all));
      }
    }),
    runs,
  );
});

test('turning on every setting that an explanation names lifts the denial, unless something else than a setting denies', () => {
  let lifted = 0;
  fc.assert(
    fc.property(viewer, recordings, fc.constantFrom(...ACTIONS), (who, all, action) => {
      for (const recording of all) {
        const failed = decide(who, action, recording).steps.filter((step) => !step.passed);
        const names = failed.map((step) => step.setting);
        if (failed.length === 0 || names.some((name) => name === null || !(name in who.settings))) continue;
        const changed = {
          ...who,
          settings: {
            ...who.settings,
            ...Object.fromEntries(names.map((name): [string, boolean] => [String(name), true])),
          },
        };
        expect(decide(changed, action, recording).allowed).toBe(true);
        lifted += 1;
      }
    }),
    { numRuns: 3000 },
  );
  expect(lifted).toBeGreaterThan(100);
});
