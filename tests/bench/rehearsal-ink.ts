/** The peer: the reference story in ink, run by inkjs. Variables hold place, meters, facts, timers; choices are conditional and sticky. */
import { createRequire } from 'node:module';
import { CHOICES, type Change, FACTS, type Guard, METERS, REGIONS, type Way } from './reference-story.ts';
import type { Playing } from './step-peer.ts';

/** The part of inkjs that is used here; the package is installed for benches only (tests/bench/peers). */
interface InkStory {
  readonly currentChoices: readonly { readonly text: string }[];
  readonly variablesState?: { $(name: string, value?: number): unknown };
  ResetState(): void;
  ContinueMaximally(): void;
  ChooseChoiceIndex(n: number): void;
}
const packaged = createRequire(new URL('./peers/package.json', import.meta.url));
const { Compiler } = packaged('inkjs/full') as {
  readonly Compiler: new (source: string) => { Compile(): InkStory };
};

const REGION_IDS = Object.keys(REGIONS);
const NODES = REGION_IDS.map((region) => Object.keys(REGIONS[region] ?? {}));
const NAMES = [...Object.keys(METERS), ...FACTS];

/** Reads the compiled story once; each playing begins it anew. */
export function makeInk(): () => Playing {
  const story = new Compiler(source()).Compile();
  return () => {
    story.ResetState();
    story.ContinueMaximally();
    const names = (): readonly string[] =>
      story.currentChoices.map((choice: { readonly text: string }) => choice.text);
    const value = (name: string) => Number(story.variablesState?.$(name));
    const choose = (name: string) => {
      story.ChooseChoiceIndex(names().indexOf(name));
      story.ContinueMaximally();
    };
    return {
      enabled: () =>
        names().flatMap((name) => (name === 'pass' ? [] : [CHOICES.findIndex(({ id }) => id === name)])),
      choose: (n) => choose(CHOICES[n]?.id ?? ''),
      advance(ms) {
        story.variablesState?.$('dt', ms);
        choose('pass');
      },
      isOver: () => (NODES[0]?.[value('r0')] ?? '').startsWith('debrief'),
      state: () =>
        JSON.stringify([
          value('now'),
          REGION_IDS.map((_, r) => NODES[r]?.[value(`r${r}`)] ?? ''),
          NAMES.map((name) => value(`v_${name}`)),
        ]),
    };
  };
}

/** The story as ink. Timers of equal moment fire in the order they were set. */
function source(): string {
  const regions = REGION_IDS.map((_, r) => r);
  const vars = [
    'VAR now = 0',
    'VAR dt = 0',
    'VAR n = 0',
    ...regions.flatMap((r) => [`VAR r${r} = 0`, `VAR due${r} = -1`, `VAR set${r} = 0`]),
    ...NAMES.map((name) => `VAR v_${name} = ${METERS[name] ?? 0}`),
  ];
  const choices = CHOICES.map((choice) => {
    const r = REGION_IDS.indexOf(choice.r);
    const from = choice.from.map((node) => `r${r} == ${nodeOf(choice.r, node)}`).join(' or ');
    const guard = choice.g === undefined ? '' : ` and ${guardOf(choice.g)}`;
    const go = choice.to === undefined ? [] : [`~ enter${r}(${nodeOf(choice.r, choice.to)})`];
    return [
      `+ {(${from})${guard}} [${choice.id}]`,
      ...changes(choice.fx),
      ...go,
      '~ settle()',
      '-> main',
    ].join('\n');
  });
  return [
    ...vars,
    ...regions.map((r) => `~ enter${r}(0)`),
    '~ settle()',
    '-> main',
    '=== main ===',
    ...choices,
    '+ [pass]',
    '~ pass(now + dt)',
    '-> main',
    ...regions.flatMap((r) => [enter(r), fire(r), always(r)]),
    `=== function settle() ===\n${regions.map((r) => `~ temp to${r} = always${r}()`).join('\n')}
{ ${regions.map((r) => `to${r} >= 0`).join(' or ')}:
${regions.map((r) => `{ to${r} >= 0:\n~ enter${r}(to${r})\n}`).join('\n')}
~ settle()
}`,
    next(regions),
    `=== function pass(until) ===
~ temp k = next(until)
{ k >= 0:
${regions.map((r) => `{ k == ${r}:\n~ now = due${r}\n~ fire${r}()\n}`).join('\n')}
~ settle()
~ pass(until)
- else:
~ now = until
}`,
  ].join('\n');
}

