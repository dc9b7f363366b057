/** A place in an author's files, carried along while compiling: for diagnostics and for the ids of texts. */
import type { Path, Source } from '#language/yaml-reader.ts';

/** Where something stands. `textId` is its path joined by dots, list items that have an id by that id (LANGUAGE.md, Texts). */
export interface Site {
  readonly source: Source;
  readonly path: Path;
  readonly textId: string;
}

/** The top of a file; `prefix` goes before its text ids. */
export function siteOf(source: Source, path: Path = [], textId = ''): Site {
  return { source, path, textId };
}

/** One step further in: a key, or a place in a list with the item's id if it has one. */
export function into(site: Site, step: string | number, id?: string): Site {
  const name = id ?? String(step);
  const textId = site.textId === '' ? name : `${site.textId}.${name}`;
  return { source: site.source, path: [...site.path, step], textId };
}

/** Several keys further in. */
export function down(site: Site, ...steps: (string | number)[]): Site {
  return steps.reduce<Site>((here, step) => into(here, step), site);
}
