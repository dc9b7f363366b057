/**
 * A story without its clock, as generated code over packed integers (SPEC RH6): any deadline of a state that stands may pass at any time, and
 * what is done is done at once. Whatever can happen with the clock can happen without it; not the other way round.
 *
 * Only for stories of places, slots, deadlines and standing actions that take no time. The code is for the command line: a page's CSP
 * forbids `new Function`.
 */
import type { Expr, Playbook } from '#scenario/playbook.ts';

/** The generated story: `source` is the body of a function of `out` that answers `{ start, expand, isOver }`. */
export interface Untimed {
  readonly words: number;
  readonly source: string;
  /** What each event's number stands for. */
  readonly events: readonly string[];
}

/** Generates the code. Throws a sentence naming what the story has that cannot be explored without the clock. */
export function untimed(playbook: Playbook): Untimed {
  refuseOther(playbook);
  const fields = fieldsOf(playbook);
  const over = fields.at(-1);
  const words = (over?.word ?? 0) + 1;
  const lists = playbook.lists.map(
    (list, n) => `function l${n}(){${list.map((one) => effectOf(playbook, one)).join('')}}`,
  );
  const events: string[] = [];
  const steps: string[] = [];
  const again = Array.from({ length: words }, (_, n) => `here[${n}]`).join();
  const follow = (name: string, when: string, does: string) => {
    steps.push(`if(${when}){${does}settle();pack();found(${events.length});load(${again});}`);
    events.push(name);
  };
  for (const { id, when, then } of playbook.actions) {
    follow(
      id,
      when === null ? 'true' : condition(playbook.conditions[when]),
      then === null ? '' : `l${then}();`,
    );
  }
  playbook.states.forEach(({ id, region, after }, state) => {
    after.forEach(({ list }, n) => {
      const armed = `p${region}===${state}&&(t${region}>>${n}&1)===1`;
      follow(`${playbook.regions[region]?.id}.${id} passes`, armed, `t${region}&=~${1 << n};l${list}();`);
    });
  });
  const regions = playbook.regions.map((_, r) => r);
  const source = `'use strict';
let ${[...regions.flatMap((r) => [`p${r}=0`, `t${r}=0`]), ...playbook.slots.map((_, n) => `v${n}=0`)].join()};
let ended=0,asked=0,qn=0;const q=new Int32Array(1024);
${lists.join('\n')}
${regions.map((r) => enterOf(playbook, r)).join('\n')}
${regions.map((r) => leaveOf(playbook, r)).join('\n')}
function settle(){
let qh=0;
for(let n=0;;n++){
if(n>1000)throw new Error('it does not settle');
if(qh<qn){switch(q[qh++]){${playbook.signals.map(({ region, state }, n) => `case ${n}:{const f=p${region};p${region}=${state};leave${region}(f);enter${region}(${state});break;}`).join('')}}continue;}
let ${regions.map((r) => `w${r}=-1,f${r}=p${r}`).join()};
${regions.map((r) => waysOf(playbook, r)).join('\n')}
if(${regions.map((r) => `w${r}<0`).join('&&')})break;
${regions.map((r) => `if(w${r}>=0)p${r}=WAY_TO[w${r}];`).join('')}
${regions.map((r) => `if(w${r}>=0){leave${r}(f${r});way(w${r});enter${r}(p${r});}`).join('')}
}
qn=0;
if(asked){ended=1;${regions.map((r) => `t${r}=0;`).join('')}}
}
const WAY_TO=[${playbook.states.flatMap((state) => state.settle.map((way) => way.to)).join()}];
function way(n){switch(n){${playbook.states
    .flatMap((state) => state.settle)
    .map((way, n) => (way.list === null ? '' : `case ${n}:l${way.list}();break;`))
    .join('')}}}
function load(${Array.from({ length: words }, (_, n) => `x${n}`).join()}){${fields.map((field) => loadOf(field)).join('')}asked=ended;qn=0;}
function pack(){${Array.from({ length: words }, (_, word) => `out[${word}]=${fields.flatMap((field) => (field.word === word ? [packOf(field)] : [])).join('|') || '0'};`).join('')}}
${regions.map((r) => `p${r}=${playbook.regions[r]?.first};`).join('')}${playbook.slots.map((slot, n) => `v${n}=${slot.start};`).join('')}
${regions.map((r) => `enter${r}(p${r});`).join('')}settle();pack();
return{start:out.slice(),isOver(here){return (here[${over?.word}]>>>${over?.shift}&1)===1;},expand(here,found){load(${again});
${steps.join('\n')}}};`;
  return { words, source, events };
}

/** A variable of the generated code and where it stands in the packed state. */
interface Field {
  readonly name: string;
  readonly least: number;
  readonly bits: number;
  readonly word: number;
  readonly shift: number;
}

function fieldsOf(playbook: Playbook): readonly Field[] {
  const wanted = [
    ...playbook.regions.flatMap(({ states }, r) => {
      const most = Math.max(...states.map((state) => playbook.states[state]?.after.length ?? 0));
      return [
        {
          name: `p${r}`,
          least: Math.min(...states),
          bits: bitsFor(Math.max(...states) - Math.min(...states)),
        },
        { name: `t${r}`, least: 0, bits: most },
      ];
    }),
    ...playbook.slots.map(({ min, max }, n) => ({ name: `v${n}`, least: min, bits: bitsFor(max - min) })),
    { name: 'ended', least: 0, bits: 1 },
  ].filter(({ bits }) => bits > 0);
  let [word, shift] = [0, 0];
  return wanted.map((field) => {
    if (shift + field.bits > 31) [word, shift] = [word + 1, 0];
    const placed = { ...field, word, shift };
    shift += field.bits;
    return placed;
  });
}

