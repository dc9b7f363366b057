/** Every rule, duty and condition of the shipped law is held by a probe: without it some probe would be ruled otherwise. */
import { expect, test } from 'vitest';
import { probedLaw } from '#cli/disk/shipped.ts';
import { PROBE_DAY } from '#cli/judge.ts';
import { judgeActs } from '#law/judge-acts.ts';
import {
  type Conditions,
  type Duty,
  type Law,
  type Layer,
  type Pattern,
  type Probe,
  packOf,
  type Rule,
} from '#law/pack.ts';
import { firings } from '#law/rules.ts';
import { type Stack, stackOf } from '#law/stack.ts';

const law = probedLaw();
/** Some rules stood only before a court halted what they rest on. */
const DAYS = [PROBE_DAY, '2026-02-18'];
/** The law without something: what is missing, and the item as it then is, or null where it is gone. */
interface Mutant<T> {
  readonly without: string;
  readonly item: T | null;
}

test('[LW31] a rule taken away, or loosened by any one condition, rules some probe otherwise', () => {
  const mutants = Object.values(law.layers).flatMap((layer) =>
    layer.rules.flatMap((rule) => mutantsOf(rule).map((mutant) => ({ layer, rule, mutant }))),
  );
  const alive = mutants.filter(({ layer, rule, mutant }) => !rulesOtherwise(layer, rule, mutant.item));
  expect(mutants.length).toBeGreaterThan(1_000);
  expect(alive.map(({ rule, mutant }) => `${rule.id} without ${mutant.without}`)).toEqual([]);
});

test('[LW31] a condition that no probe holds is seen', () => {
  const layer = law.layers.practice;
  const rule = layer?.rules.find(({ id }) => id === 'practice/left-open-call');
  if (layer === undefined || rule === undefined) throw new Error('practice has such a rule');
  const nowhere: Conditions = { with: {}, knowing: { van: ['gone'] }, seeing: [], while: {}, switch: {} };
  const needless = { ...rule, unless: [...rule.unless, nowhere] };
  expect(rulesOtherwise(layer, rule, needless)).toBe(false);
  expect(rulesOtherwise(layer, rule, { ...rule, unless: [] })).toBe(true);
});

test('[LW31] a duty taken away, loosened by a condition, or without one way to meet it or to give it up, rules some probe otherwise', () => {
  const mutants = Object.values(law.layers).flatMap((layer) =>
    layer.duties.flatMap((duty) =>
      [...mutantsOf(duty), ...waysOf(duty)].map((mutant) => ({ layer, duty, mutant })),
    ),
  );
  const alive = mutants.filter(({ layer, duty, mutant }) => !owesOtherwise(layer, duty, mutant.item));
  expect(mutants.length).toBeGreaterThan(150);
  expect(alive.map(({ duty, mutant }) => `${duty.id} without ${mutant.without}`)).toEqual([]);
}, 60_000);

/** The item taken away, and with each of its conditions and exceptions left out in turn. */
function mutantsOf<T extends Rule | Duty>(item: T): Mutant<T>[] {
  const { when, unless } = item;
  return [
    { without: 'itself', item: null },
    ...loosened(when).map(([without, looser]) => ({ without, item: { ...item, when: looser } })),
    ...unless.map((_, at) => ({
      without: `exception ${at + 1}`,
      item: { ...item, unless: unless.toSpliced(at, 1) },
    })),
  ];
}

function loosened(when: Conditions): [string, Conditions][] {
  const parts = (['with', 'knowing', 'switch'] as const).flatMap((part) =>
    Object.keys(when[part]).map((name): [string, Conditions] => [
      `${part} ${name}`,
      { ...when, [part]: Object.fromEntries(Object.entries(when[part]).filter(([key]) => key !== name)) },
    ]),
  );
  const seeing = when.seeing.map((pattern, at): [string, Conditions] => [
    `seeing ${pattern.name}`,
    { ...when, seeing: when.seeing.toSpliced(at, 1) },
  ]);
  return [...parts, ...seeing];
}

function waysOf(duty: Duty): Mutant<Duty>[] {
  const { metBy, waivedBy = [] } = duty;
  const told = ({ name, fields }: Pattern) => `${name} ${JSON.stringify(fields)}`;
  const met = metBy.length < 2 ? [] : metBy;
  return [
    ...met.map((one, at) => ({ without: told(one), item: { ...duty, metBy: metBy.toSpliced(at, 1) } })),
    ...waivedBy.map((one, at) => ({
      without: told(one),
      item: { ...duty, waivedBy: waivedBy.toSpliced(at, 1) },
    })),
  ];
}

/** Under each pack, day and choice of switches a probe is ruled with: the stack, made once. */
const stacks = new Map<string, Stack>();
function stackFor(pack: string, asOf: string, switches: Probe['switches']): Stack {
  const key = JSON.stringify([pack, asOf, switches]);
  const stack = stacks.get(key) ?? stackOf({ law, pack, asOf, switches });
  stacks.set(key, stack);
  return stack;
}

function packsWith(layer: Layer): string[] {
  return Object.values(law.packs).flatMap((pack) => (pack.layers.includes(layer.id) ? [pack.id] : []));
}

/** Whether some probe meets the rule and its mutant differently: a rule that fits or not is a ruling that is given or not. */
function rulesOtherwise(layer: Layer, rule: Rule, mutant: Rule | null): boolean {
  const probes = law.probes.filter(({ acts }) => acts.some(({ kind }) => rule.of.includes(kind)));
  return DAYS.some((day) =>
    packsWith(layer).some((pack) =>
      probes.some((probe) => {
        const stack = stackFor(pack, day, probe.switches);
        const inForce = stack.rules.find(({ item }) => item.id === rule.id);
        if (inForce === undefined) return false;
        const fits = (item: Rule | null) =>
          item === null
            ? 0
            : (firings({ ...stack, rules: [{ ...inForce, item }] }, probe.acts, probe)[0]?.acts.length ?? 0);
        return fits(rule) !== fits(mutant);
      }),
    ),
  );
}

/** Whether some probe's duty goes another way without what the mutant lacks. */
function owesOtherwise(layer: Layer, duty: Duty, mutant: Duty | null): boolean {
  const kinds = [...duty.metBy, ...(duty.waivedBy ?? [])].map(({ name }) => name);
  const probes = law.probes.filter(({ acts }) => acts.some(({ kind }) => kinds.includes(kind)));
  const pack = 'alone';
  const only = { ...packOf(law, packsWith(layer)[0] ?? ''), id: pack, layers: [layer.id] };
  const alone = (item: Duty | null): Law => ({
    ...law,
    packs: { [pack]: only },
    layers: { ...law.layers, [layer.id]: { ...layer, rules: [], duties: item === null ? [] : [item] } },
  });
  const [whole, less] = [alone(duty), alone(mutant)];
  return probes.some((probe) => {
    const signs = (of: Law) => judgeActs({ law: of, pack, asOf: PROBE_DAY, switches: probe.switches }, probe);
    return JSON.stringify(signs(whole)) !== JSON.stringify(signs(less));
  });
}
