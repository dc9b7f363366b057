/** What lies one step outside each grave rule: an act, in what is known and seen, that one condition less would let the rule reach. */
import { expect, test } from 'vitest';
import { probedLaw } from '#cli/disk/shipped.ts';
import { judgeActs } from '#law/judge-acts.ts';
import type { Law, Layer, Rule } from '#law/pack.ts';
import { isRule, mutantsOf, onlyWith } from './law-mutants.ts';
import { MUTATION_DAYS } from './mutation.ts';

const law = probedLaw();
/** `npm run prove` asks of every grave rule, `npm test` of every sixth. */
const LONG = process.env.PROVE_RUNS !== undefined;
/** It has no condition at all: whoever destroys a record does what it rules. */
const WITHOUT_CONDITION: readonly string[] = ['federal/record-destroyed'];

/** The refs of the probes in which the rule is silent and would speak with one of its conditions taken out or loosened. */
function neighbours(of: Law, layer: Layer, rule: Rule): readonly string[] {
  const packs = Object.values(of.packs).filter(({ layers }) => layers.includes(layer.id));
  const loosened = mutantsOf({ ...of, layers: { [layer.id]: layer } }).flatMap(({ id, item }) =>
    id === rule.id && item !== null && isRule(item) ? [onlyWith(of, layer.id, item)] : [],
  );
  const whole = onlyWith(of, layer.id, rule);
  return of.probes.flatMap((probe) => {
    if (!probe.acts.some(({ kind }) => rule.of.includes(kind))) return [];
    const speaks = (under: Law, pack: string, asOf: string) =>
      judgeActs({ law: under, pack, asOf, switches: probe.switches }, probe).rules.includes(rule.id);
    const isNear = packs.some(({ id }) =>
      MUTATION_DAYS.some(
        (day) => !speaks(whole, id, day) && loosened.some((under) => speaks(under, id, day)),
      ),
    );
    return isNear ? [probe.ref] : [];
  });
}

test('[LW43] three probes or more lie one step outside each grave rule', () => {
  const graves = Object.values(law.layers).flatMap((layer) =>
    layer.rules.filter(({ grave }) => grave.length > 0).map((rule) => ({ layer, rule })),
  );
  expect(graves.length).toBeGreaterThan(50);
  const asked = graves.filter(({ rule }, n) => (LONG || n % 6 === 0) && !WITHOUT_CONDITION.includes(rule.id));
  const few = asked.flatMap(({ layer, rule }) => {
    const near = neighbours(law, layer, rule);
    return near.length >= 3 ? [] : [`${rule.id}: ${near.join(', ')}`];
  });
  expect(few).toEqual([]);
});

test('[LW43] a rule whose condition no probe touches has no neighbor', () => {
  const layer = law.layers.federal;
  const rule = layer?.rules.find(({ id }) => id === 'federal/posed-as-federal');
  if (layer === undefined || rule === undefined) throw new Error('There is no such rule.');
  const untouched = {
    ...law,
    probes: law.probes.filter(({ acts }) => acts.some(({ kind }) => kind === 'detain')),
  };
  expect(neighbours(untouched, layer, rule)).toEqual([]);
});
