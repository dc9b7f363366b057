/** The word by which the desk knows why an entry could not be kept. */
import type { KeepTrouble } from '#host/keep-trouble.ts';

/** How the desk calls what it has a sentence for; everything else is its `default`. */
export function saveWord(trouble: KeepTrouble): string {
  return WORDS[trouble] ?? 'default';
}

const WORDS: Partial<Record<KeepTrouble, string>> = { full: 'quota', forbidden: 'blocked' };
