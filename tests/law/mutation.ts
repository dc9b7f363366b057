/**
 * Which mutants of the law the probes do not notice. Pure: each mutant is judged by the probes that touch its acts, and by nothing else.
 *
 * Noticed is a mutant under which some probe is ruled otherwise: a sign, a grave, or the finding that speaks on an axis. What ends a duty
 * once it is open, when it is due and what undoes an earlier act need a run, which no probe is: they are not mutated.
 */
import { judgeActs } from '#law/judge-acts.ts';
import { actMatches } from '#law/match.ts';
import type { Duty, Law, Probe, Rule } from '#law/pack.ts';
import { firings, gravest } from '#law/rules.ts';
import { stackOf } from '#law/stack.ts';
import { isRule, type Mutant, onlyWith, withItem } from './law-mutants.ts';
import { shortSigns } from './short-signs.ts';

/** The days on which probes are ruled: before and after the injunctions of 2026. */
export const MUTATION_DAYS = ['2026-06-30', '2026-02-18'] as const;

/** Acts in a situation under a pack on a day. */
export interface Case {
  readonly pack: string;
  readonly asOf: string;
  readonly probe: Pick<Probe, 'ref' | 'acts' | 'knowing' | 'seeing' | 'switches'>;
}

/** What is compared of two rulings: their signs with grave, the findings that lead as well, or every rule and duty named in them. */
export type Depth = 'signs' | 'leading' | 'whole';
type Said = Readonly<Record<Depth, string>>;

/** Tells of mutants whether a ruling changes; what the law itself says of a case is worked out once, when it is first asked. */
export class Mutation {
  readonly #law: Law;
  readonly #items: ReadonlyMap<string, Rule | Duty>;
  /** By kind of act. */
  readonly #cases = new Map<string, Case[]>();
  readonly #alone = new Map<string, Law>();
  readonly #said = new Map<Case, Said>();
  readonly #saidAlone = new Map<string, Map<Case, Said>>();

  constructor(law: Law) {
    this.#law = law;
    this.#items = new Map(
      Object.values(law.layers).flatMap((layer) =>
        [...layer.rules, ...layer.duties].map((item) => [item.id, item] as const),
      ),
    );
    for (const probe of law.probes) {
      const packs = Object.keys(law.packs);
      const cases = packs.flatMap((pack) => MUTATION_DAYS.map((asOf): Case => ({ pack, asOf, probe })));
      for (const kind of new Set(probe.acts.map((act) => act.kind))) {
        this.#cases.set(kind, [...(this.#cases.get(kind) ?? []), ...cases]);
      }
    }
  }

  /** The first case that is ruled otherwise under the mutant, at that depth; null where it survives. */
  noticedBy(mutant: Mutant, depth: Depth): Case | null {
    const original = this.#items.get(mutant.id);
    if (original === undefined) throw new Error(`There is no ${mutant.id}.`);
    const items = [original, ...(mutant.item === null ? [] : [mutant.item])];
    const kinds = new Set(items.flatMap(kindsOf));
    const cases = [...kinds].flatMap((kind) => this.#cases.get(kind) ?? []);
    return this.noticing(mutant, cases, depth).next().value ?? null;
  }

  /** Those of the cases that are ruled otherwise under the mutant, one by one. */
  *noticing(mutant: Mutant, cases: Iterable<Case>, depth: Depth): Generator<Case, null> {
    const alone = onlyWith(this.#law, mutant.layer, mutant.item);
    const whole = withItem(this.#law, mutant);
    for (const one of cases) {
      if (!this.#law.packs[one.pack]?.layers.includes(mutant.layer)) continue;
      // What says the same by itself says the same among others.
      if (said(alone, one).whole === this.#originalAlone(mutant, one).whole) continue;
      if (said(whole, one)[depth] !== this.#original(one)[depth]) yield one;
    }
    return null;
  }

  #original(one: Case): Said {
    const known = this.#said.get(one) ?? said(this.#law, one);
    this.#said.set(one, known);
    return known;
  }

  #originalAlone({ id, layer }: Mutant, one: Case): Said {
    const law = this.#alone.get(id) ?? onlyWith(this.#law, layer, this.#items.get(id) ?? null);
    this.#alone.set(id, law);
    const ofItem = this.#saidAlone.get(id) ?? new Map<Case, Said>();
    this.#saidAlone.set(id, ofItem);
    const known = ofItem.get(one) ?? said(law, one);
    ofItem.set(one, known);
    return known;
  }
}

/** The ruling of a case as text, at each depth; '' where nothing speaks. */
function said(law: Law, { pack, asOf, probe }: Case): Said {
  const under = { law, pack, asOf, switches: probe.switches };
  const ruled = judgeActs(under, probe);
  const signs = shortSigns(ruled);
  if (ruled.rules.length === 0) return { signs, leading: '', whole: '' };
  const stack = stackOf(under);
  const fired = firings(stack, probe.acts, probe);
  const led = gravest(fired).map(({ axis, verdict, grave, rule, counts }) =>
    [axis, verdict, grave, rule.id, counts].join(' '),
  );
  // A duty that is met or given up is a finding of its own on each of its axes.
  const ended = ruled.rules.slice(fired.length).flatMap((id) => {
    const duty = stack.duties.find(({ item }) => item.id === id)?.item;
    if (duty === undefined) return [];
    const isMet = probe.acts.some((act) => duty.metBy.some((pattern) => actMatches(pattern, act)));
    return [JSON.stringify([id, isMet ? duty.met : [duty.missed, duty.grave]])];
  });
  const leading = [signs, ...led, ...ended].join('; ');
  return { signs, leading, whole: [leading, ...ruled.rules].join('; ') };
}

function kindsOf(item: Rule | Duty): readonly string[] {
  return isRule(item) ? item.of : [...item.metBy, ...(item.waivedBy ?? [])].map(({ name }) => name);
}
