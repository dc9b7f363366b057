/** Brings the author's guide into the page: a Vite plugin that reads scenarios/GUIDE.md when the page is built, as one lazy chunk. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readGuide } from './read-guide.ts';

/** The guide belongs to the product: a department's own folder of scenarios has none. */
const GUIDE = join(import.meta.dirname, '../../../scenarios/GUIDE.md');
const MODULE = 'virtual:guide';
/** Rollup's mark for modules that are no files. */
const MARK = '\0';

/** The plugin. What the page cannot show of the guide stops the build with a sentence. */
export function guidePlugin(): Plugin {
  return {
    name: 'deconflict-guide',
    resolveId: (id) => (id === MODULE ? `${MARK}${id}` : undefined),
    load(id) {
      if (id !== `${MARK}${MODULE}`) return undefined;
      this.addWatchFile(GUIDE);
      return `export default ${JSON.stringify(readGuide(readFileSync(GUIDE, 'utf8')))};\n`;
    },
  };
}
