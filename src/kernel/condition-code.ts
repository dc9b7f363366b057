/**
 * Conditions of a playbook as rows of integers: a row compares one slot or place and says where to go on, so that asking takes no call.
 *
 * What is more than comparisons with numbers is a row that asks its closure (conditions.ts).
 */
import type { Expr } from '#scenario/playbook.ts';
import { int, type Test, testOf } from './conditions.ts';

/** All conditions of a playbook: `at[n]` is where condition `n` begins, by row or as `YES` or `NO`. */
export interface Code {
  readonly at: Int32Array;
  readonly rows: Int32Array;
  /** Lists of states or values that a row cites: 1 for each number that is in it. */
  readonly sets: readonly Uint8Array[];
  readonly tests: readonly Test[];
}

/** Kinds of rows; then come two operands, and where to go on where it holds and where not. */
const ROW = { eq: 0, ne: 1, lt: 2, le: 3, gt: 4, ge: 5, stands: 6, within: 7, test: 8 } as const;
const SIZE = 5;
const [YES, NO] = [-1, -2];
/** Values in a list beyond this are asked by a closure. */
const LARGEST = 1_000;

/** Puts conditions into rows. A slot or region beyond the lists has been refused when the playbook was compiled. */
export function codeOf(conditions: readonly Expr[]): Code {
  const rows: number[] = [];
  const sets: Uint8Array[] = [];
  const tests: Test[] = [];
  const row = (kind: number, a: number, b: number, yes: number, no: number) =>
    rows.push(kind, a, b, yes, no) - SIZE;
  const setOf = (values: readonly number[]) => {
    const set = new Uint8Array(Math.max(0, ...values) + 1);
    for (const value of values) set[value] = 1;
    return sets.push(set) - 1;
  };

  /** Where to begin, given where to go on. */
  function put(expr: Expr, yes: number, no: number): number {
    switch (expr.op) {
      case 'const':
        return expr.value === 0 ? no : yes;
      case 'slot':
        return row(ROW.ne, expr.slot, 0, yes, no);
      case 'not':
        return put(expr.of, no, yes);
      case 'and':
        return put(expr.left, put(expr.right, yes, no), no);
      case 'or':
        return put(expr.left, yes, put(expr.right, yes, no));
      case 'in':
        if ((expr.of.op !== 'slot' && expr.of.op !== 'state') || !expr.values.every(isSmall)) break;
        return expr.of.op === 'slot'
          ? row(ROW.within, expr.of.slot, setOf(expr.values), yes, no)
          : row(ROW.stands, expr.of.region, setOf(expr.values), yes, no);
      case 'eq':
      case 'ne':
      case 'lt':
      case 'le':
      case 'gt':
      case 'ge':
        if (expr.left.op !== 'slot' || expr.right.op !== 'const') break;
        if (!Number.isInteger(expr.right.value) || Math.abs(expr.right.value) >= 2 ** 31) break;
        return row(ROW[expr.op], expr.left.slot, expr.right.value, yes, no);
    }
    return row(ROW.test, tests.push(testOf(expr)) - 1, 0, yes, no);
  }

  const at = Int32Array.from(conditions, (expr) => put(expr, YES, NO));
  return { at, rows: Int32Array.from(rows), sets, tests };
}

/** Whether condition `n` holds for these slots and places. */
export function isTrue(code: Code, n: number, slots: Int32Array, place: Int32Array): boolean {
  const { rows } = code;
  let at = int(code.at, n);
  while (at >= 0) {
    const a = int(rows, at + 1);
    const b = int(rows, at + 2);
    let is = false;
    switch (int(rows, at)) {
      case ROW.eq:
        is = slots[a] === b;
        break;
      case ROW.ne:
        is = slots[a] !== b;
        break;
      case ROW.lt:
        is = int(slots, a) < b;
        break;
      case ROW.le:
        is = int(slots, a) <= b;
        break;
      case ROW.gt:
        is = int(slots, a) > b;
        break;
      case ROW.ge:
        is = int(slots, a) >= b;
        break;
      case ROW.stands:
        is = code.sets[b]?.[int(place, a)] === 1;
        break;
      case ROW.within:
        is = code.sets[b]?.[int(slots, a)] === 1;
        break;
      default:
        is = code.tests[a]?.(slots, place) === true;
    }
    at = int(rows, is ? at + 3 : at + 4);
  }
  return at === YES;
}

function isSmall(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= LARGEST;
}
