/** How the page is built and served while developing. The page's root is src/table; tests are set up in tests/vitest.config.ts. */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { authorsPlugin } from './src/cli/authors-plugin.ts';

const here = import.meta.dirname;
/** Vitest reads this file too; tests are found from the top of the house. */
const testing = process.env.VITEST !== undefined;

export default defineConfig({
  root: testing ? here : join(here, 'src/table'),
  base: './',
  publicDir: false,
  cacheDir: join(here, 'node_modules/.vite'),
  plugins: testing ? [] : [react(), authorsPlugin()],
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
});
