/** Puts many-runs.ts in the place of fast-check where tests run on Node's own modules; Vite does so by an alias. */
import { registerHooks } from 'node:module';

const MANY = new URL('many-runs.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) => next(specifier === 'fast-check' ? MANY : specifier, context),
});
