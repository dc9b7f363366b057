/** Reading and writing the files a person named: what the disk refuses is one sentence (SPEC CL2). `what` begins it: `The report`. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { textOfBytes } from '#language/utf8.ts';
import { CannotDo } from '../terminal/wrong-use.ts';

/** The text of a file; a byte that is not UTF-8 can be told from it (language/utf8.ts). Throws CannotDo where it cannot be read. */
export function readOrSay(path: string, what: string): string {
  return orSay(path, `${what} cannot be read`, () => textOf(path));
}

/** The same; null where it has vanished. */
export function readText(path: string): string | null {
  return orSay(path, 'The file cannot be read', () => {
    try {
      return textOf(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  });
}

/** Writes a file, over what was there. Throws CannotDo where it cannot be written. */
export function writeOrSay(path: string, text: string, what: string): void {
  orSay(path, `${what} cannot be written`, () => writeFileSync(path, text));
}

/** Throws CannotDo where a file could not be written, and leaves everything as it is: asked before long work, not after it. */
export function writableOrSay(path: string, what: string): void {
  orSay(path, `${what} cannot be written`, () => {
    const isThere = existsSync(path);
    closeSync(openSync(path, 'a'));
    if (!isThere) rmSync(path);
  });
}

/** Makes a folder, with those above it, where it is not there. Throws CannotDo where nothing could be written into it. */
export function folderOrSay(folder: string): void {
  orSay(folder, 'The folder cannot be written to', () => {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  });
}

function textOf(path: string): string {
  const bytes = readFileSync(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return textOfBytes(bytes);
  }
}

function orSay<T>(path: string, what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new CannotDo(`${path}: ${what}: ${whyNot(error as NodeJS.ErrnoException)}.`);
  }
}

/** What the disk refused, in words. */
export function whyNot({ code, message }: NodeJS.ErrnoException): string {
  return WHY[code ?? ''] ?? message;
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'this account does not have permission',
  EEXIST: 'there is already a file with that name',
  EISDIR: 'that is a folder',
  ELOOP: 'it is a link that leads back to itself',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'there is nothing with that name',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'part of the path is a file',
  EPERM: 'this account does not have permission',
  EROFS: 'the disk is read-only',
};
