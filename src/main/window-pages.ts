/**
 * `app://hearback`: the built pages, under a content security policy, from a list made once. What is not on the list is
 * not there, so no spelling of a path can reach another file. Pure: the window hands it Electron's requests.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export const PAGES_ORIGIN = 'app://hearback';
export const START_PAGE = `${PAGES_ORIGIN}/index.html`;
/** Shown to nobody: it lays out what is printed. */
export const PRINT_PAGE = `${PAGES_ORIGIN}/print.html`;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

export interface Pages {
  /** Answers 200, 404 for what is no page, 405 for what is no GET or HEAD. Never rejects for what a page can ask. */
  answer(request: PageRequest): Promise<Response>;
  /** Resolves when a page has got its scripts and asks for no more: it reads them now, and asks nothing of main meanwhile. */
  readonly scriptsGiven: Promise<void>;
}

interface PageRequest {
  readonly url: string;
  readonly method: string;
}

/** A page asks for all that its HTML names at once. */
const NO_MORE_ASKED_MS = 15;

/** Lists the folder of built pages. Throws where it is not there: the program was not built. */
export function openPages(pagesDir: string): Pages {
  const files = new Map(
    listFiles(pagesDir, '').map((name) => [`/${name}`, path.join(pagesDir, ...name.split('/'))]),
  );
  if (!files.has('/index.html'))
    throw new Error(`There is no page in ${pagesDir}: the program has not been built.`);
  let noMoreAsked: NodeJS.Timeout | undefined;
  let tellGiven = (): void => undefined;
  const scriptsGiven = new Promise<void>((resolve) => (tellGiven = resolve));
  return {
    scriptsGiven,
    answer: async (request) => {
      clearTimeout(noMoreAsked);
      const response = await answerFrom(files, request);
      if (request.url.endsWith('.js')) noMoreAsked = setTimeout(tellGiven, NO_MORE_ASKED_MS);
      return response;
    },
  };
}

async function answerFrom(
  files: ReadonlyMap<string, string>,
  { url, method }: PageRequest,
): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD')
    return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } });
  const asked = toPagePath(url);
  const filePath = asked === undefined ? undefined : files.get(asked);
  const mediaType = filePath === undefined ? undefined : MEDIA_TYPES[path.extname(filePath)];
  if (filePath === undefined || mediaType === undefined) return new Response(null, { status: 404 });
  const nonce = randomBytes(16).toString('base64');
  const content = await readFile(filePath);
  const body = mediaType.startsWith('text/html') ? withNonce(content.toString('utf8'), nonce) : content;
  return new Response(method === 'HEAD' ? null : body, { headers: headersOf(mediaType, nonce) });
}

/**
 * No `unsafe-*`, nothing from elsewhere; sound and pictures in motion only from `media:`. The sandbox has no
 * `allow-modals`: no page can open the print dialog, nor a frame that it makes. Main prints, and puts it into the trail before.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self' media:",
    'media-src media:',
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    'sandbox allow-scripts allow-same-origin allow-forms',
  ].join('; ');
}

function headersOf(mediaType: string, nonce: string): Record<string, string> {
  return {
    'Content-Type': mediaType,
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  };
}

/** Where a page finds the nonce of its load, for the library that makes style elements of its own. */
function withNonce(html: string, nonce: string): string {
  return html.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`);
}

function toPagePath(url: string): string | undefined {
  if (!url.startsWith(`${PAGES_ORIGIN}/`)) return undefined;
  const asked = url.slice(PAGES_ORIGIN.length).replace(/[?#].*$/s, '');
  return asked === '/' ? '/index.html' : asked;
}

// By hand: the recursive option does not exist in Node 18.15, nor inside an asar.
function listFiles(dir: string, prefix: string): string[] {
  return readdirSync(path.join(dir, prefix), { withFileTypes: true }).flatMap((entry) => {
    const name = `${prefix}${entry.name}`;
    return entry.isDirectory() ? listFiles(dir, `${name}/`) : [name];
  });
}
