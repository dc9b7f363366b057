/** Whether the law rules alike whoever the people are: each group put in the place of another, in acts and in what is seen. Pure. */
import { judgeActs } from '#law/judge-acts.ts';
import type { Duty, Law, Rule } from '#law/pack.ts';
import { settingsOf } from '#law/pack.ts';
import { firings, gravest } from '#law/rules.ts';
import { stackOf } from '#law/stack.ts';
import { canonical } from './edges.ts';
import type { Case } from './mutation.ts';
import { shortSigns } from './short-signs.ts';

/** Groups of people that one field names and that the law has to treat alike. */
export interface Groups {
  /** The act or observation. */
  readonly kind: string;
  readonly field: string;
  readonly values: readonly string[];
}

/** A situation that is ruled otherwise when one group stands in the place of another. */
export interface Unlike {
  readonly groups: Groups;
  readonly from: string;
  readonly to: string;
  readonly pack: string;
  readonly situation: Case['probe'];
  /** Rules and duties that speak in one of the two only. */
  readonly rules: readonly string[];
}

/**
 * Every probe, and every rule and duty in the situation that it asks for, with each group exchanged for each other. Only what names the
 * field is asked, so that nothing else hides what it says.
 */
export function unlike(law: Law, all: readonly Groups[], asOf: string): readonly Unlike[] {
  const situations = situationsOf(law);
  return all.flatMap((groups) => {
    const naming = namingOf(law, groups.field);
    return situations.flatMap((situation) =>
      groups.values.flatMap((from) => {
        const swapped = groups.values.flatMap((to) => {
          const other = from === to ? null : exchanged(situation, groups, from, to);
          return other === null ? [] : [{ to, other }];
        });
        if (swapped.length === 0) return [];
        return Object.keys(law.packs).flatMap((pack) => {
          const one = heard(naming, { pack, asOf, probe: situation });
          return swapped.flatMap(({ to, other: probe }): readonly Unlike[] => {
            const other = heard(naming, { pack, asOf, probe });
            if (one.said === other.said) return [];
            const rules = [...one.rules, ...other.rules].filter(
              (id) => !(one.rules.includes(id) && other.rules.includes(id)),
            );
            return [{ groups, from, to, pack, situation, rules }];
          });
        });
      }),
    );
  });
}

/** The law with nothing left but the rules and duties that name the field. */
function namingOf(law: Law, field: string): Law {
  const names = (item: Rule | Duty) => JSON.stringify(item).includes(`"${field}":`);
  const layers = Object.entries(law.layers).map(([id, layer]) => [
    id,
    { ...layer, rules: layer.rules.filter(names), duties: layer.duties.filter(names) },
  ]);
  return { ...law, layers: Object.fromEntries(layers) as Law['layers'] };
}

/** What is asked: probes as they are, and what each rule and duty asks for, by itself and with each of its exceptions brought about. */
export function situationsOf(law: Law): readonly Case['probe'][] {
  const items: readonly (Rule | Duty)[] = Object.values(law.layers).flatMap((layer) => [
    ...layer.rules,
    ...layer.duties,
  ]);
  const settings = [
    ...new Map(
      Object.values(law.packs)
        .flatMap(settingsOf)
        .map((one) => [JSON.stringify(one), one]),
    ).values(),
  ];
  const made = items.flatMap(canonical).flatMap((one) => settings.map((switches) => ({ ...one, switches })));
  const seen = new Set<string>();
  return [...law.probes, ...made].filter(({ acts, knowing, seeing, switches }) => {
    const key = JSON.stringify([acts, knowing, seeing, switches]);
    return !seen.has(key) && seen.add(key);
  });
}

/** The situation with one group in the place of another; null where it does not speak of it. */
function exchanged(
  situation: Case['probe'],
  { kind, field, values }: Groups,
  from: string,
  to: string,
): Case['probe'] | null {
  const isMeant = (name: string, fields: Readonly<Record<string, unknown>>) =>
    name === kind && fields[field] === from && values.includes(from);
  const acts = situation.acts.map((act) =>
    isMeant(act.kind, act.fields) ? { ...act, fields: { ...act.fields, [field]: to } } : act,
  );
  const seeing = situation.seeing.map((seen) =>
    isMeant(seen.observation, seen.fields) ? { ...seen, fields: { ...seen.fields, [field]: to } } : seen,
  );
  const isSame =
    acts.every((act, n) => act === situation.acts[n]) &&
    seeing.every((one, n) => one === situation.seeing[n]);
  return isSame ? null : { ...situation, acts, seeing };
}

function heard(
  law: Law,
  { pack, asOf, probe }: Case,
): { readonly said: string; readonly rules: readonly string[] } {
  const under = { law, pack, asOf, switches: probe.switches };
  const ruled = judgeActs(under, probe);
  const led = gravest(firings(stackOf(under), probe.acts, probe));
  const verdicts = led.map(({ axis, verdict, grave, counts }) => `${axis} ${verdict} ${grave} ${counts}`);
  return { said: [shortSigns(ruled), ...verdicts].join('; '), rules: ruled.rules };
}
