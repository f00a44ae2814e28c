import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SetUpDone } from '../shared/contract';
import { answerMedia } from './door/media';
import type { Program } from './program';
import type { SampleProgram, TestProfile, TestWindow } from './program.test-support';
import { ask, openSampleProgram, signIn, until } from './program.test-support';

const pagesOrigin = 'app://hearback';
let sample: SampleProgram;
let profile: TestProfile;
let program: Program;
let ada: TestWindow;
let done: SetUpDone;
const windows = new Map<string, TestWindow>();

beforeAll(async () => {
  sample = await openSampleProgram();
  ({ program, ada, profile, done } = sample);
}, 60_000);
afterAll(() => sample.remove());

function fetchMedia(window: TestWindow, url: string, headers: Record<string, string> = {}, method = 'GET') {
  return answerMedia({ url, method, headers: new Headers(headers) }, program.mediaOf(window.id, pagesOrigin));
}
/** Signing in costs most of a second, as it must: a window is kept while its person is signed in. */
async function windowOf(signInName: string): Promise<TestWindow> {
  const kept = windows.get(signInName);
  const isSignedIn = kept && (await ask(program, kept, 'system.status', {})).stage === 'signed-in';
  const window = isSignedIn ? kept : await signIn(program, done, signInName);
  window.heard.length = 0;
  windows.set(signInName, window);
  return window;
}
async function idsOf(window: TestWindow): Promise<string[]> {
  const { rows } = await ask(program, window, 'recordings.list', { limit: 1000 });
  return rows.map((row) => row.id);
}

describe('the first run', () => {
  it('signs the administrator in, shows the passwords once, and is over for ever', async () => {
    expect(done.signedIn.view).toBe('administrator');
    expect(done.samplePeople.length).toBeGreaterThan(3);
    const again = { archiveDir: '/archive', timeZone: 'UTC', organisation: 'x' };
    const administrator = { name: 'x', signInName: 'x', password: 'x'.repeat(20) };
    const refused = { code: 'conflict', reason: 'already-set-up' };
    await expect(ask(program, ada, 'setup.complete', { ...again, administrator })).rejects.toMatchObject(
      refused,
    );
    await expect(ask(program, ada, 'setup.openSample', {})).rejects.toMatchObject(refused);
    await expect(ask(program, ada, 'setup.inspect', { archiveDir: '/archive' })).rejects.toMatchObject(
      refused,
    );
  });

  it('tells its window how the scan goes', async () => {
    const states = ada.heardOf('scan.progressed').map((progress) => progress.state);
    expect(states.at(0)).toBe('waiting');
    expect(states.at(-1)).toBe('done');
    await until(() => ada.heardOf('library.changed').length > 0);
  });
});

describe('two supervisors', () => {
  it('each have their own recordings, and get the words of what does not exist for those of the other', async () => {
    const ben = await windowOf('ben');
    const carla = await windowOf('carla');
    const [ofBen, ofCarla] = [await idsOf(ben), await idsOf(carla)];
    expect(ofBen.length).toBeGreaterThan(0);
    expect(ofCarla.length).toBeGreaterThan(0);
    const onlyCarlas = ofCarla.find((id) => !ofBen.includes(id));
    expect(onlyCarlas).toBeDefined();
    const answers = await Promise.all(
      [onlyCarlas ?? '', '0123456789abcdef'].map((id) =>
        program.door.dispatchJson(ben, 'recordings.get', JSON.stringify({ id })),
      ),
    );
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).toContain('not-found');
  });
});

