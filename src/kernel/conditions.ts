/**
 * Conditions of a playbook as closures over typed arrays, and what each of them reads: for what is more than comparisons with numbers, which
 * condition-code.ts puts into tables. No code is generated: a page's CSP forbids it.
 */
import type { Expr } from '#scenario/playbook.ts';

/** A condition ready to ask of packed slots and places. */
export type Test = (slots: Int32Array, place: Int32Array) => boolean;
type Read = (slots: Int32Array, place: Int32Array) => number;

/** The integer at a place of a packed list that is known to reach so far. */
export function int(ints: Int32Array, index: number): number {
  return ints[index] as number;
}

/** The closure of a condition: holds where `closureOf` of the exercise is not 0. A slot or region beyond the lists reads as 0. */
export function testOf(expr: Expr): Test {
  switch (expr.op) {
    case 'const': {
      const holds = expr.value !== 0;
      return () => holds;
    }
    case 'not': {
      const of = testOf(expr.of);
      return (slots, place) => !of(slots, place);
    }
    case 'and': {
      const [left, right] = [testOf(expr.left), testOf(expr.right)];
      return (slots, place) => left(slots, place) && right(slots, place);
    }
    case 'or': {
      const [left, right] = [testOf(expr.left), testOf(expr.right)];
      return (slots, place) => left(slots, place) || right(slots, place);
    }
    case 'in': {
      const [of, { values }] = [readOf(expr.of), expr];
      return (slots, place) => values.includes(of(slots, place));
    }
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return compare(expr.op, readOf(expr.left), readOf(expr.right));
    default: {
      const read = readOf(expr);
      return (slots, place) => read(slots, place) !== 0;
    }
  }
}

/** Marks every slot and region that the condition reads. */
export function reads(expr: Expr, slots: (slot: number) => void, regions: (region: number) => void): void {
  switch (expr.op) {
    case 'const':
      return;
    case 'slot':
      slots(expr.slot);
      return;
    case 'state':
      regions(expr.region);
      return;
    case 'not':
    case 'in':
      reads(expr.of, slots, regions);
      return;
    default:
      reads(expr.left, slots, regions);
      reads(expr.right, slots, regions);
  }
}

function readOf(expr: Expr): Read {
  switch (expr.op) {
    case 'const': {
      const { value } = expr;
      return () => value;
    }
    case 'slot': {
      const { slot } = expr;
      return (slots) => slots[slot] ?? 0;
    }
    case 'state': {
      const { region } = expr;
      return (_, place) => place[region] ?? 0;
    }
    case 'add': {
      const [left, right] = [readOf(expr.left), readOf(expr.right)];
      return (slots, place) => left(slots, place) + right(slots, place);
    }
    case 'sub': {
      const [left, right] = [readOf(expr.left), readOf(expr.right)];
      return (slots, place) => left(slots, place) - right(slots, place);
    }
    default: {
      const test = testOf(expr);
      return (slots, place) => (test(slots, place) ? 1 : 0);
    }
  }
}

type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';

function compare(op: Comparison, left: Read, right: Read): Test {
  switch (op) {
    case 'eq':
      return (s, p) => left(s, p) === right(s, p);
    case 'ne':
      return (s, p) => left(s, p) !== right(s, p);
    case 'lt':
      return (s, p) => left(s, p) < right(s, p);
    case 'le':
      return (s, p) => left(s, p) <= right(s, p);
    case 'gt':
      return (s, p) => left(s, p) > right(s, p);
    case 'ge':
      return (s, p) => left(s, p) >= right(s, p);
  }
}
