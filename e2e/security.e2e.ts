/** What a hostile page could try in the running window, tried: it reaches nothing but the two functions of the bridge. */
import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Console, Passwords } from './console';
import { callOrThrow, openSample, scanIsDone, signInAs, signOut, startConsole } from './console';

let hearback: Console;
let passwords: Passwords;
/** Somebody else's web server, where nothing of ours may ever arrive. */
let foreign: { origin: string; asked: string[]; close(): void };

test.beforeAll(async ({}, testInfo) => {
  foreign = await startForeignServer();
  hearback = await startConsole(testInfo, {
    // A camera to be denied: without one, Chromium would refuse for want of it.
    args: ['--sample', '--use-fake-device-for-media-stream'],
  });
  passwords = await openSample(hearback.page);
  await scanIsDone(hearback.page);
});
test.afterAll(async () => {
  foreign.close();
  await hearback.close();
});
test.afterEach(() => expect(foreign.asked).toEqual([]));

test('the page has no Node, and its process is shut in', async () => {
  const { page, app } = hearback;
  const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', '__dirname', 'setImmediate'];
  const found = await page.evaluate(
    (wanted) => wanted.filter((name) => name in window || typeof Reflect.get(window, name) !== 'undefined'),
    names,
  );
  expect(found).toEqual([]);
  const { pid, preferences } = await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    // Not in Electron's types, and the only place that says what the window really was given.
    const held = webContents as typeof webContents & { getLastWebPreferences(): Record<string, unknown> };
    return { pid: webContents.getOSProcessId(), preferences: held.getLastWebPreferences() };
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  });
  if (process.platform === 'linux' && process.getuid?.() !== 0) {
    // 2: the process may make only those system calls that a filter allows (proc(5)).
    expect(fs.readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s2$/m);
  }
});

test('the bridge is two functions that pass text, and the page cannot change them', async () => {
  const bridge = await hearback.page.evaluate(() => {
    const place = Object.getOwnPropertyDescriptor(window, 'hearback');
    const { hearback: held } = window;
    Reflect.set(window, 'hearback', { call: () => 'forged' });
    Reflect.set(held, 'call', () => 'forged');
    return {
      names: Reflect.ownKeys(held),
      kinds: [typeof held.call, typeof held.on],
      isReplaced: window.hearback !== held || String(Reflect.get(held, 'call')).includes('forged'),
      isLocked: place?.configurable === false,
      // A function of another world would lead into it by its constructor.
      isOwnWorld:
        (Reflect.get(held, 'call') as unknown) instanceof Function &&
        Object.getPrototypeOf(held) === Object.prototype,
    };
  });
  expect(bridge).toEqual({
    names: ['call', 'on'],
    kinds: ['function', 'function'],
    isReplaced: false,
    isLocked: true,
    isOwnWorld: true,
  });
  expect(await callOrThrow(hearback.page, 'system.status', {})).toMatchObject({ stage: 'signed-in' });
});

test('runs no script that did not come with it', async () => {
  const tried = await hearback.page.evaluate(async (origin) => {
    const ran: string[] = [];
    Object.assign(window, { ran });
    const refused: string[] = [];
    const code = (name: string) => `window.ran.push(${JSON.stringify(name)})`;
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));

    const inline = document.createElement('script');
    inline.textContent = code('inline');
    document.head.append(inline);
    const carrier = document.createElement('div');
    carrier.innerHTML = `<img src="data:," onerror='${code('handler')}'><a href='javascript:${code('link')}'>x</a>`;
    document.body.append(carrier);
    carrier.querySelector('a')?.click();
    const thrown: string[] = [];
    // What the tools of the browser begin may use eval; what comes in a turn of its own is the page's.
    await new Promise((resolve) => setTimeout(resolve));
    for (const run of [
      () => (0, eval)(code('eval')) as unknown,
      () => (Reflect.construct(Function, [code('Function')]) as () => void)(),
      () => Reflect.apply(setTimeout, window, [code('timeout')]) as unknown,
      () => new Worker(URL.createObjectURL(new Blob([code('worker')]))),
    ])
      try {
        run();
      } catch (error) {
        thrown.push((error as Error).name);
      }
    for (const src of [`${origin}/s.js`, 'data:text/javascript,window.ran.push("data")']) {
      const script = document.createElement('script');
      script.src = src;
      const failed = new Promise((resolve) => script.addEventListener('error', resolve));
      document.head.append(script);
      await failed;
    }
    await import(`${origin}/m.js`).catch(() => thrown.push('import'));
    carrier.remove();
    return { ran, refused: [...new Set(refused)].sort(), thrown };
  }, foreign.origin);
  expect(tried.ran).toEqual([]);
  expect(tried.thrown).toEqual(expect.arrayContaining(['EvalError', 'EvalError', 'import']));
  expect(tried.refused).toEqual(expect.arrayContaining(['script-src-attr', 'script-src-elem']));
});

