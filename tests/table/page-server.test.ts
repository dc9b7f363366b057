import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { get as getSecurely } from 'node:https';
import { type NetworkInterfaceInfo, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostsAt, listening } from '#cli/page/listening.ts';
import { pageServer } from '#cli/page/page-server.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'deconflict-page-'));
const dist = join(folder, 'dist');
let server: Server;
let port = 0;

beforeAll(async () => {
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.json'), '{"secret":true}');
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(dist, 'assets/index-AbCd_123.js'), 'export {};');
  writeFileSync(join(dist, '.hidden.json'), '{"secret":true}');
  symlinkSync(join(folder, 'secret.json'), join(dist, 'link.json'));
  server = pageServer(dist);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Got {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}
/** By hand, because fetch tidies paths before it sends them. */
function get(path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        body += text;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

function wayOn(body: string): string {
  return /<a href="([^"]*)">/.exec(body)?.[1] ?? 'nowhere';
}

describe('the server of the page', () => {
  test('[CL13] gives the page, its files by their type, and keeps hashed names for ever', async () => {
    const page = await get('/?x=1');
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining('<title>page') });
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
    const script = await get('/assets/index-AbCd_123.js');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
  });

  test('[CL13] what has not changed is not sent again, and HEAD sends no body', async () => {
    const { headers } = await get('/');
    const again = await get('/', 'GET', { 'if-none-match': String(headers.etag) });
    expect([again.status, again.body]).toEqual([304, '']);
    const head = await get('/', 'HEAD');
    expect([head.status, head.body, head.headers['content-length']]).toEqual([
      200,
      '',
      headers['content-length'],
    ]);
  });

  test.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/assets/..%2f..%2fsecret.json',
    '/assets/../../secret.json',
    '//secret.json',
    '/link.json',
    '/.hidden.json',
    '/assets',
    '/assets/',
    '/index.html/',
    '/nope.js',
    '/nope',
  ])('[CL13] %s is not there: a page with a way on', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(new URL(wayOn(body), `http://here${path.replace('/../', '/')}`).pathname).toBe('/');
    expect(body).not.toContain('secret');
  });

  test('[CL13] behind a proxy that gives it a folder, the way on leads to that folder', async () => {
    for (const path of ['/play/residence-207', '/guide/', '/a/b/c?x=/y/z', '/%2fplay']) {
      const way = wayOn((await get(path)).body);
      expect(new URL(way, `http://here/sub/folder${path}`).pathname, path).toBe('/sub/folder/');
    }
  });

  test('[CL13] asks to be alone in its window only where a browser heeds it', async () => {
    const asked = async (headers: Record<string, string>) =>
      (await get('/', 'GET', headers)).headers['cross-origin-opener-policy'];
    for (const host of ['localhost:5207', '127.0.0.1', '127.1.2.3:80', '[::1]:5207', 'police.localhost'])
      expect(await asked({ host }), host).toBe('same-origin');
    for (const host of [
      '192.0.2.7:5207',
      'desk-4.station',
      '[2001:db8::7]',
      'localhost.station',
      '127.0.0.1.nip.io',
    ])
      expect(await asked({ host }), host).toBeUndefined();
    expect(await asked({ host: 'desk-4.station', 'x-forwarded-proto': 'https' })).toBe('same-origin');
    expect(await asked({ host: 'desk-4.station', 'x-forwarded-proto': 'http, https' })).toBeUndefined();
  });

  test.each(['/%zz', '/a%00b', '/a%5cb', '*'])('[CL13] %s is refused as no address', async (path) => {
    expect((await get(path)).status).toBe(400);
  });

  test('[CL13] nothing can be written', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect(await get('/', method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    }
  });

  test('[CL13] every answer carries the policy: own scripts only, no eval, in no frame', async () => {
    for (const path of ['/', '/nope', '/%zz']) {
      const policy = String((await get(path)).headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain('unsafe-eval');
      expect(policy).toContain("frame-ancestors 'none'");
      expect((await get(path)).headers['x-content-type-options']).toBe('nosniff');
    }
  });
});

