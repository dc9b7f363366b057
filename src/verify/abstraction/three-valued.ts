/** Conditions over what is partly unknown: certainly so, certainly not, or open. */
import type { Expr } from '#scenario/playbook.ts';

/** What is known of a story: the value of a slot, the state of a region; null where it is not known. */
export interface Known {
  slot(slot: number): number | null;
  region(region: number): number | null;
}

/** The value of an expression, null where it hangs on what is not known. Exact where everything it reads is known. */
export function valueIn(expr: Expr, known: Known): number | null {
  switch (expr.op) {
    case 'const':
      return expr.value;
    case 'slot':
      return known.slot(expr.slot);
    case 'state':
      return known.region(expr.region);
    case 'not': {
      const of = valueIn(expr.of, known);
      return of === null ? null : Number(of === 0);
    }
    case 'in': {
      const of = valueIn(expr.of, known);
      return of === null ? null : Number(expr.values.includes(of));
    }
    case 'and':
    case 'or': {
      const settles = expr.op === 'and' ? 0 : 1;
      const [left, right] = [truth(valueIn(expr.left, known)), truth(valueIn(expr.right, known))];
      if (left === settles || right === settles) return settles;
      return left === null || right === null ? null : 1 - settles;
    }
    default: {
      const [left, right] = [valueIn(expr.left, known), valueIn(expr.right, known)];
      return left === null || right === null ? null : OPERATIONS[expr.op](left, right);
    }
  }
}

function truth(value: number | null): number | null {
  return value === null ? null : Number(value !== 0);
}

const OPERATIONS = {
  eq: (left: number, right: number) => Number(left === right),
  ne: (left: number, right: number) => Number(left !== right),
  lt: (left: number, right: number) => Number(left < right),
  le: (left: number, right: number) => Number(left <= right),
  gt: (left: number, right: number) => Number(left > right),
  ge: (left: number, right: number) => Number(left >= right),
  add: (left: number, right: number) => left + right,
  sub: (left: number, right: number) => left - right,
} as const;