test('neither loads nor sends anything elsewhere', async () => {
  const { page } = hearback;
  const outcome = await page.evaluate(async (origin) => {
    const failed: string[] = [];
    const load = (name: string, element: HTMLElement, source: 'src' | 'href' | 'data') =>
      new Promise<void>((resolve) => {
        element.addEventListener('load', () => resolve());
        element.addEventListener('error', () => {
          failed.push(name);
          resolve();
        });
        element.setAttribute(source, `${origin}/${name}`);
        document.body.append(element);
      });
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    await load('image', new Image(), 'src');
    await load('style', style, 'href');
    const note = (name: string) => () => failed.push(name);
    await fetch(`${origin}/fetch`).catch(note('fetch'));
    await fetch(`${origin}/blind`, { mode: 'no-cors' }).catch(note('blind'));
    const audio = new Audio(`${origin}/audio`);
    await audio.play().catch(note('audio'));
    await new FontFace('f', `url(${origin}/font)`).load().catch(note('font'));
    for (const open of [
      () => new WebSocket(`${origin.replace('http', 'ws')}/socket`),
      () => new EventSource(`${origin}/events`),
    ])
      await new Promise<void>((resolve) => {
        open().onerror = () => {
          failed.push('stream');
          resolve();
        };
      });
    navigator.sendBeacon(`${origin}/beacon`, 'x');
    return failed;
  }, foreign.origin);
  expect(outcome.sort()).toEqual(['audio', 'blind', 'fetch', 'font', 'image', 'stream', 'stream', 'style']);
  const refused = await page.evaluate(async (origin) => {
    const violation = new Promise<string>((resolve) =>
      document.addEventListener('securitypolicyviolation', (e) => resolve(e.effectiveDirective), {
        once: true,
      }),
    );
    const form = document.createElement('form');
    form.method = 'post';
    form.action = `${origin}/form`;
    document.body.append(form);
    form.submit();
    return violation;
  }, foreign.origin);
  expect(refused).toBe('form-action');
});

test('cannot be led away, and opens no second window, frame or webview', async () => {
  const { page, app } = hearback;
  const startedAt = page.url();
  await app.evaluate(({ BrowserWindow }) => {
    const left: string[] = [];
    Object.assign(globalThis, { left });
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    webContents.on('will-navigate', (event, url) => left.push(`${url} ${String(event.defaultPrevented)}`));
  });
  const opened = await page.evaluate((origin) => {
    location.href = `${origin}/away`;
    const link = Object.assign(document.createElement('a'), { href: `${origin}/tab`, target: '_blank' });
    document.body.append(link);
    link.click();
    const windows = [`${origin}/w`, 'about:blank', 'file:///etc/passwd'].map(
      (url) => window.open(url) === null,
    );
    const webview = document.createElement('webview');
    webview.setAttribute('src', `${origin}/webview`);
    const frame = Object.assign(document.createElement('iframe'), { src: `${origin}/frame` });
    const blank = document.createElement('iframe');
    document.body.append(webview, frame, blank);
    const inner = blank.contentWindow;
    return {
      windows,
      webview: 'getWebContentsId' in webview,
      bridgeInFrame: inner !== null && 'hearback' in inner,
    };
  }, foreign.origin);
  expect(opened).toEqual({ windows: [true, true, true], webview: false, bridgeInFrame: false });
  const left = () => app.evaluate(() => (globalThis as unknown as { left: string[] }).left);
  await expect.poll(left).toEqual([`${foreign.origin}/away true`]);
  await page.evaluate(() => void (location.href = 'file:///etc/passwd'));
  await page.evaluate(() => void (location.href = 'media://play/anything'));
  await expect.poll(left).toContain('media://play/anything true');
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  expect(app.windows()).toHaveLength(1);
  expect(page.url()).toBe(startedAt);
  // Playwright waits for the ends of those navigations, which never began.
  await page.reload();
});

