/** Builds the page, for `serve` and for `watch`; why that cannot be is a sentence (SPEC CL12, CL53). */
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { whyNotBuilt } from '../own-node.mjs';
import { CannotDo } from '../terminal/wrong-use.ts';

const CONFIG = join(import.meta.dirname, '../../../vite.config.ts');

/** Where the page is put, and in which of Vite's modes it is built; `onBuild` is told first. */
export interface PageToBuild {
  readonly outDir: string;
  readonly mode?: string;
  readonly onBuild: () => void;
}

/** Throws CannotDo where the folder's name or something that an author wrote does not let it be built. */
export async function builtPage({ outDir, mode, onBuild }: PageToBuild): Promise<void> {
  const why = await whyNotBuilt();
  if (why !== null) throw new CannotDo(why);
  onBuild();
  const vite = await import('vite');
  try {
    await vite.build({
      configFile: CONFIG,
      logLevel: 'warn',
      build: { outDir, emptyOutDir: true },
      ...(mode === undefined ? {} : { mode }),
    });
  } catch (error) {
    throw new CannotDo('The page cannot be built.', linesOf(error));
  }
}

/** What the builder says, without its stack. */
function linesOf(error: unknown): readonly string[] {
  const text = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  return text.split('\n').filter((line) => line.trim() !== '' && !/^\s+at .*:\d+:\d+\)?$/.test(line));
}