describe('one who may read the configuration and not hear everything', () => {
  it('sees the sources, and no number that tells of recordings of others', async () => {
    const [counted] = await ask(program, ada, 'sources.list', {});
    expect(counted?.recordings).toBeGreaterThan(0);
    const carla = await windowOf('carla');
    const [source] = await ask(program, carla, 'sources.list', {});
    expect(source).toEqual({ ...counted, recordings: null, findings: null, lastScan: null });
    const sourceId = source?.id ?? '';
    ada.heard.length = 0;
    await ask(program, ada, 'sources.scan', { sourceId });
    await until(() => ada.heardOf('scan.progressed').some((scan) => scan.state === 'done'));
    expect(carla.heardOf('scan.progressed')).toEqual([]);
    await expect(ask(program, carla, 'findings.summary', { sourceId })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('reads neither trail nor findings, which tell of recordings that are not his', async () => {
    const carla = await windowOf('carla');
    const [source] = await ask(program, carla, 'sources.list', {});
    const refused = { code: 'forbidden', details: { right: 'mediaManagerAdministrator' } };
    await expect(ask(program, carla, 'audit.list', {})).rejects.toMatchObject(refused);
    await expect(ask(program, carla, 'audit.verify', {})).rejects.toMatchObject(refused);
    await expect(ask(program, carla, 'findings.list', { sourceId: source?.id ?? '' })).rejects.toMatchObject(
      refused,
    );
  });
});

describe('a play', () => {
  it('streams every byte of what it says, whole and in ranges', async () => {
    const [id = ''] = await idsOf(ada);
    const { url, mediaType } = await ask(program, ada, 'recordings.play', { id });
    const whole = await fetchMedia(ada, url);
    expect(whole.status).toBe(200);
    expect(whole.headers.get('Content-Type')).toBe(mediaType);
    expect(whole.headers.get('Cache-Control')).toBe('no-store');
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(bytes.length).toBe(Number(whole.headers.get('Content-Length')));

    const part = await fetchMedia(ada, url, { range: 'bytes=1000-1999' });
    expect(part.status).toBe(206);
    expect(part.headers.get('Content-Range')).toBe(`bytes 1000-1999/${bytes.length}`);
    expect(part.headers.get('Content-Length')).toBe('1000');
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(1000, 2000));

    const last = await fetchMedia(ada, url, { range: 'bytes=-1' });
    expect(Buffer.from(await last.arrayBuffer())).toEqual(bytes.subarray(-1));

    const beyond = await fetchMedia(ada, url, { range: `bytes=${bytes.length}-` });
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get('Content-Range')).toBe(`bytes */${bytes.length}`);

    const head = await fetchMedia(ada, url, {}, 'HEAD');
    expect([head.status, head.headers.get('Content-Length'), await head.text()]).toEqual([
      200,
      String(bytes.length),
      '',
    ]);
    expect((await fetchMedia(ada, url, {}, 'POST')).status).toBe(405);
  });

  it('plays for nobody else: another window, a guessed ticket, a ticket with something after it', async () => {
    const [id = ''] = await idsOf(ada);
    const { url } = await ask(program, ada, 'recordings.play', { id });
    const erin = await windowOf('erin');
    expect((await fetchMedia(erin, url)).status).toBe(404);
    for (const guess of [
      `${url}/`,
      `${url}?x`,
      `media://play/${'0'.repeat(32)}`,
      'media://play/',
      'media://other/x',
    ]) {
      expect((await fetchMedia(ada, guess)).status).toBe(404);
    }
  });

  it('ends within the second in which the right to it is withdrawn, and says why', async () => {
    const ben = await windowOf('ben');
    const [id = ''] = await idsOf(ben);
    const { url } = await ask(program, ben, 'recordings.play', { id });
    const response = await fetchMedia(ben, url);
    const reader = response.body?.getReader();
    await reader?.read();

    const people = await ask(program, ada, 'people.list', {});
    const userId = people.find((person) => person.signInName === 'ben')?.userId ?? '';
    const before = await ask(program, ada, 'people.get', { userId });
    const { revision, name, signInName, email, profile: kind, isActive, extensions, settings } = before;
    const person = { name, signInName, email, profile: kind, isActive, extensions, settings };
    const withdrawn = { ...person, settings: { ...person.settings, replay: false } };
    const saved = await ask(program, ada, 'people.save', { userId, revision, person: withdrawn });

    expect(ben.heardOf('play.ended')).toEqual([{ id, reason: 'right-withdrawn' }]);
    await expect(reader?.read()).rejects.toThrow();
    expect((await fetchMedia(ben, url)).status).toBe(404);
    await expect(ask(program, ben, 'recordings.play', { id })).rejects.toMatchObject({ code: 'not-found' });
    // What stopped is told to the one who heard it, and is no way to ask about what he may no longer see.
    await expect(ask(program, ben, 'recordings.whyStopped', { id })).rejects.toMatchObject({
      reason: 'right-withdrawn',
    });
    await ask(program, ada, 'people.save', { userId, revision: saved.revision, person });
    expect(await idsOf(ben)).toContain(id);
  });

  it('goes on when rights change that have nothing to do with it', async () => {
    const carla = await windowOf('carla');
    const [id = ''] = await idsOf(carla);
    const { url } = await ask(program, carla, 'recordings.play', { id });
    const response = await fetchMedia(carla, url);
    const { revision, lines } = await ask(program, ada, 'lines.list', {});
    await ask(program, ada, 'lines.save', {
      revision,
      lines: [...lines, { number: '4989200399', name: 'New' }],
    });
    expect(carla.heardOf('play.ended')).toEqual([]);
    expect((await response.arrayBuffer()).byteLength).toBe(Number(response.headers.get('Content-Length')));
    expect((await fetchMedia(carla, url)).status).toBe(200);
  });

  it('ends with a lock and with a sign-out', async () => {
    for (const method of ['session.lock', 'session.signOut'] as const) {
      const carla = await windowOf('carla');
      const [id = ''] = await idsOf(carla);
      const { url } = await ask(program, carla, 'recordings.play', { id });
      const reader = (await fetchMedia(carla, url)).body?.getReader();
      await reader?.read();
      await ask(program, carla, method, {});
      await expect(reader?.read()).rejects.toThrow();
      expect((await fetchMedia(carla, url)).status).toBe(404);
      expect(carla.heardOf('session.ended').at(-1)).toEqual({
        reason: method === 'session.lock' ? 'locked' : 'signed-out',
      });
      await expect(ask(program, carla, 'recordings.list', {})).rejects.toMatchObject({ code: 'signed-out' });
    }
  });
});

describe('a copy', () => {
  it('is the file of the archive, asks for the notice once, and is in the trail', async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'hearback-copies-'));
    const ben = await windowOf('ben');
    const [id = ''] = await idsOf(ben);
    ben.chosenFile = path.join(dir, 'copy.wav');
    await expect(
      ask(program, ben, 'recordings.download', { id, acceptsNotice: false }),
    ).rejects.toMatchObject({
      reason: 'notice-not-accepted',
    });
    const { saved } = await ask(program, ben, 'recordings.download', { id, acceptsNotice: true });
    expect(statSync(path.join(dir, 'copy.wav')).size).toBe(saved?.sizeBytes);
    expect(
      (await ask(program, ben, 'recordings.download', { id, acceptsNotice: false })).saved,
    ).not.toBeNull();
    ben.chosenFile = null;
    expect(await ask(program, ben, 'recordings.download', { id, acceptsNotice: false })).toEqual({
      saved: null,
    });
    const trail = await ask(program, ada, 'audit.list', { action: 'Download' });
    expect(trail.rows.filter((entry) => entry.details.includes(id)).length).toBe(2);
    rmSync(dir, { recursive: true });
  });

  it('is a document with the sound and all that is known of the call, where that was asked for', async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'hearback-copies-'));
    const ben = await windowOf('ben');
    const [id = ''] = await idsOf(ben);
    ben.chosenFile = path.join(dir, 'copy.wav');
    await ask(program, ben, 'recordings.download', { id, acceptsNotice: true });
    ben.chosenFile = path.join(dir, 'copy.vcon.json');
    const { saved } = await ask(program, ben, 'recordings.download', {
      id,
      form: 'vcon',
      acceptsNotice: true,
    });
    const text = readFileSync(ben.chosenFile, 'utf8');
    expect(Buffer.byteLength(text)).toBe(saved?.sizeBytes);
    const vcon = JSON.parse(text) as { dialog: { body: string; filename: string }[] };
    const sound = Buffer.from(vcon.dialog[0]?.body ?? '', 'base64url');
    expect(sound.equals(readFileSync(path.join(dir, 'copy.wav')))).toBe(true);
    const { technical } = await ask(program, ben, 'recordings.get', { id });
    expect(vcon.dialog[0]?.filename).toBe(technical.fileName);
    rmSync(dir, { recursive: true });
  });

  it('of several goes into a folder that was chosen once, and none takes the place of another', async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'hearback-copies-'));
    const ben = await windowOf('ben');
    const [id = ''] = await idsOf(ben);
    ben.chosenFolder = dir;
    const { folder } = await ask(program, ben, 'recordings.chooseCopyFolder', {});
    expect(folder?.name).toBe(path.basename(dir));
    const into = folder?.into ?? '';
    const names = [];
    for (let copies = 0; copies < 3; copies += 1) {
      const { saved } = await ask(program, ben, 'recordings.download', { id, acceptsNotice: true, into });
      names.push(saved?.fileName);
    }
    expect(readdirSync(dir).sort()).toEqual([...names].sort());
    expect(new Set(names).size).toBe(3);
    const carla = await windowOf('carla');
    const [other = ''] = await idsOf(carla);
    for (const [window, what, word] of [
      [carla, other, into],
      [ben, id, '0'.repeat(32)],
    ] as const) {
      await expect(
        ask(program, window, 'recordings.download', { id: what, acceptsNotice: true, into: word }),
      ).rejects.toMatchObject({ code: expect.stringMatching(/invalid-input|forbidden/) as string });
    }
    rmSync(dir, { recursive: true });
  });

  it('is refused to one who may listen only, and the trail says so', async () => {
    const dave = await windowOf('dave');
    const [id = ''] = await idsOf(dave);
    await expect(
      ask(program, dave, 'recordings.download', { id, acceptsNotice: true }),
    ).rejects.toMatchObject({ code: 'forbidden', reason: 'forbidden', details: { action: 'download' } });
    const trail = await ask(program, ada, 'audit.list', { action: 'Refused' });
    expect(trail.rows.some((entry) => entry.details === '{"call":"recordings.download"}')).toBe(true);
  });

  it('is never written where a page wants it', async () => {
    const ben = await windowOf('ben');
    const [id = ''] = await idsOf(ben);
    await expect(
      ask(program, ben, 'recordings.download', { id, acceptsNotice: true, targetDir: tmpdir() }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

it('draws a wave once and gives it again from the store', async () => {
  const [id = ''] = await idsOf(ada);
  const first = await ask(program, ada, 'recordings.peaks', { id });
  expect(first?.peaks.length).toBeGreaterThan(20);
  expect(await ask(program, ada, 'recordings.peaks', { id })).toEqual(first);
});

it('lets only those see a configuration who may, and refuses in the trail', async () => {
  const ben = await windowOf('ben');
  for (const method of ['people.list', 'sources.list', 'audit.list'] as const) {
    await expect(ask(program, ben, method, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(ask(program, ben, method, {})).rejects.toMatchObject({ code: 'forbidden' });
  }
  const trail = await ask(program, ada, 'audit.list', { action: 'Refused' });
  expect(trail.rows.filter((entry) => entry.userName === 'Ben Castellan')).toHaveLength(3);
});

it('records a search that stood, and nothing of a list without one', async () => {
  const carla = await windowOf('carla');
  await ask(program, carla, 'recordings.list', {});
  for (const text of ['o', 'or', 'order']) await ask(program, carla, 'recordings.list', { filter: { text } });
  await ask(program, carla, 'recordings.count', { filter: { text: 'order' } });
  await ask(program, carla, 'session.signOut', {});
  const trail = await ask(program, ada, 'audit.list', { action: 'Search' });
  const ofCarla = trail.rows.filter((entry) => entry.userName === 'Carla Okonjo');
  expect(ofCarla.map((entry) => JSON.parse(entry.details) as unknown)).toEqual([{ text: 'order' }]);
});

it('locks every window when nobody sits there', async () => {
  const carla = await windowOf('carla');
  program.lockAll();
  expect(carla.heardOf('session.ended')).toEqual([{ reason: 'locked' }]);
  expect((await ask(program, carla, 'system.status', {})).stage).toBe('locked');
  const password = (name: string) =>
    done.samplePeople.find((person) => person.signInName === name)?.password ?? '';
  await ask(program, carla, 'session.unlock', { password: password('carla') });
  await ask(program, ada, 'session.unlock', { password: password('ada') });
  expect((await ask(program, carla, 'system.status', {})).stage).toBe('signed-in');
});

it('has logged no failure', () => {
  const logPath = path.join(profile.paths.dir, 'hearback.log');
  expect(existsSync(logPath) ? readFileSync(logPath, 'utf8') : '').not.toContain('"failure"');
});
