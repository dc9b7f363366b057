/** Follows the author's guide as a reader would: types its commands, makes its changes, and compares what is said with what it promises. */
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { codeIn, readGuide } from '#cli/page/read-guide.ts';
import type { Chapter, Code } from '#table/library/guide.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The guide as it is shipped, and as its page gets it. */
export const GUIDE = readGuide(readFileSync(join(ROOT, 'scenarios/GUIDE.md'), 'utf8'));
/** From nothing to a call that is checked and played: walked to the letter by the browser's test. */
export const WALK = [
  'create-your-scenario',
  'watch-your-changes',
  'change-what-is-said',
  'give-the-officer-something-to-do',
  'add-a-moment',
  'update-the-plan',
  'play-your-own-scenario',
  'prove-it-before-class',
] as const;

/** How a command ended, and all it said. */
export interface Answer {
  readonly code: number | null;
  readonly said: string;
}
/** Where commands are typed. */
export interface Terminal {
  /** Types a command and waits until it has ended. */
  readonly run: (words: readonly string[]) => Promise<Answer>;
  /** Types a command and leaves it running. */
  readonly stay: (words: readonly string[]) => void;
  /** Waits until what was left running says this, after whatever was heard of it before. */
  readonly hear: (lines: RegExp) => Promise<void>;
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
    cpSync(join(ROOT, part), join(home, part), { recursive: true, preserveTimestamps: true });
  for (const part of ['node_modules', 'assets']) symlinkSync(join(ROOT, part), join(home, part));
}

/**
 * Does what each block asks, in order, in the folder `home`. Changes are saved when something is said next. What is said must hold the
 * lines of the guide, in which `…` stands for anything in a line, and by itself for any lines.
 */
export async function follow(home: string, blocks: readonly Code[], terminal: Terminal): Promise<void> {
  const drafts = new Map<string, string>();
  const textOf = (path: string) => drafts.get(path) ?? readFileSync(path, 'utf8');
  const save = () => {
    for (const [path, text] of drafts) writeFileSync(path, text);
    drafts.clear();
  };
  let answer: Answer | null = null;
  let place = { path: '', text: '' };
  for (const [n, { use, file, text }] of blocks.entries()) {
    const path = file === null ? place.path : join(home, file);
    switch (use) {
      case 'type':
      case 'fails':
        save();
        answer = await terminal.run(text.split(' '));
        expect(answer.code, `${text}\n${answer.said}`).toBe(use === 'fails' ? 1 : 0);
        break;
      case 'stays':
        save();
        answer = null;
        terminal.stay(text.split(' '));
        break;
      case 'says':
        save();
        if (answer === null) await terminal.hear(patternOf(text));
        else expect(answer.said, text).toMatch(patternOf(text));
        break;
      case 'part':
        placeOf(textOf(path), text, path);
        break;
      case 'find':
        placeOf(textOf(path), text, path);
        place = { path, text };
        break;
      case 'write':
        drafts.set(path, replaced(textOf(path), place.text, text, path));
        break;
      case 'below':
        drafts.set(path, replaced(textOf(path), place.text, `${place.text}\n${text}`, path));
        break;
      case 'end':
        drafts.set(path, `${textOf(path).trimEnd()}\n${text}\n`);
        break;
      case 'whole':
        expect(existsSync(path), `${path} is new`).toBe(false);
        drafts.set(path, `${text}\n`);
        break;
      case 'wrong': {
        // A mistake is made where its fixed twin stands.
        const twin = blocks.slice(n).find((one) => one.use === 'right')?.text ?? '';
        drafts.set(path, replaced(textOf(path), twin, text, path));
        place = { path, text };
        save();
        answer = await terminal.run(CHECK);
        break;
      }
      case 'right':
        drafts.set(path, replaced(textOf(path), place.text, text, path));
        break;
      default:
        use satisfies never;
    }
  }
  save();
}

/** What the chapter of mistakes leaves unsaid each time: the call is checked again. */
const CHECK = ['npx', 'deconflict', 'check', 'scenarios/first-call', '--no-proof'];

/** Whole lines as the guide prints them. */
function patternOf(text: string): RegExp {
  const lines = text.split('\n').map((line) => {
    if (line === '…') return '(?:.*\\n)*?';
    const parts = line.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return `${parts.join('.*')}(?:\\n|$)`;
  });
  return new RegExp(`(?:^|\\n)${lines.join('')}`);
}

/** The text with other lines in the place of these, which stand there once. */
function replaced(whole: string, from: string, to: string, path: string): string {
  const at = placeOf(whole, from, path);
  return `${whole.slice(0, at)}${to}${whole.slice(at + from.length)}`;
}

/** Where these whole lines stand. A reader can only find what is there once. */
function placeOf(whole: string, lines: string, path: string): number {
  const marked = `\n${whole}\n`;
  const wanted = `\n${lines}\n`;
  const at = marked.indexOf(wanted);
  expect(at, `${path} has these lines:\n${lines}`).toBeGreaterThanOrEqual(0);
  expect(marked.indexOf(wanted, at + 1), `${path} has these lines once:\n${lines}`).toBe(-1);
  return at;
}