describe('deconflict serve', () => {
  const serve = (
    env: Record<string, string>,
    args: readonly string[] = [],
  ): Promise<{ readonly code: number | null; readonly err: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['src/cli/main.ts', 'serve', ...args], {
        cwd: ROOT,
        // A page of its own: a fresh clone has none, and building one is for the tests of the browser.
        env: { ...process.env, DECONFLICT_DIST: dist, ...env },
      });
      let err = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text;
      });
      child.on('close', (code) => resolve({ code, err }));
    });

  test('[CL12] a port in use is one sentence and exit 1', async () => {
    const { code, err } = await serve({ PORT: String(port), HOST: '127.0.0.1' });
    expect(code).toBe(1);
    expect(err).toContain(`Port ${port} is already in use. Choose another: PORT=${port + 1} npm start`);
    expect(err).toContain(
      `\nBrowsers store sessions by address: sessions saved at port ${port} do not show up`,
    );
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('[CL12] one that listens everywhere names each address another machine can use', async () => {
    const card = (address: string, internal = false) =>
      ({
        address,
        internal,
        family: address.includes(':') ? 'IPv6' : 'IPv4',
        netmask: '',
        mac: '',
        cidr: null,
        scopeid: 0,
      }) as NetworkInterfaceInfo;
    const cards = {
      lo: [card('127.0.0.1', true), card('::1', true)],
      cable: [card('fe80::1'), card('2001:db8::7'), card('192.0.2.7')],
      wireless: [card('198.51.100.4'), card('febf::2')],
    };
    expect(hostsAt('0.0.0.0', '0.0.0.0', cards)).toEqual(['localhost', '192.0.2.7', '198.51.100.4']);
    expect(hostsAt('::', '::', cards)).toEqual(['localhost', '192.0.2.7', '198.51.100.4', '2001:db8::7']);
    expect(hostsAt('192.0.2.7', 'desk-4.station', cards)).toEqual(['desk-4.station']);
    expect(hostsAt('0.0.0.0', '0', {})).toEqual(['localhost']);
  });

  test.each(['0.0.0.0', '0', '::', '0:0::0'])('[CL12] what HOST=%s names can be fetched', async (host) => {
    const everywhere = pageServer(dist);
    const all = await listening(everywhere, { host, port: 0, command: '' }, 'http');
    try {
      expect(all[0]).toMatch(/^http:\/\/localhost:\d+\/$/);
      for (const address of all) expect((await fetch(address)).status, address).toBe(200);
    } finally {
      everywhere.close();
      everywhere.closeAllConnections();
    }
  });

  test.each(['x', '70000', '-1', '1.5'])('[CL12] PORT=%s is wrong use', async (text) => {
    const { code, err } = await serve({ PORT: text });
    expect(code).toBe(2);
    expect(err).toContain(`not "${text}"`);
  });

  test('[CL12] --https asks for the two files, and says which cannot be used', {
    timeout: 60_000,
  }, async () => {
    const here = { PORT: '0', HOST: '127.0.0.1' };
    const fixture = (what: string) => join(ROOT, `tests/browser/fixtures/only-for-tests.${what}.pem`);
    const alone = await serve(here, ['--https']);
    expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('--https --cert FILE --key FILE')]);
    const plain = await serve(here, ['--cert', fixture('cert')]);
    expect([plain.code, plain.err]).toEqual([2, expect.stringContaining('--cert and --key need --https.')]);
    const gone = await serve(here, ['--https', '--cert', 'gone.pem', '--key', fixture('key')]);
    expect([gone.code, gone.err]).toEqual([
      1,
      expect.stringContaining('gone.pem: The certificate cannot be read'),
    ]);
    const swapped = await serve(here, ['--https', '--cert', fixture('key'), '--key', fixture('cert')]);
    expect([swapped.code, swapped.err]).toEqual([
      1,
      expect.stringContaining('The certificate cannot be used:'),
    ]);
  });

  test('[CL12] with a certificate the same files come over HTTPS, with the same policy', async () => {
    const [cert, key] = ['cert', 'key'].map((what) =>
      readFileSync(join(ROOT, `tests/browser/fixtures/only-for-tests.${what}.pem`), 'utf8'),
    );
    const secure = pageServer(dist, { cert: cert ?? '', key: key ?? '' });
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    const address = secure.address();
    const at = typeof address === 'object' && address !== null ? address.port : 0;
    const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
      getSecurely({ host: '127.0.0.1', port: at, path: '/', rejectUnauthorized: false }, (response) => {
        response.resume();
        resolve({ status: response.statusCode, ...response.headers });
      }).on('error', reject);
    });
    secure.close();
    expect(headers).toMatchObject({
      status: 200,
      'content-security-policy': expect.stringContaining("script-src 'self'"),
    });
  });
});
