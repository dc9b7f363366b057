/** A person with a mouse: finds things by role and name, and can only click what can be seen and hit. */
import type { Hands } from './by-keyboard.ts';

const PATIENCE_MS = 10_000;

/** Moves to the middle of a thing, stays a moment as a hand does, and clicks. */
export const BY_MOUSE: Hands = {
  reach: (_, thing) => thing.hover({ timeout: PATIENCE_MS }),
  press: (_, thing) => thing.click({ timeout: PATIENCE_MS }),
  write: async (_, thing, words) => {
    await thing.click({ timeout: PATIENCE_MS });
    await thing.fill(words);
  },
  shut: (page) => page.keyboard.press('Escape'),
};