function bitsFor(most: number): number {
  return most === 0 ? 0 : 32 - Math.clz32(most);
}

function loadOf({ name, least, bits, word, shift }: Field): string {
  const value = `(x${word}>>>${shift}&${2 ** bits - 1})`;
  return `${name}=${least === 0 ? value : `${value}+${least}`};`;
}

function packOf({ name, least, shift }: Field): string {
  const value = least === 0 ? name : `(${name}-${least})`;
  return shift === 0 ? value : `(${value}<<${shift})`;
}

function effectOf(playbook: Playbook, effect: Playbook['lists'][number][number]): string {
  switch (effect.do) {
    case 'add':
      return bounded(playbook, effect.slot, `v${effect.slot}+${effect.by}`);
    case 'set':
      if (!('value' in effect.value)) throw new Error('A value read off another slot cannot be explored.');
      return bounded(playbook, effect.slot, String(effect.value.value));
    case 'go':
      return `q[qn++]=${effect.signal};`;
    case 'when': {
      const otherwise = effect.else === null ? '' : `else l${effect.else}();`;
      return `if(${condition(playbook.conditions[effect.if])})l${effect.then}();${otherwise}`;
    }
    case 'end':
      return 'asked=1;';
    default:
      throw new Error(`A story with the effect "${effect.do}" cannot be explored without its clock.`);
  }
}

function bounded(playbook: Playbook, n: number, value: string): string {
  const { min, max } = playbook.slots[n] ?? { min: 0, max: 0 };
  return `{const x=${value};v${n}=x>${max}?${max}:x<${min}?${min}:x;}`;
}

function enterOf(playbook: Playbook, r: number): string {
  const cases = playbook.regions[r]?.states.map((n) => {
    const state = playbook.states[n];
    const list = state?.enter === null || state === undefined ? '' : `l${state.enter}();`;
    return `case ${n}:${list}t${r}=${2 ** (state?.after.length ?? 0) - 1};break;`;
  });
  return `function enter${r}(n){switch(n){${cases?.join('')}}}`;
}

function leaveOf(playbook: Playbook, r: number): string {
  const cases = playbook.regions[r]?.states.map((n) => {
    const leave = playbook.states[n]?.leave ?? null;
    return leave === null ? '' : `case ${n}:l${leave}();break;`;
  });
  return `function leave${r}(n){t${r}=0;${cases?.join('') === '' ? '' : `switch(n){${cases?.join('')}}`}}`;
}

/** The first way on of a region; ways are numbered over all states. */
function waysOf(playbook: Playbook, r: number): string {
  let next = 0;
  const cases = playbook.states.map((state, n) => {
    const tests = state.settle.map(
      ({ when }) => `if(${condition(playbook.conditions[when])}){w${r}=${next++};break;}`,
    );
    return state.region === r && tests.length > 0 ? `case ${n}:${tests.join('')}break;` : '';
  });
  return cases.join('') === '' ? '' : `switch(p${r}){${cases.join('')}}`;
}

function condition(expr: Expr | undefined): string {
  if (expr === undefined) throw new Error('A condition is missing.');
  return `(${code(expr)})!==0`;
}

const SIGNS = { eq: '===', ne: '!==', lt: '<', le: '<=', gt: '>', ge: '>=' } as const;

function code(expr: Expr): string {
  switch (expr.op) {
    case 'const':
      return String(expr.value);
    case 'slot':
      return `v${expr.slot}`;
    case 'state':
      return `p${expr.region}`;
    case 'not':
      return `((${code(expr.of)})===0?1:0)`;
    case 'in': {
      const of = code(expr.of);
      return `(${expr.values.map((value) => `${of}===${value}`).join('||') || 'false'}?1:0)`;
    }
    case 'and':
      return `((${code(expr.left)})!==0&&(${code(expr.right)})!==0?1:0)`;
    case 'or':
      return `((${code(expr.left)})!==0||(${code(expr.right)})!==0?1:0)`;
    case 'add':
      return `(${code(expr.left)}+${code(expr.right)})`;
    case 'sub':
      return `(${code(expr.left)}-${code(expr.right)})`;
    default:
      return `(${code(expr.left)}${SIGNS[expr.op]}${code(expr.right)}?1:0)`;
  }
}

function refuseOther(playbook: Playbook): void {
  const { truths, decisions, automations, observations, actions, states } = playbook;
  const has =
    (truths.length > 0 && 'truths') ||
    (decisions.length > 0 && 'decisions') ||
    (automations.length > 0 && 'automations') ||
    (observations.length > 0 && 'observations') ||
    (actions.some((action) => action.takesMs > 0) && 'actions that take time') ||
    (states.some((state) => state.decide.length > 0) && 'decisions');
  if (has !== false) throw new Error(`A story with ${has} cannot be explored without its clock.`);
}
