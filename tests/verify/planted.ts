/** Differences planted in a kernel's tables or its judges': each is a mistake that a kernel could have, and must be seen. */
import type { Pair } from '../kernel/side-by-side.ts';

/** What is planted, in words, and how; `law` differences show in findings alone. */
export interface Planted {
  readonly what: string;
  readonly plant: (pair: Pair) => void;
}

const add = (ints: Int32Array | Uint8Array | undefined, by: number, from = 0, step = 1) => {
  for (let n = from; ints !== undefined && n < ints.length; n += step) ints[n] = (ints[n] ?? 0) + by;
};
const OPERANDS = 6;
/** Changes one operand of every row with the operation. */
const rows = ({ kernel }: Pair, operation: number, operand: number, by: number) => {
  const { rows: all } = kernel.tables;
  for (let n = 0; n < all.length; n += OPERANDS) {
    if (all[n] === operation) all[n + operand] = (all[n + operand] ?? 0) + by;
  }
};
const skip = ({ kernel }: Pair, operation: number) => {
  const { rows: all } = kernel.tables;
  for (let n = 0; n < all.length; n += OPERANDS) if (all[n] === operation) all[n] = -1;
};
const laws = (pair: Pair, change: (law: Pair['judges'][number]['judge']['law']) => void) => {
  for (const { judge } of pair.judges) change(judge.law);
};

export const PLANTED: readonly Planted[] = [
  { what: 'decisions lapse a millisecond late', plant: ({ kernel }) => add(kernel.tables.deadlines, 1) },
  { what: 'silence has no consequence', plant: ({ kernel }) => kernel.tables.silences.fill(-1) },
  { what: 'what comes after comes a millisecond late', plant: (pair) => rows(pair, 11, 1, 1) },
  { what: 'a meter rises by one too many', plant: (pair) => rows(pair, 5, 2, 1) },
  { what: 'a meter has no upper bound', plant: ({ kernel }) => kernel.tables.slotMax.fill(1_000) },
  {
    what: 'how an act was said is not kept',
    plant: ({ kernel }) => {
      const act = kernel.act.bind(kernel);
      kernel.act = (at, seat, action) => act(at, seat, action);
    },
  },
  { what: 'nothing is passed on', plant: (pair) => skip(pair, 3) },
  { what: 'what was missed is never said again', plant: (pair) => skip(pair, 1) },
  {
    what: 'a line is over a millisecond early',
    plant: ({ kernel }) => {
      for (const line of kernel.tables.lines) Object.assign(line, { captionMs: line.captionMs - 1 });
    },
  },
  {
    what: 'a radio line does not hold the channel',
    plant: ({ kernel }) => {
      for (const line of kernel.tables.lines) Object.assign(line, { holds: false });
    },
  },
  {
    what: 'a broken call is heard whole',
    plant: ({ kernel }) => {
      for (const line of kernel.tables.lines) Object.assign(line, { part: -1 });
    },
  },
  {
    what: 'what is sent does not wait for the channel',
    plant: ({ kernel }) => {
      for (const source of kernel.tables.sources) Object.assign(source, { air: false });
    },
  },
  {
    what: 'every option is always possible',
    plant: ({ kernel }) => {
      for (const source of kernel.tables.sources) Object.assign(source, { when: -1 });
    },
  },
  {
    what: 'no observation closes another',
    plant: ({ kernel }) => {
      for (const closes of kernel.tables.closes) closes.fill(0);
    },
  },
  { what: 'a changed slot is not looked at again', plant: ({ kernel }) => kernel.tables.slotReads.fill(0) },
  {
    what: 'a changed place is not looked at again',
    plant: ({ kernel }) => kernel.tables.regionReads.fill(0),
  },
  {
    what: 'a standing action is possible wherever the story stands',
    plant: ({ kernel }) => kernel.tables.possible.while.fill(-1),
  },
  {
    what: 'a standing action is asked once only',
    plant: ({ kernel }) => kernel.tables.possible.reads.fill(0),
  },
  { what: 'nothing counts how often it was done', plant: ({ kernel }) => kernel.tables.doneSlot.fill(-1) },
  { what: 'what was cut starts anew', plant: ({ kernel }) => kernel.tables.leftSlot.fill(-1) },
  { what: 'nothing counts what was missed', plant: ({ kernel }) => kernel.tables.missedSlot.fill(-1) },
  { what: 'leaving a state runs nothing', plant: ({ kernel }) => kernel.grid.leave.fill(-1) },
  {
    what: 'deadlines of a state come a millisecond late',
    plant: ({ kernel }) => {
      for (const after of kernel.grid.after) add(after, 1, 0, 2);
    },
  },
  { what: 'a way between states runs no list', plant: ({ kernel }) => add(kernel.grid.ways, -1_000, 1, 3) },
  {
    what: 'who leaves plays on',
    plant: ({ kernel }) => {
      kernel.leave = () => null;
    },
  },
  {
    what: 'who sits down is given the usual time',
    plant: ({ kernel }) => {
      const fill = kernel.fill.bind(kernel);
      kernel.fill = (at, seat) => fill(at, seat);
    },
  },
  { what: 'automations play for people too', plant: ({ kernel }) => kernel.tables.played.fill(0) },
  {
    what: 'law: a grave finding is not grave',
    plant: (pair) => laws(pair, (law) => mask(law.ruleSigns, ~8)),
  },
  { what: 'law: unread policy counts', plant: (pair) => laws(pair, (law) => or(law.ruleSigns, 16)) },
  { what: 'law: no act meets a duty', plant: (pair) => laws(pair, (law) => law.meets.fill(0)) },
  { what: 'law: nothing undoes what met a duty', plant: (pair) => laws(pair, (law) => law.undoes.fill(0)) },
  { what: 'law: no choice gives up a duty', plant: (pair) => laws(pair, (law) => law.waives.fill(0)) },
  { what: 'law: a duty is due a millisecond late', plant: (pair) => laws(pair, (law) => later(law.within)) },
  {
    what: 'law: equal acts are credited twice',
    plant: (pair) =>
      laws(pair, (law) => {
        let next = 0;
        for (const acts of law.contents) for (let n = 0; n < acts.length; n++) acts[n] = next++;
        Object.assign(law, { contentCount: next });
      }),
  },
  {
    what: 'law: exceptions are not asked',
    plant: (pair) =>
      laws(pair, (law) => {
        for (const rules of law.candidates)
          for (const { acts } of rules) for (const act of acts) Object.assign(act, { unless: [] });
      }),
  },
  {
    what: 'law: what is perceived is not asked',
    plant: (pair) =>
      laws(pair, (law) => {
        for (const rules of law.candidates)
          for (const { acts } of rules) for (const { when } of acts) Object.assign(when, { seeing: [] });
      }),
  },
  {
    what: 'law: what is known is not asked',
    plant: (pair) =>
      laws(pair, (law) => {
        for (const rules of law.candidates)
          for (const { acts } of rules)
            for (const { when } of acts) Object.assign(when, { facts: new Int32Array(0) });
      }),
  },
];

function mask(ints: Int32Array, bits: number): void {
  for (let n = 0; n < ints.length; n++) if ((ints[n] ?? -1) >= 0) ints[n] = (ints[n] ?? 0) & bits;
}

function or(ints: Int32Array, bits: number): void {
  for (let n = 0; n < ints.length; n++) if ((ints[n] ?? -1) >= 0) ints[n] = (ints[n] ?? 0) | bits;
}

function later(ints: Int32Array): void {
  for (let n = 0; n < ints.length; n++) if ((ints[n] ?? -1) >= 0) ints[n] = (ints[n] ?? 0) + 1;
}
