import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SetUpDone } from '../shared/contract';
import type { AuditEntry } from '../shared/model';
import type { PersonInput } from '../shared/people';
import type { Program } from './program';
import type { SampleProgram, TestProfile } from './program.test-support';
import { TestWindow, ask, openSampleProgram, signIn } from './program.test-support';

let sample: SampleProgram;
let profile: TestProfile;
let program: Program;
let done: SetUpDone;
let ada: TestWindow;
let ben: TestWindow;
let benId: string;

beforeAll(async () => {
  sample = await openSampleProgram();
  ({ program, ada, profile, done } = sample);
  ben = await signIn(program, done, 'ben');
  const people = await ask(program, ada, 'people.list', {});
  benId = people.find((one) => one.signInName === 'ben')?.userId ?? '';
}, 60_000);
afterAll(() => sample.remove());

const listOf = async (window: TestWindow) =>
  (await ask(program, window, 'recordings.list', { limit: 1000 })).rows;

async function saveOf(change: (person: PersonInput) => PersonInput) {
  const { userId, revision, ...read } = await ask(program, ada, 'people.get', { userId: benId });
  const { name, signInName, email, profile: kind, isActive, extensions, settings } = read;
  const person = change({ name, signInName, email, profile: kind, isActive, extensions, settings });
  return { userId, revision, person: { ...person, extensions: [...person.extensions] } };
}

const trailOf = async (action: string): Promise<readonly AuditEntry[]> =>
  (await ask(program, ada, 'audit.list', { action })).rows;

describe('a preview', () => {
  it('says what a save then does, to the recording, and leaves no trace but its own in the trail', async () => {
    const input = await saveOf((person) => ({
      ...person,
      settings: { ...person.settings, viewOutbound: !person.settings.viewOutbound, download: true },
    }));
    const before = new Set((await listOf(ben)).map((row) => row.id));
    const unchanged = await ask(program, ada, 'people.get', { userId: benId });
    const changes = await trailOf('Change person');

    const { people, touched } = await ask(program, ada, 'policy.preview', { method: 'people.save', input });
    expect(await ask(program, ada, 'people.get', { userId: benId })).toEqual(unchanged);
    expect(await trailOf('Change person')).toEqual(changes);
    expect(new Set((await listOf(ben)).map((row) => row.id))).toEqual(before);

    await ask(program, ada, 'people.save', input);
    const after = new Set((await listOf(ben)).map((row) => row.id));
    const gained = [...after].filter((id) => !before.has(id));
    const lost = [...before].filter((id) => !after.has(id));
    expect(gained.length + lost.length).toBeGreaterThan(0);
    expect(touched).toBe(1);
    const [effect] = people;
    expect(effect).toMatchObject({
      userId: benId,
      gained: { list: gained.length },
      lost: { list: lost.length },
    });
    for (const row of effect?.gainedSamples ?? []) expect(gained).toContain(row.id);
    for (const row of effect?.lostSamples ?? []) expect(lost).toContain(row.id);
    expect((effect?.gainedSamples.length ?? 0) + (effect?.lostSamples.length ?? 0)).toBeGreaterThan(0);
    const [entry] = await trailOf('Preview change');
    expect(JSON.parse(entry?.details ?? '')).toMatchObject({
      call: 'people.save',
      people: [{ userId: benId }],
    });
  });

  it('of a group that is removed tells of everybody who hears by it', async () => {
    const groups = await ask(program, ada, 'groups.list', {});
    const previews = await Promise.all(
      groups.map(({ groupId }) =>
        ask(program, ada, 'policy.preview', { method: 'groups.remove', input: { groupId } }),
      ),
    );
    const losers = previews.flatMap(({ people }) => people);
    expect(losers.length).toBeGreaterThan(0);
    for (const one of losers) expect(one.lost?.list).toBeGreaterThan(0);
    expect(await ask(program, ada, 'groups.list', {})).toEqual(groups);
  });

  it('is refused as the call itself would be', async () => {
    const input = await saveOf((person) => ({ ...person, signInName: 'ada' }));
    await expect(ask(program, ada, 'policy.preview', { method: 'people.save', input })).rejects.toMatchObject(
      { reason: 'name-taken' },
    );
    await expect(
      ask(program, ada, 'policy.preview', { method: 'people.save', input: { person: 1 } }),
    ).rejects.toMatchObject({ reason: 'invalid-input' });
    await expect(
      ask(program, ben, 'policy.preview', { method: 'groups.remove', input: { groupId: 'g' } }),
    ).rejects.toMatchObject({ reason: 'forbidden' });
  });
});

