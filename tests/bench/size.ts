/** Weighs what the page loads before anything can be done: every script that index.html loads eagerly, gzip -9, against the budget. */
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = join(import.meta.dirname, '../../dist');
const BUDGET_KB = 171;

/** One script of the first load, in bytes. */
export interface Weighed {
  readonly file: string;
  readonly raw: number;
  readonly gzip: number;
}
/** The weight of the first load. kB are 1,000 bytes. */
export interface SizeReport {
  readonly files: readonly Weighed[];
  readonly gzipKb: number;
  readonly budgetKb: number;
}

/** Weighs `dist/`. Scripts are followed through their static imports; lazy ones are left out. Throws if nothing is built. */
export function weigh(): SizeReport {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  const eager = [...html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.js)"[^>]*>/g)].map((m) =>
    (m[1] ?? '').replace(/^\.?\//, ''),
  );
  const files = new Map<string, Weighed>();
  for (const file of eager) follow(file, files);
  const bytes = [...files.values()].reduce((sum, one) => sum + one.gzip, 0);
  return { files: [...files.values()], gzipKb: Math.round(bytes / 100) / 10, budgetKb: BUDGET_KB };
}

function follow(file: string, into: Map<string, Weighed>): void {
  if (into.has(file)) return;
  const text = readFileSync(join(DIST, file));
  into.set(file, { file, raw: text.length, gzip: gzipSync(text, { level: 9 }).length });
  // Rolldown writes static imports as `import…from"./x.js"` or `import"./x.js"`; a lazy one is `import("./x.js")`.
  for (const m of text.toString('utf8').matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+\.js)"/g)) {
    follow(posix.join(dirname(file), m[1] ?? ''), into);
  }
}
