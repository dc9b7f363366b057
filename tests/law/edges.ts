/**
 * Situations at the edge of a rule or duty, in which a mutant of it is ruled otherwise. Pure.
 *
 * They are looked for from its own conditions and from probes in which it speaks, by changing one thing, then two. What is found can be:
 * nobody is held to be known and unknown at once, and no observation is open beside one that closes it.
 */
import { ACTS, type Act, type FieldValue, PURPOSES } from '#law/acts.ts';
import { FACTS } from '#law/facts.ts';
import { ABSENT } from '#law/match.ts';
import { OBSERVATIONS, type Seen } from '#law/observations.ts';
import type { Conditions, Duty, Law, Pattern, Rule } from '#law/pack.ts';
import { settingsOf } from '#law/pack.ts';
import { isRule, type Mutant } from './law-mutants.ts';
import { type Case, MUTATION_DAYS, type Mutation } from './mutation.ts';

type Situation = Case['probe'];

/** The nearest situation in which the mutant is ruled otherwise; null where none is found. */
export function edgeOf(
  mutation: Mutation,
  law: Law,
  original: Rule | Duty,
  mutant: Mutant,
): Situation | null {
  const bases = basesOf(law, original, mutant);
  const packs = Object.values(law.packs).filter((pack) => pack.layers.includes(mutant.layer));
  let near = [...bases, ...bases.flatMap((base) => original.unless.map((block) => brought(base, block)))];
  const met = new Set<string>();
  for (let steps = 0; steps < 3; steps++) {
    const fresh = near.flatMap(possible).filter((one) => {
      const key = JSON.stringify(one);
      return !met.has(key) && met.add(key);
    });
    const cases = fresh.flatMap((probe) =>
      packs.flatMap((pack) =>
        MUTATION_DAYS.flatMap((asOf) =>
          settingsOf(pack).map((switches): Case => ({ pack: pack.id, asOf, probe: { ...probe, switches } })),
        ),
      ),
    );
    const [first] = mutation.noticing(mutant, cases, 'whole');
    if (first !== undefined) return first.probe;
    near = fresh.slice(0, steps === 0 ? 60 : 40).flatMap((one) => changed(one, original));
  }
  return null;
}

function basesOf(law: Law, item: Rule | Duty, { item: mutated }: Mutant): readonly Situation[] {
  const made = [item, ...(mutated === null ? [] : [mutated])].flatMap((one) => canonical(one));
  const kinds = new Set(made.flatMap(({ acts }) => acts.map(({ kind }) => kind)));
  const written = law.probes
    .filter(({ acts }) => acts.some(({ kind }) => kinds.has(kind)))
    .map(({ acts, ...rest }) => ({ ...rest, acts: acts.filter(({ kind }) => kinds.has(kind)).slice(0, 1) }));
  return [...made, ...written].map(({ acts, knowing, seeing }) => ({
    ref: '',
    acts,
    knowing,
    seeing,
    switches: {},
  }));
}

/** What the item asks, with the first value of each. */
export function canonical(item: Rule | Duty): readonly Situation[] {
  const empty: Situation = { ref: '', acts: [], knowing: {}, seeing: [], switches: {} };
  if (isRule(item)) {
    return item.of.map((kind) => brought({ ...empty, acts: [{ kind, fields: {} }] }, item.when));
  }
  return [...item.metBy, ...(item.waivedBy ?? [])].flatMap((pattern) =>
    item.opens.map((opening) =>
      brought(
        {
          ...empty,
          acts: [{ kind: pattern.name, fields: firstOf(pattern.fields) }],
          seeing: [seenAs(opening)],
        },
        item.when,
      ),
    ),
  );
}

