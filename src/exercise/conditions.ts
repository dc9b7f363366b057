/** Conditions of a playbook as closures over slots and place: truth is 1, falsehood 0. */
import type { Expr } from '#scenario/playbook.ts';

/** A condition ready to ask. */
export type Condition = (slots: readonly number[], place: readonly number[]) => number;

/** The closure of an expression. A slot or region beyond the lists reads as 0; the compiler has refused such playbooks. */
export function closureOf(expr: Expr): Condition {
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
    case 'not': {
      const of = closureOf(expr.of);
      return (slots, place) => (of(slots, place) === 0 ? 1 : 0);
    }
    case 'in': {
      const of = closureOf(expr.of);
      const { values } = expr;
      return (slots, place) => (values.includes(of(slots, place)) ? 1 : 0);
    }
    default:
      return pair(expr.op, closureOf(expr.left), closureOf(expr.right));
  }
}

type Pair = 'and' | 'or' | 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'add' | 'sub';

function pair(op: Pair, left: Condition, right: Condition): Condition {
  switch (op) {
    case 'and':
      return (s, p) => (left(s, p) !== 0 && right(s, p) !== 0 ? 1 : 0);
    case 'or':
      return (s, p) => (left(s, p) !== 0 || right(s, p) !== 0 ? 1 : 0);
    case 'eq':
      return (s, p) => (left(s, p) === right(s, p) ? 1 : 0);
    case 'ne':
      return (s, p) => (left(s, p) !== right(s, p) ? 1 : 0);
    case 'lt':
      return (s, p) => (left(s, p) < right(s, p) ? 1 : 0);
    case 'le':
      return (s, p) => (left(s, p) <= right(s, p) ? 1 : 0);
    case 'gt':
      return (s, p) => (left(s, p) > right(s, p) ? 1 : 0);
    case 'ge':
      return (s, p) => (left(s, p) >= right(s, p) ? 1 : 0);
    case 'add':
      return (s, p) => left(s, p) + right(s, p);
    case 'sub':
      return (s, p) => left(s, p) - right(s, p);
  }
}
