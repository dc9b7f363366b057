/** What is said of effects without playing them, held against what the exercise then does on the shipped plans. */
import { expect, test, vi } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { runPlan } from '#plans/run-plan.ts';
import { callsOf, effectsFrom, SlotsWritten, seatsTold } from '#scenario/effect-walk.ts';
import { planPaths, readPlanFor } from '#scenario/plan.ts';
import type { Effect, Playbook } from '#scenario/playbook.ts';

vi.setConfig({ testTimeout: 60_000 });

const files = readSources();
const playbook = shippedPlaybook('residence-207');
const all = playbook.lists.flat();

test('[SC80] whoever is told, shown or taught something in a run is named by an effect, and every slot that moves is written by one', () => {
  const written = new SlotsWritten(playbook);
  const slots = new Set(all.map((effect) => written.by(effect)));
  const told = seatsBy(playbook, all);
  const seen = { told: 0, learnt: 0, observed: 0, revealed: 0, world: 0 };
  for (const path of planPaths(files, 'residence-207').slice(0, 4)) {
    const { plan } = readPlanFor(playbook, files, path);
    if (plan === null) throw new Error(path);
    for (const event of runPlan(playbook, plan, { toEnd: true, law: null }).trace) {
      if (event.kind === 'told') for (const seat of event.to) expect(told.get('line')).toContain(seat);
      if (event.kind === 'learnt')
        expect([...(told.get('learn') ?? []), ...(told.get('report') ?? [])]).toContain(event.seat);
      if (event.kind === 'observed') expect(told.get('observe')).toContain(event.seat);
      if (event.kind === 'world' && !event.slot.startsWith('truth.'))
        expect(slots, event.slot).toContain(playbook.slots.findIndex(({ id }) => id === event.slot));
      if (event.kind in seen) seen[event.kind as keyof typeof seen] += 1;
    }
  }
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(0);
});

test('[SC80] every list that an effect calls is reached by its walk, at once only where no time has to pass', () => {
  for (const [n, list] of playbook.lists.entries()) {
    const reached = effectsFrom(playbook, n);
    for (const effect of list) {
      expect(reached.some((one) => one.effect === effect && one.isAtOnce)).toBe(true);
      for (const { how, list: inner, ms } of callsOf(effect))
        for (const one of playbook.lists[inner] ?? [])
          expect(
            reached.some(
              ({ effect: other, isAtOnce }) => other === one && (isAtOnce || (how === 'delay' && ms > 0)),
            ),
          ).toBe(true);
    }
  }
  const calls = all.flatMap((effect) => callsOf(effect).map(({ how }) => how));
  expect(new Set(calls)).toEqual(new Set(['branch', 'delay', 'heard']));
});

/** By verb, the ids of the seats that effects of it name. */
function seatsBy(
  { seats, ...rest }: Playbook,
  effects: readonly Effect[],
): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  for (const effect of effects) {
    const told = seatsTold({ seats, ...rest }, effect) ?? [];
    named.set(effect.do, [...(named.get(effect.do) ?? []), ...told.map((n) => seats[n]?.id ?? '')]);
  }
  return named;
}