test('is denied every permission', async () => {
  const denied = await hearback.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'];
    const states: string[] = [];
    for (const name of names)
      states.push((await navigator.permissions.query({ name: name as PermissionName })).state);
    const place = await new Promise<string>((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        (error) => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : error.message),
      ),
    );
    const media = await navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
      () => 'given',
      (error: Error) => error.name,
    );
    const text = await navigator.clipboard.readText().then(
      () => 'given',
      (error: Error) => error.name,
    );
    return { states, place, media, text, notice: await Notification.requestPermission() };
  });
  expect(denied).toEqual({
    states: Array.from({ length: 6 }, () => 'denied'),
    place: 'denied',
    media: 'NotAllowedError',
    text: 'NotAllowedError',
    notice: 'denied',
  });
});

test('app:// gives the built pages and nothing beside them', async () => {
  const answers = await hearback.page.evaluate(async (urls) => {
    const found: string[] = [];
    for (const url of urls) {
      const answer = await fetch(url).catch(() => null);
      if (answer?.ok) found.push(`${url} ${(await answer.text()).slice(0, 40)}`);
    }
    return found;
  }, TRAVERSALS);
  expect(answers).toEqual([]);
});

const TRAVERSALS = [
  '../package.json',
  '../../package.json',
  '%2e%2e/%2e%2e/package.json',
  '%2e%2e%2fmain%2findex.js',
  '..%5cmain%5cindex.js',
  '..\\main\\index.js',
  'assets/../../main/index.js',
  '/etc/passwd',
  '//etc/passwd',
  'file:///etc/passwd',
  'index.html/../../main/index.js',
  'index.html%00.js',
  'index.html/',
  'INDEX.HTML',
  '__proto__',
  'constructor',
  '',
].flatMap((name) => (name === '' ? [] : [`app://hearback/${name}`, `app://elsewhere/${name}`]));

