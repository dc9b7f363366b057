/**
 * Keyed chance: every draw is a function of seed, key and visit, never the next number of a stream (SPEC EX10).
 * So a branch or a bot that draws more or less elsewhere does not shift the dice here. Integer arithmetic only.
 */
import { at, invariant } from './invariant.ts';

/** An unsigned 32-bit hash of seed, key and visit. Seeds are safe integers. */
export function roll(seed: number, key: string, visit: number): number {
  let h = mix(0x811c9dc5, seed >>> 0);
  h = mix(h, Math.floor(seed / 0x100000000) >>> 0);
  h = mix(h, visit >>> 0);
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  return finish(h);
}

/** The index drawn by weight. Weights are non-negative integers with a positive sum below 2^31; else an invariant (EX10). */
export function draw(seed: number, key: string, visit: number, weights: readonly number[]): number {
  let total = 0;
  for (const weight of weights) {
    invariant(Number.isSafeInteger(weight) && weight >= 0, 'EX10', `not a weight: ${weight}`);
    total += weight;
  }
  invariant(total > 0 && total < 0x80000000, 'EX10', `weights of ${key} sum to ${total}`);
  let left = roll(seed, key, visit) % total;
  for (let i = 0; i < weights.length; i++) {
    left -= at(weights, i);
    if (left < 0) return i;
  }
  return invariant(false, 'EX10', 'a draw lies within its weights');
}

/** An order of 0 … n−1 (Fisher and Yates), one roll for each swap. */
export function shuffle(seed: number, key: string, visit: number, n: number): readonly number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = roll(seed, `${key}#${i}`, visit) % (i + 1);
    const held = at(order, i);
    order[i] = at(order, j);
    order[j] = held;
  }
  return order;
}

/** One round of murmur3. */
function mix(h: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  const x = h ^ k;
  return (Math.imul((x << 13) | (x >>> 19), 5) + 0xe6546b64) | 0;
}

/** Murmur3's last step: every bit of the input reaches every bit of the output. */
function finish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
