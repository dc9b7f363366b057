/** How the page is built and served while developing; in the mode `author`, how `deconflict watch` builds it (src/cli/watch/watch-page.ts). The page's root is src/table; tests are set up in tests/vitest.config.ts. */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { authorsPlugin, noAuthorsPlugin } from './src/cli/page/authors-plugin.ts';
import { guidePlugin } from './src/cli/page/guide-plugin.ts';
import { phaserPlugin } from './src/cli/page/phaser-plugin.ts';

const here = import.meta.dirname;
/** Vitest reads this file too; tests are found from the top of the house. */
const testing = process.env.VITEST !== undefined;

export default defineConfig(({ mode }) => ({
  root: testing ? here : join(here, 'src/table'),
  base: './',
  // Icons of the installed page, made by tests/icons.ts.
  publicDir: join(here, 'assets/icons'),
  cacheDir: join(here, 'node_modules/.vite'),
  plugins: testing
    ? []
    : mode === 'author'
      ? [react(), noAuthorsPlugin(), guidePlugin(), phaserPlugin()]
      : [react(), authorsPlugin(), guidePlugin(), phaserPlugin(), offline()],
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

/**
 * The whole page, lazy parts too, kept by a service worker that src/table/worker.ts registers; a new version waits until the reader takes
 * it. The worker is a file of its own without inline code: the page's policy holds for it as well.
 *
 * It answers for what it has: the page at its own address, whatever is asked after `?`, and its files. Any other address below it is the
 * server's to answer; where no server does, the page opens and says what it makes of that address (SPEC TB111).
 */
function offline() {
  return VitePWA({
    strategies: 'generateSW',
    registerType: 'prompt',
    injectRegister: false,
    manifest: {
      id: './',
      name: 'Deconflict',
      short_name: 'Deconflict',
      description: 'A tabletop training simulator for police.',
      lang: 'en',
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#0e1317',
      theme_color: '#151c22',
      icons: [
        { src: './icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: './icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: './icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      globPatterns: ['version-kept.json', '**/*.{js,css,html,svg,png,woff2,webmanifest,webm,m4a}'],
      maximumFileSizeToCacheInBytes: 8_000_000,
      // The page answered from any path: its own files are named from where it lies, and were not found from there.
      navigateFallback: null,
      ignoreURLParametersMatching: [/./],
      runtimeCaching: [
        {
          urlPattern: ({ request }) => request.mode === 'navigate',
          // This is written into the worker as it stands, and knows nothing but what it is given.
          handler: async ({ request }) => {
            try {
              return await fetch(request);
            } catch {
              const scope: string = Reflect.get(globalThis, 'registration').scope;
              const { pathname, search } = new URL(request.url);
              return Response.redirect(
                `${scope}#/${pathname.slice(new URL(scope).pathname.length)}${search}`,
                302,
              );
            }
          },
        },
      ],
      cleanupOutdatedCaches: true,
      skipWaiting: false,
      clientsClaim: false,
      sourcemap: false,
    },
  });
}
