/**
 * Conditions: a subset of CEL, read by a CEL parser, checked by us against declared names, compiled to integers (SPEC LG5).
 *
 * `&& || ! == != < <= > >= + - in [ ]`, strings, whole numbers, `true`, `false`. A string is only ever compared with a name that
 * declares its values, and must be one of them (SPEC LG4). Never throws.
 */
import { type ASTNode, parse } from '@marcbachmann/cel-js';
import { FORM, plain, rangeOf, unreadRepair, written } from './condition-repairs.ts';
import { suggest } from './did-you-mean.ts';
import type { Expr } from './expr.ts';

/** What a name stands for. `values` gives the integer of each value an enumeration may take. */
export type NameType =
  | { readonly kind: 'flag' }
  | { readonly kind: 'number' }
  | { readonly kind: 'values'; readonly values: ReadonlyMap<string, number> };

/** A name that a condition may use. */
export interface Name {
  readonly expr: Expr;
  readonly type: NameType;
}

/** Which names a condition sees, and why it may not see others. Names are joined by dots: `known.patrol.identity`. */
export interface Scope {
  /** Every name that can be used here, in the order in which they are suggested. */
  readonly names: ReadonlyMap<string, Name>;
  /** For a name that exists but not for this condition: a sentence that says why and what to use instead; else null. */
  forbids(name: string): { readonly why: string; readonly repair: string } | null;
}

/** A problem inside a condition, at an offset of its text. */
export interface ConditionProblem {
  readonly code: string;
  readonly offset: number;
  readonly message: string;
  readonly repair: string;
}

/** The condition compiled, or null with at least one problem. Problems come in the order of the text. */
export function readCondition(
  text: string,
  scope: Scope,
): { readonly expr: Expr | null; readonly problems: readonly ConditionProblem[] } {
  const problems: ConditionProblem[] = [];
  const syntax = (offset: number, message: string) => {
    problems.push({
      code: 'LG0201',
      offset,
      message: `This condition cannot be read: ${message}.`,
      repair: unreadRepair(text, scope.names),
    });
    return { expr: null, problems };
  };
  if (text.length > LONGEST) return syntax(0, 'it is too long');
  let tree: ASTNode;
  try {
    tree = parse(text).ast;
  } catch (error) {
    return syntax(rangeOf(error)[0], plain(error, text));
  }
  const typed = new Checker(scope, problems).check(tree);
  if (typed !== null && typed.type.kind !== 'flag') {
    const message = `\`${text.trim()}\` is ${TYPE_WORDS[typed.type.kind]}, not a condition.`;
    problems.push({
      code: 'LG0205',
      offset: tree.start,
      message,
      repair: 'Compare it with something: `==`, `!=` or `>=`.',
    });
  }
  problems.sort((a, b) => a.offset - b.offset);
  return { expr: typed !== null && problems.length === 0 ? typed.expr : null, problems };
}

const LONGEST = 2000;
const TYPE_WORDS = { flag: 'true or false', number: 'a number', values: 'a value' } as const;
const COMPARISONS = { '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' } as const;
const FLAG: NameType = { kind: 'flag' };
const NUMBER: NameType = { kind: 'number' };

interface Typed {
  readonly expr: Expr;
  readonly type: NameType;
}

class Checker {
  readonly #scope: Scope;
  readonly #problems: ConditionProblem[];

  constructor(scope: Scope, problems: ConditionProblem[]) {
    this.#scope = scope;
    this.#problems = problems;
  }

