/** Follows the author's guide as a reader would: types its commands, makes its changes, and compares what is said with what it promises. */
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { codeIn, readGuide } from '#cli/read-guide.ts';
import type { Chapter, Code } from '#table/guide/guide.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The guide as it is shipped, and as its page gets it. */
export const GUIDE = readGuide(readFileSync(join(ROOT, 'scenarios/GUIDE.md'), 'utf8'));

/** How a command ended, and all it said. */
export interface Answer {
  readonly code: number | null;
  readonly said: string;
}

/** A chapter by its id. Throws where there is none. */
export function chapterOf(id: string): Chapter {
  const found = GUIDE.chapters.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The guide has no chapter ${id}.`);
  return found;
}

/** Every block of code of these chapters, in order. */
export function codeOf(...ids: readonly string[]): Code[] {
  return ids.flatMap((id) => codeIn(chapterOf(id).blocks));
}

/** Deconflict's folder as somebody got it, copied to `home`: what is written there stays there. */
export function copyHouse(home: string): void {
  for (const part of ['src', 'scenarios', 'package.json', 'vite.config.ts'])
    cpSync(join(ROOT, part), join(home, part), { recursive: true });
  for (const part of ['node_modules', 'assets']) symlinkSync(join(ROOT, part), join(home, part));
}

/**
 * Does what each block asks, in order, in the folder `home`. A command's words are handed to `run`; its answer must hold the lines that the
 * guide says, and end as the guide says.
 */
export async function follow(
  home: string,
  blocks: readonly Code[],
  run: (words: readonly string[]) => Promise<Answer>,
): Promise<void> {
  let answer: Answer | null = null;
  let change: { readonly file: string; readonly text: string } | null = null;
  for (const { use, file, text } of blocks) {
    const path = join(home, file ?? change?.file ?? '');
    switch (use) {
      case 'type':
      case 'stays':
      case 'fails':
        answer = await run(text.split(' '));
        expect(answer.code, `${text}\n${answer.said}`).toBe(use === 'fails' ? 1 : 0);
        break;
      case 'says':
        expect(linesOf(answer?.said ?? ''), text).toContain(linesOf(text));
        break;
      case 'part':
        placeOf(readFileSync(path, 'utf8'), text, path);
        break;
      case 'find':
        change = { file: file ?? '', text };
        placeOf(readFileSync(path, 'utf8'), text, path);
        break;
      case 'write':
      case 'below': {
        const found = change?.text ?? '';
        replace(path, found, use === 'write' ? text : `${found}\n${text}`);
        break;
      }
      case 'end':
        writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd()}\n${text}\n`);
        break;
      case 'whole':
        expect(existsSync(path), `${path} is new`).toBe(false);
        writeFileSync(path, `${text}\n`);
        break;
      case 'wrong':
      case 'right': {
        // A mistake is made where its mended twin stands now, checked, and mended again.
        const twin = use === 'right' ? change?.text : twinOf(blocks, text);
        replace(path, twin ?? '', text);
        change = use === 'wrong' ? { file: file ?? '', text } : null;
        if (use === 'wrong') answer = await run(CHECK);
        break;
      }
      default:
        use satisfies never;
    }
  }
}

/** What the chapter of mistakes leaves unsaid each time: the call is checked again. */
const CHECK = ['npx', 'deconflict', 'check', 'scenarios/first-call'];

/** The `right` that follows a `wrong`. */
function twinOf(blocks: readonly Code[], wrong: string): string | undefined {
  const at = blocks.findIndex(({ use, text }) => use === 'wrong' && text === wrong);
  return blocks.slice(at).find(({ use }) => use === 'right')?.text;
}

/** Puts lines in the place of others that stand there once. */
function replace(path: string, from: string, to: string): void {
  const whole = readFileSync(path, 'utf8');
  const at = placeOf(whole, from, path);
  writeFileSync(path, `${whole.slice(0, at)}${to}${whole.slice(at + from.length)}`);
}

/** Where these whole lines stand. A reader can only find what is there once. */
function placeOf(whole: string, lines: string, path: string): number {
  const marked = linesOf(whole);
  const wanted = linesOf(lines);
  const at = marked.indexOf(wanted);
  expect(at, `${path} has these lines:\n${lines}`).toBeGreaterThanOrEqual(0);
  expect(marked.indexOf(wanted, at + 1), `${path} has these lines once:\n${lines}`).toBe(-1);
  return at;
}

/** A text with a line break at both ends, in which whole lines can be looked for. */
function linesOf(text: string): string {
  return `\n${text.trimEnd()}\n`;
}