test.describe('media://', () => {
  let url: string;
  let size: number;

  test.beforeAll(async () => {
    const { page } = hearback;
    await signOut(page);
    await signInAs(page, 'ben', passwords);
    const { rows } = await callOrThrow(page, 'recordings.list', { filter: { kinds: ['call'] }, limit: 1 });
    url = (await callOrThrow(page, 'recordings.play', { id: rows[0]!.id })).url;
    size = (await ask('GET', url)).length;
  });

  /** From main, in the window's own session: a page may not set every header that a hostile one would like to. */
  const ask = (method: string, asked: string, range?: string) =>
    hearback.app.evaluate(
      async ({ BrowserWindow }, request) => {
        const { session } = BrowserWindow.getAllWindows()[0]!.webContents;
        const headers: Record<string, string> = request.range === undefined ? {} : { Range: request.range };
        try {
          const answer = await session.fetch(request.asked, { method: request.method, headers });
          const body = Buffer.from(await answer.arrayBuffer());
          const told = answer.headers.get('content-range');
          return {
            status: answer.status,
            length: body.length,
            told,
            start: body.subarray(0, 4).toString('hex'),
          };
        } catch (error) {
          return { status: 0, length: 0, told: String(error), start: '' };
        }
      },
      { method, asked, range },
    );

  test('plays nothing for a ticket that is guessed, cut, joined or carried elsewhere', async () => {
    const ticket = url.slice(url.lastIndexOf('/') + 1);
    const guesses = Array.from({ length: 200 }, (_, at) => toGuess(ticket, at));
    const tricks = [
      ...['', '/', '..', '../..', '%2e%2e%2f', '/etc/passwd', `${ticket}/..`, `${ticket}/../../etc/passwd`],
      ...[`${ticket}x`, ticket.slice(0, -1), `${ticket}%00`, `%20${ticket}`, `${ticket}/`, `x/${ticket}`],
      ...['__proto__', 'constructor', 'undefined', 'null', '0', 'A'.repeat(10_000)],
      ...[ticket.toUpperCase(), ticket.toLowerCase()].filter((one) => one !== ticket),
    ];
    const elsewhere = [`media://other/${ticket}`, `media:///${ticket}`];
    for (const asked of [...guesses, ...tricks].map((name) => `media://play/${name}`).concat(elsewhere)) {
      const { status, length } = await ask('GET', asked);
      expect({ asked, length, isRefused: status !== 200 && status !== 206 }).toEqual({
        asked,
        length: 0,
        isRefused: true,
      });
    }
    expect((await ask('GET', url)).status).toBe(200);
  });

  test('gives exactly the range that is asked for, and refuses what is none', async () => {
    const last = size - 1;
    const told = (from: number, until: number) => `bytes ${from}-${until}/${size}`;
    for (const [range, status, length, contentRange] of [
      ['bytes=0-0', 206, 1, told(0, 0)],
      ['bytes=0-', 206, size, told(0, last)],
      ['bytes=-1', 206, 1, told(last, last)],
      ['bytes=-500', 206, 500, told(size - 500, last)],
      [`bytes=${last}-${last}`, 206, 1, told(last, last)],
      ['bytes=0-999999999999', 206, size, told(0, last)],
      [`bytes=-${size * 2}`, 206, size, told(0, last)],
      ['bytes=999999999999-', 416, 0, `bytes */${size}`],
      [`bytes=${size}-`, 416, 0, `bytes */${size}`],
      ['bytes=-0', 416, 0, `bytes */${size}`],
    ] as const) {
      const answer = await ask('GET', url, range);
      expect({ range, ...answer }).toMatchObject({ range, status, length, told: contentRange });
    }
    // What is no range of bytes, or asks for several, is answered whole, as the standard allows (RFC 9110, 14.2).
    for (const range of [
      'bytes=0-1,5-9',
      'bytes=0-99999999999999999999',
      'bytes=99999999999999999999-',
      'bytes=5-1',
      'bytes=--1',
      'bytes=a-b',
      'lines=0-1',
      'bytes=',
      '\u00a0',
    ])
      expect({ range, ...(await ask('GET', url, range)) }).toMatchObject({ status: 200, length: size });
  });

  test('tells the length to HEAD without a byte of sound, and takes no other method', async () => {
    expect(await ask('HEAD', url)).toMatchObject({ status: 200, length: 0 });
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect({ method, ...(await ask(method, url)) }).toMatchObject({ status: 405, length: 0 });
  });

  test('gives nothing to the pages of another window', async () => {
    const status = await hearback.app.evaluate(async ({ BrowserWindow }, asked) => {
      const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
      try {
        await other.loadURL('about:blank');
        const script = `fetch(${JSON.stringify(asked)}).then((a) => a.status, () => 'refused')`;
        return String(await other.webContents.executeJavaScript(script));
      } finally {
        other.destroy();
      }
    }, url);
    expect(status).toBe('refused');
  });
});

/** The ticket with another character at one place, then at two: near misses, which a careless comparison would take. */
function toGuess(ticket: string, at: number): string {
  const change = (text: string, place: number) =>
    `${text.slice(0, place)}${text[place] === 'A' ? 'B' : 'A'}${text.slice(place + 1)}`;
  const once = change(ticket, at % ticket.length);
  return at < ticket.length ? once : change(once, (at * 7 + 1) % ticket.length);
}

async function startForeignServer(): Promise<typeof foreign> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.setHeader('Access-Control-Allow-Origin', '*').end('window.ran?.push("foreign")');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  // It answers, so that what does not arrive was held back.
  expect((await fetch(origin)).status).toBe(200);
  asked.length = 0;
  return { origin, asked, close: () => server.close() };
}
