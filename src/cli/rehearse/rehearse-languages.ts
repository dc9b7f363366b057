/** The languages a rehearsal is told in: each a line here and a file of its words. */
import { english, type RehearsalWords } from './rehearse-words.ts';
import { spanish } from './rehearse-words-es.ts';

/** By tag; the first is meant where none is asked for. */
export const REHEARSED_IN: ReadonlyMap<string, RehearsalWords> = new Map(
  [english, spanish].map((words) => [words.lang, words]),
);
