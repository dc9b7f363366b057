/** Files as somebody names them who stands where the command was run. */
import { isAbsolute, relative, sep } from 'node:path';
import type { Diagnostic } from '#language/diagnostic.ts';

/** A whole path as seen from here; what lies outside keeps its whole path. */
export function fromHere(whole: string): string {
  const path = relative(process.cwd(), whole);
  if (path === '') return '.';
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? whole : path;
}

/** A problem with its files, those of its notes too, under other names. */
export function renamed(problem: Diagnostic, name: (file: string) => string): Diagnostic {
  const notes = problem.notes?.map((note) => ({ ...note, file: name(note.file) }));
  return { ...problem, file: name(problem.file), ...(notes === undefined ? {} : { notes }) };
}

/** A path as it can be typed after a command: in quotes where a shell would not take it as one word. */
export function typed(path: string): string {
  return /^[\w./@:+,-]+$/.test(path) ? path : `"${path}"`;
}
