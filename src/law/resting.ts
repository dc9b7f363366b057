/** What rests on what in the law: the rules, duties and suspensions by the authorities they name, and the probes in which one of them speaks. */
import { judgeActs, type Signs } from './judge-acts.ts';
import type { Duty, Law, Probe, Rule, Suspension } from './pack.ts';
import { AXES } from './trace.ts';

/** A rule, duty or suspension with where it is written. A suspension is cited by its layer and what it lifts: `texas/suspends practice/stay-in-lane`. */
export type LawItem = { readonly id: string; readonly layer: string } & (
  | { readonly kind: 'rule'; readonly item: Rule }
  | { readonly kind: 'duty'; readonly item: Duty }
  | { readonly kind: 'suspension'; readonly item: Suspension }
);

/** Every rule, duty and suspension: layers in the order of their files, then the author's. */
export function lawItems(law: Law): readonly LawItem[] {
  return Object.values(law.layers).flatMap(({ id: layer, rules, duties, suspends }): LawItem[] => [
    ...suspends.map((item) => ({
      kind: 'suspension' as const,
      id: `${layer}/suspends ${item.rule}`,
      layer,
      item,
    })),
    ...rules.map((item) => ({ kind: 'rule' as const, id: item.id, layer, item })),
    ...duties.map((item) => ({ kind: 'duty' as const, id: item.id, layer, item })),
  ]);
}

/** The items that cite an authority, or that hold only while it has some status (SPEC LW40). */
export function restingOn(items: readonly LawItem[], authority: string): readonly LawItem[] {
  return items.filter((one) => citedBy(one).includes(authority));
}

/** The authorities that an item cites or whose status its conditions ask, each once. */
export function citedBy({ kind, item }: LawItem): readonly string[] {
  const blocks = kind === 'suspension' ? [] : [item.when, ...item.unless];
  return [...new Set([...item.by, ...blocks.flatMap((block) => Object.keys(block.while))])];
}

/** The packs that have a layer, in file order. */
export function packsWith(law: Law, layer: string): readonly string[] {
  return Object.values(law.packs)
    .filter(({ layers }) => layers.includes(layer))
    .map(({ id }) => id);
}

/** The probes in which a rule or duty speaks that day, and the packs that each holds it under (SPEC LW40). */
export function probesOf(
  law: Law,
  { id, layer }: LawItem,
  asOf: string,
): readonly { readonly probe: Probe; readonly holds: readonly string[] }[] {
  const packs = packsWith(law, layer);
  const without = lawWithout(law, id, layer);
  return law.probes.flatMap((probe) => {
    const ruled = (of: Law, pack: string) =>
      judgeActs({ law: of, pack, asOf, switches: probe.switches }, probe);
    const speaks = packs.filter((pack) => ruled(law, pack).rules.includes(id));
    if (speaks.length === 0) return [];
    const holds = speaks.filter(
      (pack) => probe.expect[pack] !== undefined && !isAlike(ruled(law, pack), ruled(without, pack)),
    );
    return [{ probe, holds }];
  });
}

function isAlike(one: Signs, other: Signs): boolean {
  return one.grave === other.grave && AXES.every((axis) => one.signs[axis] === other.signs[axis]);
}

function lawWithout(law: Law, id: string, layer: string): Law {
  const own = law.layers[layer];
  if (own === undefined) return law;
  const rules = own.rules.filter((rule) => rule.id !== id);
  const duties = own.duties.filter((duty) => duty.id !== id);
  return { ...law, layers: { ...law.layers, [layer]: { ...own, rules, duties } } };
}