function enter(r: number): string {
  const lines = nodesOf(r).flatMap(([, node], n) =>
    node.after === undefined ? [] : [`{ to == ${n}:\n~ due${r} = now + ${node.after[0] * 1_000}\n}`],
  );
  return `=== function enter${r}(to) ===\n~ r${r} = to\n~ due${r} = -1\n~ n = n + 1\n~ set${r} = n\n${lines.join('\n')}`;
}

function fire(r: number): string {
  const cases = nodesOf(r).flatMap(([, node], n) =>
    node.after === undefined ? [] : [`- ${n}:\n${first(r, node.after[1])}`],
  );
  return `=== function fire${r}() ===\n~ due${r} = -1\n{ r${r}:\n${cases.join('\n')}\n}`;
}

function always(r: number): string {
  const ways = nodesOf(r).flatMap(([, node], n) =>
    (node.always ?? []).map(
      (way) =>
        `{ r${r} == ${n} and ${guardOf(way.g ?? ['and'])}:\n~ return ${nodeOf(REGION_IDS[r] ?? '', way.to)}\n}`,
    ),
  );
  return `=== function always${r}() ===\n${ways.join('\n')}\n~ return -1`;
}

/** The timer that fires next at or before a moment; -1 for none. */
function next(regions: readonly number[]): string {
  const lines = regions.map(
    (
      r,
    ) => `{ due${r} >= 0 and due${r} <= until and (best < 0 or due${r} < at or (due${r} == at and set${r} < order)):
~ best = ${r}
~ at = due${r}
~ order = set${r}
}`,
  );
  return `=== function next(until) ===\n~ temp best = -1\n~ temp at = 0\n~ temp order = 0\n${lines.join('\n')}\n~ return best`;
}

/** The first way whose guard holds: its changes, then where it leads. */
function first(r: number, ways: readonly Way[]): string {
  const [way, ...rest] = ways;
  if (way === undefined) return '';
  const does = [...changes(way.fx), `~ enter${r}(${nodeOf(REGION_IDS[r] ?? '', way.to)})`].join('\n');
  return way.g === undefined ? does : `{ ${guardOf(way.g)}:\n${does}\n- else:\n${first(r, rest)}\n}`;
}

function nodesOf(r: number) {
  return Object.entries(REGIONS[REGION_IDS[r] ?? ''] ?? {});
}

function nodeOf(region: string, node: string): number {
  return NODES[REGION_IDS.indexOf(region)]?.indexOf(node) ?? -1;
}

function changes(fx: readonly Change[] = []): readonly string[] {
  return fx.map((one) =>
    one[0] === 'add' ? `~ v_${one[1]} = v_${one[1]} + ${one[2]}` : `~ v_${one[1]} = 1`,
  );
}

function guardOf(guard: Guard): string {
  switch (guard[0]) {
    case '>=':
    case '<':
      return `(v_${guard[1]} ${guard[0]} ${guard[2]})`;
    case 'fact':
      return `(v_${guard[1]} == 1)`;
    case 'in':
      return `(r${REGION_IDS.indexOf(guard[1])} == ${nodeOf(guard[1], guard[2])})`;
    case 'not':
      return `(not ${guardOf(guard[1])})`;
    default: {
      const [op, ...parts] = guard;
      return parts.length === 0 ? '(1 == 1)' : `(${parts.map(guardOf).join(` ${op} `)})`;
    }
  }
}
