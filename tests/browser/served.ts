/** The built product, served as `npm start` serves it, on a free port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** A running server: where it is, and how to end it. */
export interface Served {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Builds the page unless `npm test` just did, serves it, and waits until it says where it is. Throws with its output if it never does. */
export async function serve(): Promise<Served> {
  if (process.env.DECONFLICT_BUILT === undefined)
    await runNode(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
  return serveAt();
}

/** Serves the page that is built already, with more arguments or settings for `serve`. Every call is a server of its own. */
export async function serveAt(
  args: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const port = await freePort();
  const child = spawn(process.execPath, ['src/cli/main.ts', 'serve', ...args], {
    cwd: ROOT,
    env: { ...ownEnv(), ...settings, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await saidAddress(child);
  return { address, stop: () => ended(child) };
}

/** Runs a script of this project to its end. @returns What it printed. Throws with everything it said unless the exit code is `expected`. */
export async function runNode(args: readonly string[], expected = 0): Promise<string> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: ownEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== expected) throw new Error(`${args.join(' ')} ended with ${String(code)}:\n${out}\n${err}`);
  return out;
}

/**
 * The environment without what the test runner put there: the product must not behave otherwise under test. Node keeps what it compiled,
 * as src/cli/deconflict.mjs asks it to.
 */
export function ownEnv(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => !/^(VITEST|NODE_ENV|TEST$|VITE_)/.test(name));
  const kept = join(ROOT, 'node_modules/.cache/deconflict/compiled');
  return { NODE_COMPILE_CACHE: kept, ...Object.fromEntries(names.map((name) => [name, process.env[name]])) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function saidAddress(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text.toString();
      const address = /https?:\/\/[^\s]+/.exec(said)?.[0];
      if (address !== undefined) resolve(address.replace(/\/?$/, '/'));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('close', (code) => reject(new Error(`The server ended with ${String(code)}:\n${said}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const closed = new Promise((resolve) => child.on('close', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await closed;
  clearTimeout(late);
}