/** The situation with what a block asks brought about, where it can be. */
function brought(base: Situation, block: Conditions): Situation {
  const acts = base.acts.map((act): Act => ({ ...act, fields: { ...act.fields, ...firstOf(block.with) } }));
  const knowing = { ...base.knowing, ...firstOf(block.knowing) };
  const seeing = block.seeing.reduce((seen, pattern) => opened(seen, seenAs(pattern)), base.seeing);
  return { ...base, acts, knowing, seeing } as Situation;
}

/** Every situation that differs in one thing of which the item speaks. */
function changed(base: Situation, item: Rule | Duty): readonly Situation[] {
  const blocks = [item.when, ...item.unless];
  const [act] = base.acts;
  const patterns = [...blocks.flatMap(({ seeing }) => seeing), ...(isRule(item) ? [] : item.opens)];
  if (act === undefined) return [];
  const fields: Readonly<Record<string, readonly FieldValue[]>> = {
    ...ACTS[act.kind]?.fields,
    for: PURPOSES,
  };
  const inAct = Object.entries(fields).flatMap(([field, values]) =>
    [...values, ABSENT].map((value) => ({
      ...base,
      acts: [{ ...act, fields: stated(act.fields, field, value) }],
    })),
  );
  const facts = new Set(blocks.flatMap(({ knowing }) => Object.keys(knowing)));
  const inFacts = [...facts].flatMap((fact) =>
    (FACTS[fact]?.values ?? []).map((value) => ({ ...base, knowing: { ...base.knowing, [fact]: value } })),
  );
  const seenMore = patterns.flatMap((pattern) => {
    const kind = OBSERVATIONS[pattern.name];
    const other = Object.entries(kind?.fields ?? {}).flatMap(([field, values]) =>
      values.map((value) => ({
        observation: pattern.name,
        fields: { ...seenAs(pattern).fields, [field]: value },
      })),
    );
    return [seenAs(pattern), ...other].map((seen) => ({ ...base, seeing: opened(base.seeing, seen) }));
  });
  const seenLess = base.seeing.map((_, n) => ({ ...base, seeing: base.seeing.toSpliced(n, 1) }));
  return [...inAct, ...inFacts, ...seenMore, ...seenLess];
}

/** The situation made consistent, or nothing where an act says what its kind cannot. */
function possible(one: Situation): readonly Situation[] {
  const isSaid = one.acts.every(({ kind, fields }) =>
    Object.keys(fields).every((field) => field === 'for' || ACTS[kind]?.fields[field] !== undefined),
  );
  if (!isSaid) return [];
  const identity = one.knowing.identity ?? 'unknown';
  const settled = ['identity-confirmed', 'identity-refuted'];
  const own = identity === 'confirmed' ? settled[0] : identity === 'refuted' ? settled[1] : undefined;
  const without = one.seeing.filter(({ observation }) => !settled.includes(observation));
  const seeing = own === undefined ? without : opened(without, { observation: own, fields: {} });
  return [{ ...one, seeing }];
}

/** What is open once this opens too. */
function opened(seeing: readonly Seen[], seen: Seen): readonly Seen[] {
  const stays = seeing.filter(
    ({ observation }) =>
      observation !== seen.observation &&
      OBSERVATIONS[observation]?.closedBy.includes(seen.observation) !== true &&
      OBSERVATIONS[seen.observation]?.closedBy.includes(observation) !== true,
  );
  return [...stays, seen];
}

function seenAs({ name, fields }: Pattern): Seen {
  const all = Object.entries(OBSERVATIONS[name]?.fields ?? {}).map(([field, values]) => [
    field,
    String(fields[field]?.[0] ?? values[0]),
  ]);
  return { observation: name, fields: Object.fromEntries(all) as Record<string, string> };
}

function firstOf<T>(record: Readonly<Record<string, readonly T[]>>): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, values]) => {
      const value = values.find((one) => one !== ABSENT);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function stated(fields: Act['fields'], field: string, value: FieldValue): Act['fields'] {
  const { [field]: _, ...rest } = fields;
  return value === ABSENT ? rest : { ...rest, [field]: value };
}
