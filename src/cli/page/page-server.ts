/**
 * A small HTTP server for the built page: files below one folder and nothing else.
 *
 * Answers GET and HEAD. Names with a hash in them may be kept for ever, all else is asked for again by its ETag. Every answer carries
 * the page's policy: scripts, styles, fonts and connections from here only, and no `eval` (SPEC CL13).
 */
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { extname, join, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.webm': 'audio/webm',
  '.m4a': 'audio/mp4',
  '.webmanifest': 'application/manifest+json',
};
/** React Aria sets positions through style attributes, so those are allowed; style elements and scripts in the page are not. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-elem 'self' 'unsafe-inline'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
/** Only where a browser heeds it, over HTTPS and on this machine itself: elsewhere it writes a complaint to the console instead. */
const ALONE = ['cross-origin-opener-policy', 'same-origin'] as const;
const HERE = /^(localhost|[\w.-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
const HASHED = /-[\w-]{8}\.(js|css|woff2|svg|png|webm|m4a)$/;

/** A certificate with its key, both as PEM text. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Answers an address that is no file of the page and says so; false leaves it to the page's files. */
export type OtherRoutes = (request: IncomingMessage, response: ServerResponse, path: string) => boolean;

/** A server of the files below `root`, over HTTPS if there is a certificate; the caller lets it listen. Throws where the pair is none. */
export function pageServer(
  root: string,
  certificate: Certificate | null = null,
  otherRoutes: OtherRoutes = () => false,
): Server {
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (certificate !== null || isHeeded(request)) response.setHeader(...ALONE);
    answer(root, request, response, otherRoutes).catch(() => {
      if (!response.headersSent) say(request, response, 500, 'Something went wrong here. Reload the page.');
      else response.destroy();
    });
  };
  return certificate === null ? createServer(listener) : createSecureServer({ ...certificate }, listener);
}

async function answer(
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
  otherRoutes: OtherRoutes,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return say(request, response, 405, 'This address is read-only.');
  }
  const path = pathOf(request.url ?? '/');
  if (path === null) return say(request, response, 400, 'This address cannot be understood.');
  if (otherRoutes(request, response, path)) return;
  const file = await fileBelow(root, path);
  if (file === null) return say(request, response, 404, 'There is nothing at this address.');
  const { size, mtimeMs } = await stat(file);
  const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`;
  response.setHeader('etag', etag);
  response.setHeader('cache-control', HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.headers['if-none-match']?.split(/,\s*/).includes(etag)) {
    return send(request, response, 304, null, Buffer.alloc(0));
  }
  return send(
    request,
    response,
    200,
    TYPES[extname(file)] ?? 'application/octet-stream',
    await readFile(file),
  );
}

/** Whether the reader's browser trusts where the page came from: this machine, or HTTPS that a proxy in front of this server speaks. */
function isHeeded({ headers }: IncomingMessage): boolean {
  const [spoken] = String(headers['x-forwarded-proto'] ?? '').split(',');
  return HERE.test(headers.host ?? '') || spoken?.trim() === 'https';
}

/** The path of an address with `/` for the page itself; null if it is not well formed. */
export function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0] ?? '/');
    if (!path.startsWith('/') || path.includes('\0') || path.includes('\\')) return null;
    return path === '/' ? '/index.html' : path;
  } catch {
    return null;
  }
}

/** The real file that a path names, if it lies below the root (also after links are followed) and is no dot file; else null. */
async function fileBelow(root: string, path: string): Promise<string | null> {
  const steps = path.split('/').slice(1);
  if (steps.some((step) => step === '' || step.startsWith('.'))) return null;
  if (!Object.hasOwn(TYPES, extname(path))) return null;
  try {
    const base = await realpath(root);
    const file = await realpath(join(base, ...steps));
    return file.startsWith(base + sep) ? file : null;
  } catch {
    return null;
  }
}

/** A plain page with one sentence and a way on, told from where the reader is: the page may lie in a folder of somebody else's server. */
function say(request: IncomingMessage, response: ServerResponse, status: number, sentence: string): void {
  const up = '../'.repeat(Math.max(0, (request.url ?? '').replace(/[?#].*/s, '').split('/').length - 2));
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Deconflict</title><main><h1>Deconflict</h1><p>${sentence}</p><p><a href="${up || './'}">Go to the scenarios</a></p></main></html>\n`;
  response.setHeader('cache-control', 'no-store');
  send(request, response, status, TYPES['.html'] ?? 'text/html', Buffer.from(html));
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string | null,
  body: Buffer,
): void {
  if (type !== null) response.setHeader('content-type', type);
  if (status !== 304) response.setHeader('content-length', body.length);
  response.writeHead(status);
  response.end(request.method === 'HEAD' || status === 304 ? undefined : body);
}
