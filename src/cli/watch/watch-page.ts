/** The author's page, built apart from the product: kept for as long as nothing it is made of is newer. */
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { builtPage } from '../page/built-page.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** The folder of the built page. */
export const PAGE = join(ROOT, 'node_modules/.cache/deconflict/author-page');
/** What the page is made of. */
const MADE_OF = ['src', 'assets', 'scenarios/GUIDE.md', 'vite.config.ts', 'package.json'];
/** Vite's name for the page with what only an author needs; in the product it is left out (CL48). */
export const AUTHOR_MODE = 'author';

/** Builds the page where it is missing or old, which `onBuild` is told first. */
export async function buildPage(onBuild: () => void): Promise<void> {
  if (newest(MADE_OF.map((name) => join(ROOT, name))) < builtAt()) return;
  // Built aside and put in place whole: another program may be serving the page, or building it too.
  const aside = `${PAGE}.${process.pid}`;
  await builtPage({ outDir: aside, mode: AUTHOR_MODE, onBuild });
  rmSync(PAGE, { recursive: true, force: true });
  renameSync(aside, PAGE);
}

function builtAt(): number {
  const index = join(PAGE, 'index.html');
  return existsSync(index) ? statSync(index).mtimeMs : 0;
}

/** When the newest file among these and below them was written, milliseconds since the epoch. */
function newest(paths: readonly string[]): number {
  const files = paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
      : [path],
  );
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}
