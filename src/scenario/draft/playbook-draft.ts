/**
 * The playbook while it is being compiled: lists that grow, and the problems met on the way.
 *
 * Nothing here throws for an author's mistake; whoever meets one reports it and goes on with something harmless.
 */
import { readCondition, type Scope } from '#language/condition.ts';
import type { Diagnostic, Severity } from '#language/diagnostic.ts';
import { suggest } from '#language/did-you-mean.ts';
import { readDuration } from '#language/duration.ts';
import type { Expr } from '#language/expr.ts';
import type { Seen } from '#law/observations.ts';
import type { Effect, Signal, TextId } from '../playbook.ts';
import type { Site } from './site.ts';

export class PlaybookDraft {
  readonly problems: Diagnostic[] = [];
  readonly texts: Record<TextId, string> = {};
  readonly conditions: Expr[] = [];
  readonly lists: Effect[][] = [];
  readonly observations: Seen[] = [];
  readonly signals: Signal[] = [];
  readonly #indexes = new Map<string, number>();

  /** Notes a problem at a value, or at its key. */
  report(code: string, site: Site, message: string, repair: string, severity: Severity = 'error'): void {
    this.problems.push({ ...site.source.at(site.path), code, severity, message, repair });
  }

  reportKey(code: string, site: Site, message: string, repair: string, severity: Severity = 'error'): void {
    this.problems.push({
      ...site.source.atKey(site.path),
      code,
      severity,
      message,
      repair: besideWhat(site.path) ?? repair,
    });
  }

  /** Keeps an English text under the id of its place, or under a given id; two texts under one given id are an error. */
  text(site: Site, value: string, id: TextId = site.textId): TextId {
    if (id !== site.textId && Object.hasOwn(this.texts, id) && this.texts[id] !== value) {
      this.report(
        'SC0301',
        site,
        `Two different pieces of text have the id \`${id}\`.`,
        'Give one of them another id.',
      );
    }
    this.texts[id] = value;
    return id;
  }

  /** The place of an id among declared ones; reports and answers null if there is none. `what` names the sort: `seat`. */
  find(
    declared: ReadonlyMap<string, number>,
    id: string,
    site: Site,
    code: string,
    what: string,
  ): number | null {
    const found = declared.get(id);
    if (found === undefined) this.report(code, site, ...missing(declared, id, what));
    return found ?? null;
  }

  /** As `find`, for an id that is a key: reported where the key stands. */
  findKey(
    declared: ReadonlyMap<string, number>,
    id: string,
    site: Site,
    code: string,
    what: string,
  ): number | null {
    const found = declared.get(id);
    if (found === undefined) this.reportKey(code, site, ...missing(declared, id, what));
    return found ?? null;
  }

  /** Compiles a condition to its number; null if there is none or it is wrong. */
  condition(written: string | boolean | undefined, site: Site, scope: Scope): number | null {
    if (written === undefined) return null;
    if (typeof written === 'boolean')
      return this.#intern(this.conditions, { op: 'const', value: written ? 1 : 0 }, 'c');
    const { expr, problems } = readCondition(written, scope);
    for (const problem of problems) {
      const place = site.source.inside(site.path, problem.offset);
      const { code, message, repair } = problem;
      this.problems.push({ ...place, code, severity: 'error', message, repair });
    }
    return expr === null ? null : this.#intern(this.conditions, expr, 'c');
  }

  /** The number of a condition that holds where all of these do; null where none is given. */
  all(exprs: readonly (Expr | number | null)[]): number | null {
    const whole = exprs
      .flatMap((one) => (typeof one === 'number' ? (this.conditions[one] ?? []) : (one ?? [])))
      .reduce<Expr | null>((left, right) => (left === null ? right : { op: 'and', left, right }), null);
    return whole === null ? null : this.#intern(this.conditions, whole, 'c');
  }

  observation(seen: Seen): number {
    return this.#intern(this.observations, seen, 'o');
  }

  signal(signal: Signal): number {
    return this.#intern(this.signals, signal, 's');
  }

  /** A new effect list; its number. Null for an empty one. */
  list(effects: Effect[]): number {
    return this.lists.push(effects) - 1;
  }

  #intern<Item>(items: Item[], item: Item, sort: string): number {
    const key = sort + JSON.stringify(item);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const index = items.push(item) - 1;
    this.#indexes.set(key, index);
    return index;
  }
}

/** Words of an effect that authors write into the names it takes: `set: { road: clear, when: … }`. */
const OF_EFFECTS = ['when', 'to', 'over', 'do', 'else', 'from', 'basis'];
const TAKE_NAMES = ['set', 'add', 'move', 'place', 'learn'];

/** What to type where a word of the effect stands among the names that it takes; null where none does. */
function besideWhat(path: Site['path']): string | null {
  const [verb, word] = [String(path.at(-2)), String(path.at(-1))];
  return TAKE_NAMES.includes(verb) && OF_EFFECTS.includes(word)
    ? `Write \`${word}\` beside \`${verb}\`, not inside it: one level further left, or after the \`}\` of \`${verb}\`.`
    : null;
}

/** Milliseconds of a time whose form the schema has checked. */
export function toMs(written: string | 0 | undefined): number {
  return written === undefined ? 0 : (readDuration(written) ?? 0);
}

/** What is told of an id that nothing declares, and the repair. */
function missing(declared: ReadonlyMap<string, number>, id: string, what: string): [string, string] {
  const none = `This scenario declares no ${what}.`;
  return [`There is no ${what} \`${id}\`.`, suggest(id, [...declared.keys()], none)];
}
