/** Calls the command line as a person would: in this process, or where it matters in one of its own. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { commandLine } from '#cli/command-line.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What a command said and how it ended. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let before: Promise<unknown> = Promise.resolve();

/**
 * Runs `deconflict` with these arguments from the root of the repository, in this process, which takes a hundredth of the time of one of its
 * own. One after another: what is printed meanwhile is the command's.
 */
export function deconflict(...args: readonly string[]): Promise<Said> {
  const said = before.then(() => heard(() => commandLine(args)));
  before = said.catch(() => {});
  return said;
}

/** The same in a process of its own, with these settings in its environment beside the usual ones. */
export function deconflictWith(
  settings: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Said> {
  return said(process.execPath, [join(ROOT, 'src/cli/deconflict.mjs'), ...args], { settings });
}

/** The same from another folder. */
export function deconflictIn(cwd: string, ...args: readonly string[]): Promise<Said> {
  return said(process.execPath, [join(ROOT, 'src/cli/main.ts'), ...args], { cwd });
}

/** Runs `deconflict` for somebody who reads nothing of what it prints, as `head` does once it has enough. */
export function deconflictUnread(...args: readonly string[]): Promise<Said> {
  return said(process.execPath, [join(ROOT, 'src/cli/main.ts'), ...args], {
    begun: (child) => child.stdout.destroy(),
  });
}

/** Runs `npx deconflict`, which finds the command through package.json. */
export function npxDeconflict(...args: readonly string[]): Promise<Said> {
  return said('npx', ['--no-install', 'deconflict', ...args]);
}

/** A folder for this test's files, gone when it ends. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'deconflict-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** How a command is called otherwise than usual. */
interface Call {
  readonly settings?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Hears of the process once it runs. */
  readonly begun?: (child: ChildProcessByStdio<null, Readable, Readable>) => void;
}

/** What is written to the two streams until a command has ended. */
export async function heard(command: () => Promise<number> | number): Promise<Said> {
  const { said, stop } = listen();
  try {
    const code = await command();
    return { code, ...said };
  } finally {
    stop();
  }
}

/** The same of a command that ends at once. */
export function heardNow(command: () => number): Said {
  const { said, stop } = listen();
  try {
    const code = command();
    return { code, ...said };
  } finally {
    stop();
  }
}

function listen(): { readonly said: { out: string; err: string }; readonly stop: () => void } {
  const said = { out: '', err: '' };
  const write = { stdout: process.stdout.write, stderr: process.stderr.write };
  const hear = (to: 'out' | 'err') => (text: string | Uint8Array) => {
    said[to] += String(text);
    return true;
  };
  process.stdout.write = hear('out');
  process.stderr.write = hear('err');
  const stop = () => {
    process.stdout.write = write.stdout;
    process.stderr.write = write.stderr;
  };
  return { said, stop };
}

function said(
  program: string,
  args: readonly string[],
  { settings = {}, cwd = ROOT, begun = () => {} }: Call = {},
): Promise<Said> {
  const env = { ...process.env, ...settings };
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  begun(child);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
