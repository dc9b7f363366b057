/** Builds the service worker beside the page and tells it all that it keeps: a Vite plugin (SPEC TB16). */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Plugin } from 'vite';
import { hashOfText } from '#language/canonical.ts';
import type { KeptFile } from '#table/offline/kept-file.ts';

const WORKER = 'sw.js';
/** All that the page is made of. What a server says of its version is asked for anew each time, so it is not kept. */
const KEPT = /\.(js|css|html|svg|png|woff2|webmanifest|webm|m4a)$|^version-kept\.json$/;
const HASHED = /-[\w-]{8}\.\w+$/;

/** The plugin. The worker is a file of its own without inline code: the page's policy holds for it as well. */
export function offlinePlugin(): Plugin {
  return {
    name: 'deconflict-offline',
    apply: 'build',
    buildStart() {
      this.emitFile({
        type: 'chunk',
        id: join(import.meta.dirname, '../../table/offline/service-worker.ts'),
        fileName: WORKER,
      });
    },
    // Here and not in the page's own file: the page that an author watches is not installed, and its server has no such file.
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: './manifest.webmanifest' }, injectTo: 'head' },
    ],
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir }) {
        if (dir === undefined) throw new Error('TB16: the build has no output folder.');
        const path = join(dir, WORKER);
        const code = readFileSync(path, 'utf8');
        const placed = code.replaceAll('__KEPT_FILES__', () => JSON.stringify(keptFiles(dir)));
        if (placed === code)
          throw new Error('TB16: the worker has no placeholder for the list of its files.');
        writeFileSync(path, placed);
      },
    },
  };
}

/** The files below the folder of a built page that are kept, in the order of their names. */
export function keptFiles(dir: string): readonly KeptFile[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((url) => url !== WORKER && KEPT.test(url))
    .sort()
    .map((url) => ({
      url,
      revision: HASHED.test(url) && extname(url) !== '.html' ? null : revisionOf(join(dir, url)),
    }));
}

function revisionOf(path: string): string {
  const hash = hashOfText(readFileSync(path, 'latin1'));
  return hash.slice('sha256:'.length, 'sha256:'.length + 16);
}