  check(node: ASTNode): Typed | null {
    switch (node.op) {
      case 'value':
        return this.#literal(node);
      case 'id':
      case '.':
      case '[]':
        return this.#name(node);
      case '!_':
        return this.#not(node.args);
      case '-_':
        return this.#negative(node.args);
      case '&&':
        return this.#join('and', node.args);
      case '||':
        return this.#join('or', node.args);
      case '==':
        return this.#equal('eq', node.args);
      case '!=':
        return this.#equal('ne', node.args);
      case '<':
      case '<=':
      case '>':
      case '>=':
        return this.#numbers(COMPARISONS[node.op], node.args, FLAG);
      case '+':
        return this.#numbers('add', node.args, NUMBER);
      case '-':
        return this.#numbers('sub', node.args, NUMBER);
      case 'in':
        return this.#within(node.args);
      default:
        return this.#fail(
          'LG0202',
          node,
          `\`${node.op}\` cannot be used in conditions.`,
          `Use only && || ! == != < <= > >= + - in. ${FORM}`,
        );
    }
  }

  #literal(node: ASTNode): Typed | null {
    const value = node.args;
    if (typeof value === 'boolean') return { expr: constant(value ? 1 : 0), type: FLAG };
    if (typeof value === 'bigint' && value <= 1_000_000_000n)
      return { expr: constant(Number(value)), type: NUMBER };
    if (typeof value === 'string') {
      return this.#fail(
        'LG0205',
        node,
        `'${value}' is by itself here.`,
        "Compare a name with it: `name == 'value'`.",
      );
    }
    return this.#fail(
      'LG0202',
      node,
      'Conditions can use whole numbers, text in quotes, true and false.',
      FORM,
    );
  }

  #name(node: ASTNode): Typed | null {
    const steps = stepsOf(node);
    if (steps === null) {
      return this.#fail(
        'LG0202',
        node,
        'This is not a name.',
        "Names are joined by dots; `['…']` takes one name in quotes.",
      );
    }
    const name = steps.join('.');
    const found = this.#scope.names.get(name);
    if (found !== undefined) return found;
    const forbidden = this.#scope.forbids(name);
    if (forbidden !== null) return this.#fail('LG0204', node, forbidden.why, forbidden.repair);
    return this.#fail('LG0203', node, `There is no \`${name}\` here.`, this.#suggestName(name, node));
  }

  #suggestName(name: string, node: ASTNode): string {
    const after = node.input.slice(node.end);
    const candidates = [...this.#scope.names.keys()];
    const hyphened = /^-[a-z0-9-]+/.exec(after)?.[0];
    if (hyphened !== undefined && this.#scope.names.has(name + hyphened)) {
      return `A name with a hyphen goes in brackets: \`${written(name + hyphened)}\`.`;
    }
    const near = candidates.filter((candidate) => candidate.split('.')[0] === name.split('.')[0]);
    return suggest(name, near.length > 0 ? near : candidates, 'No name can be used here.');
  }

  /** Whether this is a value of `name` without its quotes; it is told with them. */
  #isBare(node: ASTNode, name: ASTNode): boolean {
    const type = this.#scope.names.get(stepsOf(name)?.join('.') ?? '')?.type;
    const text = node.input.slice(node.start, node.end);
    if (node.op === 'value' || type?.kind !== 'values' || !type.values.has(text)) return false;
    if (this.#scope.names.has(text)) return false;
    this.#fail('LG0203', node, `There is no \`${text}\` here.`, `Put the value in quotes: \`'${text}'\`.`);
    return true;
  }

  #not(of: ASTNode): Typed | null {
    const typed = this.#as(of, 'flag');
    return typed && { expr: { op: 'not', of: typed.expr }, type: FLAG };
  }

  #negative(of: ASTNode): Typed | null {
    const typed = this.#as(of, 'number');
    if (typed === null) return null;
    if (typed.expr.op === 'const') return { expr: constant(0 - typed.expr.value), type: NUMBER };
    return { expr: { op: 'sub', left: constant(0), right: typed.expr }, type: NUMBER };
  }

  #join(op: 'and' | 'or', [a, b]: readonly [ASTNode, ASTNode]): Typed | null {
    const left = this.#as(a, 'flag');
    const right = this.#as(b, 'flag');
    return left && right && { expr: { op, left: left.expr, right: right.expr }, type: FLAG };
  }

  #numbers(
    op: 'lt' | 'le' | 'gt' | 'ge' | 'add' | 'sub',
    [a, b]: readonly [ASTNode, ASTNode],
    type: NameType,
  ): Typed | null {
    const left = this.#as(a, 'number');
    const right = this.#as(b, 'number');
    return left && right && { expr: { op, left: left.expr, right: right.expr }, type };
  }

  #equal(op: 'eq' | 'ne', [a, b]: readonly [ASTNode, ASTNode]): Typed | null {
    if (isText(a) && !isText(b)) return this.#equal(op, [b, a]);
    if (this.#isBare(b, a) || this.#isBare(a, b)) return null;
    const left = this.check(a);
    if (left === null) {
      if (!isText(b)) this.check(b);
      return null;
    }
    if (isText(b)) {
      const value = this.#valueOf(left, a, b);
      return value === null ? null : { expr: { op, left: left.expr, right: constant(value) }, type: FLAG };
    }
    const right = this.check(b);
    if (right === null) return null;
    if (!sameType(left.type, right.type)) {
      const message = `${TYPE_WORDS[left.type.kind]} cannot be compared with ${TYPE_WORDS[right.type.kind]} here.`;
      return this.#fail('LG0205', b, sentence(message), this.#expected(left.type));
    }
    return { expr: { op, left: left.expr, right: right.expr }, type: FLAG };
  }

  #within([a, b]: readonly [ASTNode, ASTNode]): Typed | null {
    const left = this.check(a);
    if (b.op !== 'list')
      return this.#fail('LG0205', b, '`in` needs a list.', "Write `name in ['one', 'other']`.");
    if (left === null || b.args.filter((item) => this.#isBare(item, a)).length > 0) return null;
    const values: number[] = [];
    for (const item of b.args) {
      const value = isText(item) ? this.#valueOf(left, a, item) : this.#constantOf(item, left.type);
      if (value === null) return null;
      if (!values.includes(value)) values.push(value);
    }
    return { expr: { op: 'in', of: left.expr, values }, type: FLAG };
  }

  #constantOf(node: ASTNode, type: NameType): number | null {
    const typed = this.check(node);
    if (typed === null) return null;
    if (typed.expr.op === 'const' && sameType(typed.type, type)) return typed.expr.value;
    this.#fail('LG0205', node, 'This does not belong in the list.', this.#expected(type));
    return null;
  }

  #valueOf(left: Typed, leftNode: ASTNode, text: ASTNode): number | null {
    const value = String(text.args);
    const name = (stepsOf(leftNode) ?? ['it']).join('.');
    if (left.type.kind !== 'values') {
      const message = `\`${name}\` is ${TYPE_WORDS[left.type.kind]} and is never '${value}'.`;
      this.#fail('LG0205', text, message, this.#expected(left.type));
      return null;
    }
    const found = left.type.values.get(value);
    if (found !== undefined) return found;
    this.#fail(
      'LG0206',
      text,
      `\`${name}\` is never '${value}'.`,
      suggest(value, [...left.type.values.keys()]),
    );
    return null;
  }

  #as(node: ASTNode, kind: 'flag' | 'number'): Typed | null {
    const typed = this.check(node);
    if (typed === null || typed.type.kind === kind) return typed;
    const message = `This is ${TYPE_WORDS[typed.type.kind]}; ${TYPE_WORDS[kind]} is needed here.`;
    return this.#fail('LG0205', node, message, this.#expected(typed.type));
  }

  #expected(type: NameType): string {
    if (type.kind === 'flag') return 'It is already true or false: use it by itself or after `!`.';
    if (type.kind === 'number') return 'Compare it with a whole number: `>= 1`.';
    return `Compare it with one of its values: ${[...type.values.keys()].slice(0, 12).join(', ')}.`;
  }

  #fail(code: string, node: ASTNode, message: string, repair: string): null {
    this.#problems.push({ code, offset: node.start, message, repair });
    return null;
  }
}

function constant(value: number): Expr {
  return { op: 'const', value };
}

function isText(node: ASTNode): boolean {
  return node.op === 'value' && typeof node.args === 'string';
}

/** The parts of a dotted or indexed name, or null where it is no name. */
function stepsOf(node: ASTNode): string[] | null {
  if (node.op === 'id') return [node.args];
  if (node.op === '.') {
    const before = stepsOf(node.args[0]);
    return before && [...before, node.args[1]];
  }
  if (node.op !== '[]') return null;
  const before = stepsOf(node.args[0]);
  const index = node.args[1];
  return before !== null && index.op === 'value' && typeof index.args === 'string'
    ? [...before, index.args]
    : null;
}

function sameType(a: NameType, b: NameType): boolean {
  if (a.kind !== 'values' || b.kind !== 'values') return a.kind === b.kind;
  return a.values.size === b.values.size && [...a.values].every(([value, n]) => b.values.get(value) === n);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
