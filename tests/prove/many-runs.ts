/** fast-check with every number of runs multiplied by `PROVE_RUNS`: `npm run prove` puts it in the place of fast-check itself. */
import * as real from '../../node_modules/fast-check/lib/fast-check.js';

export * from '../../node_modules/fast-check/lib/fast-check.js';

// fast-check's own default, for properties that name no number.
const USUAL = 100;

function many<Options extends { readonly numRuns?: number }>(options: Options | undefined) {
  const times = Number(process.env.PROVE_RUNS ?? '1');
  return { ...options, numRuns: (options?.numRuns ?? USUAL) * times };
}

export const assert: typeof real.assert = ((property: never, options?: { readonly numRuns?: number }) =>
  real.assert(property, many(options))) as typeof real.assert;
export const check: typeof real.check = ((property: never, options?: { readonly numRuns?: number }) =>
  real.check(property, many(options))) as typeof real.check;

export default { ...real.default, assert, check };
