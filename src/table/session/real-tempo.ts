import type { Tempo } from '#host/tempo.ts';

/** The browser's clock. */
export const realTempo: Tempo = {
  now: () => performance.now(),
  date: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