describe('the trail of a change', () => {
  /** Ben's download turned round, as a save of it would be now. */
  const turned = () =>
    saveOf((person) => ({
      ...person,
      settings: { ...person.settings, download: !person.settings.download },
    }));
  const signInElsewhere = async () => {
    const password = done.samplePeople.find((person) => person.signInName === 'ada')?.password ?? '';
    const window = new TestWindow('another window of ada');
    program.connect(window);
    await ask(program, window, 'session.signIn', { signInName: 'ada', password });
    return window;
  };
  const previewOf = async () => {
    const [entry] = await trailOf('Change person');
    return (JSON.parse(entry?.details ?? '') as { preview?: unknown }).preview;
  };

  it('names the preview that it was made upon, with its sums', async () => {
    const input = await turned();
    const { people } = await ask(program, ada, 'policy.preview', { method: 'people.save', input });
    const [effect] = people;
    await ask(program, ada, 'people.save', input);
    const [entry] = await trailOf('Preview change');
    expect(await previewOf()).toEqual({
      entry: entry?.sequence,
      gaining: effect?.gained?.download ? 1 : 0,
      losing: effect?.lost?.download ? 1 : 0,
      uncounted: 0,
      gained: effect?.gained,
      lost: effect?.lost,
    });
  });

  it('says that there was none, where another change was looked at last, or the same one by somebody else', async () => {
    const input = await turned();
    await ask(program, ada, 'people.save', input);
    expect(await previewOf()).toBeNull();

    const next = await turned();
    await ask(program, ada, 'policy.preview', { method: 'people.save', input: next });
    const other = { ...next, person: { ...next.person, email: 'ben@elsewhere.example' } };
    await ask(program, ada, 'people.save', other);
    expect(await previewOf()).toBeNull();

    const third = await turned();
    const another = await signInElsewhere();
    await ask(program, another, 'policy.preview', { method: 'people.save', input: third });
    await ask(program, ada, 'people.save', third);
    expect(await previewOf()).toBeNull();
  });

  it('says that there was none, where a right has changed since it was counted', async () => {
    const input = await turned();
    await ask(program, ada, 'policy.preview', { method: 'people.save', input });
    const group = { name: 'Passers-by', extension: '7711', members: [] };
    const saved = await ask(program, ada, 'groups.save', { groupId: null, revision: null, group });
    await ask(program, ada, 'people.save', input);
    expect(await previewOf()).toBeNull();
    await ask(program, ada, 'groups.remove', { groupId: saved.groupId });
  });

  it('has no preview from a session that has ended', async () => {
    const input = await turned();
    const another = await signInElsewhere();
    await ask(program, another, 'policy.preview', { method: 'people.save', input });
    await ask(program, another, 'session.signOut', {});
    await ask(program, await signInElsewhere(), 'people.save', input);
    expect(await previewOf()).toBeNull();
  });

  it('of an import says it once, beside what was brought in', async () => {
    const dir = path.dirname(profile.paths.ledger);
    const filePath = path.join(dir, 'lines.csv');
    writeFileSync(filePath, '"line","name"\r\n"4989200555","Side door"\r\n');
    ada.chosenFiles = [filePath];
    const { check } = await ask(program, ada, 'exchange.check', {});
    const token = check?.token ?? '';
    await ask(program, ada, 'exchange.preview', { token });
    await ask(program, ada, 'exchange.apply', { token });
    const [previewed] = await trailOf('Preview change');
    const [whole] = await trailOf('Import configuration');
    expect(JSON.parse(whole?.details ?? '')).toMatchObject({ preview: { entry: previewed?.sequence } });
    const [part] = await trailOf('Change lines');
    expect(JSON.parse(part?.details ?? '')).not.toHaveProperty('preview');
  });
});

