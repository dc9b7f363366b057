/** A checkout laid out to be asked: a copy, so that what it builds and caches never lands in the checkout itself. */
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** What a copy makes for itself, has no use for, or gets from elsewhere. */
const LEFT = ['.git', 'node_modules', 'dist', join('assets', 'screenshots'), 'scenarios'];

/**
 * Copies a checkout into a folder that does not exist yet, with the scenarios and the law of the same or of another checkout. Its packages
 * are linked, one by one, so that caches beside them are the copy's own.
 */
export function layOut(root: string, into: string, scenariosOf: string = root): void {
  const left = LEFT.map((name) => join(root, name));
  cpSync(root, into, { recursive: true, filter: (path) => !left.includes(path) });
  cpSync(join(scenariosOf, 'scenarios'), join(into, 'scenarios'), { recursive: true });
  const packages = join(into, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name.startsWith('.') && name !== '.bin') continue;
    symlinkSync(join(root, 'node_modules', name), join(packages, name));
  }
}
