/** Reads the authors' files from disk: the edge where scenarios enter the pure rooms. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** Where scenarios, libraries and law lie: those shipped, unless DECONFLICT_SCENARIOS names a department's own folder of the same shape. */
export const SCENARIOS = resolve(
  process.env.DECONFLICT_SCENARIOS ?? join(import.meta.dirname, '../../scenarios'),
);

/**
 * Every `.yaml` and `.tmj` file below `root` as text, keyed by its path relative to `root` with forward slashes, in code-point order.
 *
 * Throws if the folder cannot be read.
 */
export function readSources(root: string = SCENARIOS): ReadonlyMap<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(yaml|tmj)$/.test(name),
  );
  return new Map(
    names
      .sort()
      .map((name) => [relative('.', name).split(sep).join('/'), readFileSync(join(root, name), 'utf8')]),
  );
}
