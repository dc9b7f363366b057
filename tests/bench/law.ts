/**
 * Bench: what one act costs to rule as the layers of a pack double: `node tests/bench/law.ts [--json]`.
 *
 * A pack of the shipped layers is stacked once, twice, four and eight times, each copy of a layer with rules and duties of its own. Every
 * probe of the pack is ruled by a stack that was made before, which is what a run costs (`ruling`), and by one made anew, which is what a
 * question without a run costs (`asking`). The median of five rounds that take turns.
 */
import { probedLaw } from '#cli/disk/shipped.ts';
import { PROBE_DAY } from '#cli/judge.ts';
import { judgeActs } from '#law/judge-acts.ts';
import type { Law, Layer } from '#law/pack.ts';
import { firings, gravest } from '#law/rules.ts';
import { stackOf } from '#law/stack.ts';

interface Row {
  readonly layers: number;
  readonly rulesAndDuties: number;
  /** Microseconds an act. */
  readonly ruling: number;
  readonly asking: number;
}

const PACK = 'ca-los-angeles';
const TIMES = [1, 2, 4, 8];
const ROUNDS = 5;
/** One probe in so many: enough acts of every kind. */
const ONE_OF = 4;

/** One row for each doubling. Throws where a doubled pack rules an act otherwise than the pack does: copies say the same again. */
export function benchLaw(): readonly Row[] {
  const law = probedLaw();
  const probes = law.probes.filter((_, n) => n % ONE_OF === 0);
  const acts = probes.reduce((sum, probe) => sum + probe.acts.length, 0);
  const doubled = TIMES.map((times) => ({ times, law: stacked(law, times) }));
  for (const { times, law: one } of doubled) {
    for (const probe of probes) {
      const [once, more] = [law, one].map((of) => judgeActs(underOf(of), probe));
      if (JSON.stringify([once?.signs, once?.grave]) !== JSON.stringify([more?.signs, more?.grave])) {
        throw new Error(`${probe.ref} is ruled otherwise with the layers stacked ${times} times.`);
      }
    }
  }
  const rounds = doubled.flatMap(({ law: one }) => {
    const under = underOf(one);
    const stack = stackOf(under);
    return [
      () => {
        for (const probe of probes) gravest(firings(stack, probe.acts, probe));
      },
      () => {
        for (const probe of probes) judgeActs(under, probe);
      },
    ];
  });
  const times = medians(rounds).map((ms) => (ms * 1_000) / acts);
  return doubled.map(({ law: one }, n) => ({
    layers: one.packs[PACK]?.layers.length ?? 0,
    rulesAndDuties: Object.values(one.layers).reduce(
      (sum, { rules, duties }) => sum + rules.length + duties.length,
      0,
    ),
    ruling: times[2 * n] ?? 0,
    asking: times[2 * n + 1] ?? 0,
  }));
}

function underOf(law: Law) {
  return { law, pack: PACK, asOf: PROBE_DAY, switches: {} };
}

/** The law of the one pack, each of its layers that many times under names of their own. */
function stacked(law: Law, times: number): Law {
  const pack = law.packs[PACK];
  if (pack === undefined) throw new Error(PACK);
  const copies = Array.from({ length: times }, (_, n) => n).flatMap((n) =>
    pack.layers.flatMap((id) => {
      const layer = law.layers[id];
      return layer === undefined ? [] : [n === 0 ? layer : copyOf(layer, n)];
    }),
  );
  return {
    ...law,
    layers: Object.fromEntries(copies.map((layer) => [layer.id, layer])),
    packs: { [PACK]: { ...pack, layers: copies.map(({ id }) => id) } },
  };
}

/** A copy that lifts its own copies of what the layer lifts. */
function copyOf(layer: Layer, n: number): Layer {
  const renamed = (id: string) => id.replace('/', `-${n}/`);
  return {
    ...layer,
    id: `${layer.id}-${n}`,
    rules: layer.rules.map((rule) => ({ ...rule, id: renamed(rule.id) })),
    duties: layer.duties.map((duty) => ({ ...duty, id: renamed(duty.id) })),
    suspends: layer.suspends.map((one) => ({ ...one, rule: renamed(one.rule) })),
  };
}

/** Milliseconds of each one's median round, after one to warm up; they take turns, so that a busy machine slows all alike. */
function medians(rounds: readonly (() => void)[]): readonly number[] {
  for (const round of rounds) round();
  const turns = Array.from({ length: ROUNDS }, () =>
    rounds.map((round) => {
      const before = performance.now();
      round();
      return performance.now() - before;
    }),
  );
  return rounds.map(
    (_, n) => turns.map((turn) => turn[n] ?? 0).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0,
  );
}

if (import.meta.main) {
  const rows = benchLaw();
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify(rows)}\n`);
  } else {
    process.stdout.write(
      `Acts of the probes under ${PACK}, its layers stacked again and again; median of ${ROUNDS} rounds.\n`,
    );
    for (const { layers, rulesAndDuties, ruling, asking } of rows) {
      process.stdout.write(
        `${String(layers).padStart(3)} layers${String(rulesAndDuties).padStart(6)} rules and duties${ruling.toFixed(1).padStart(9)} µs/act ruling${asking.toFixed(1).padStart(9)} µs/act asking\n`,
      );
    }
  }
}
