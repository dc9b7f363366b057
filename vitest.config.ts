/** `npx vitest run <room>` finds the tests as `npm test` does. */
export { default } from './tests/vitest.config.ts';
