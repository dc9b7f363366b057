/** How the page is built and served while developing; in the mode `author`, how `deconflict watch` builds it (src/cli/watch/watch-page.ts). The page's root is src/table; tests are set up in tests/vitest.config.ts. */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { authorsPlugin, noAuthorsPlugin } from './src/cli/page/authors-plugin.ts';
import { guidePlugin } from './src/cli/page/guide-plugin.ts';
import { offlinePlugin } from './src/cli/page/offline-plugin.ts';
import { phaserPlugin } from './src/cli/page/phaser-plugin.ts';

const here = import.meta.dirname;
/** Vitest reads this file too; tests are found from the top of the house. */
const testing = process.env.VITEST !== undefined;

export default defineConfig(({ mode }) => ({
  root: testing ? here : join(here, 'src/table'),
  base: './',
  // Icons of the installed page, made by tests/icons.ts, and what a system is told of it.
  publicDir: join(here, 'assets/icons'),
  cacheDir: join(here, 'node_modules/.vite'),
  plugins: testing
    ? []
    : mode === 'author'
      ? [react(), noAuthorsPlugin(), guidePlugin(), phaserPlugin()]
      : [react(), authorsPlugin(), guidePlugin(), phaserPlugin(), offlinePlugin()],
  build: {
    outDir: join(here, 'dist'),
    emptyOutDir: true,
    target: 'es2023',
    // Fonts and styles stay files: the page's policy allows no inline data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { port: 5208, strictPort: false },
  clearScreen: false,
}));