describe('an explanation', () => {
  it('is given about oneself and what one may list, and about others to the administrator alone', async () => {
    const [row] = await listOf(ben);
    const recordingId = row?.id ?? '';
    const own = await ask(program, ben, 'policy.explain', { recordingId, action: 'delete', userId: null });
    expect(own).toMatchObject({ userId: benId, decision: { allowed: false } });
    expect(own.smallestChange).not.toBeNull();
    const adaId = (await ask(program, ada, 'people.list', {})).find(
      (one) => one.signInName === 'ada',
    )?.userId;
    await expect(
      ask(program, ben, 'policy.explain', { recordingId, action: 'play', userId: adaId ?? '' }),
    ).rejects.toMatchObject({ reason: 'forbidden' });
    const bens = new Set((await listOf(ben)).map((one) => one.id));
    const hidden = (await listOf(ada)).find((one) => !bens.has(one.id))?.id ?? '';
    await expect(
      ask(program, ben, 'policy.explain', { recordingId: hidden, action: 'play', userId: null }),
    ).rejects.toMatchObject({ reason: 'not-found' });
    const toAda = await ask(program, ada, 'policy.explain', {
      recordingId: hidden,
      action: 'play',
      userId: benId,
    });
    expect(toAda).toMatchObject({ userId: benId, decision: { allowed: false } });
  });

  it('names as those who hear a recording exactly those in whose lists it is', async () => {
    const [row] = await listOf(ben);
    const recordingId = row?.id ?? '';
    const { listeners, people } = await ask(program, ada, 'policy.mayHear', { recordingId });
    expect(people).toBe((await ask(program, ada, 'people.list', {})).length);
    const named = listeners.map((one) => one.userId);
    for (const person of await ask(program, ada, 'people.list', {})) {
      const { rows } = await ask(program, ada, 'policy.viewAsList', { userId: person.userId, limit: 1000 });
      expect([person.name, rows.some((one) => one.id === recordingId)]).toEqual([
        person.name,
        named.includes(person.userId),
      ]);
    }
    await ask(program, ada, 'policy.endViewAs', {});
  });
});

describe('the view as another person', () => {
  it('is that person’s list and count, told to the trail where it begins and where it ends', async () => {
    const begun = (await trailOf('View as')).length;
    const { rows } = await ask(program, ada, 'policy.viewAsList', { userId: benId, limit: 1000 });
    expect(rows).toEqual(await listOf(ben));
    const { count } = await ask(program, ada, 'policy.viewAsCount', { userId: benId });
    expect(count).toBe(rows.length);
    expect(await trailOf('View as')).toHaveLength(begun + 1);
    const ended = (await trailOf('End view as')).length;
    await ask(program, ada, 'policy.endViewAs', {});
    await ask(program, ada, 'policy.endViewAs', {});
    const [entry, ...others] = await trailOf('End view as');
    expect(others).toHaveLength(ended);
    expect(JSON.parse(entry?.details ?? '')).toMatchObject({ userId: benId });
  });

  it('ends with the session, and is the administrator’s alone', async () => {
    await expect(ask(program, ben, 'policy.viewAsList', { userId: benId })).rejects.toMatchObject({
      reason: 'forbidden',
    });
    await expect(ask(program, ada, 'policy.viewAsList', { userId: 'nobody' })).rejects.toMatchObject({
      reason: 'not-found',
    });
    await ask(program, ada, 'policy.viewAsList', { userId: benId });
    const ended = (await trailOf('End view as')).length;
    await ask(program, ada, 'session.signOut', {});
    ada = await signIn(program, done, 'ada');
    expect(await trailOf('End view as')).toHaveLength(ended + 1);
  });
});
