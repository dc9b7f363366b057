/** Real time moved by hand: timers fire in order of their moment, and what they began is awaited before time goes on. */
import type { Tempo } from '#host/tempo.ts';

export interface HandTempo extends Tempo {
  /** Lets this much time pass, in steps, with everything that falls into it. */
  pass(ms: number): Promise<void>;
  /** Moves the clock without letting any timer fire: the machine slept. */
  sleep(ms: number): void;
  /** How many timers are set. */
  waiting(): number;
}

export function handTempo(): HandTempo {
  let now = 1_000;
  let timers: { at: number; call: () => void }[] = [];
  const fire = async () => {
    const due = timers.filter((timer) => timer.at <= now).sort((a, b) => a.at - b.at);
    timers = timers.filter((timer) => timer.at > now);
    for (const timer of due) timer.call();
    await settled();
  };
  return {
    now: () => now,
    date: () => 1_700_000_000_000 + now,
    after(ms, call) {
      const timer = { at: now + ms, call };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async pass(ms) {
      await settled();
      const until = now + ms;
      while (now < until) {
        const next = Math.min(until, ...timers.map((timer) => Math.max(now + 1, timer.at)));
        now = next;
        await fire();
      }
    },
    sleep(ms) {
      now += ms;
    },
    waiting: () => timers.length,
  };
}

/** Until promises that need no time have done their work. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 5; i += 1) await new Promise((resolve) => setImmediate(resolve));
}
