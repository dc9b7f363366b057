/** Generated law: rules and duties over what generated playbooks can do, see and know, so that every part of the judge has something to say. */
import type { FieldValue } from '#law/acts.ts';
import type { Verdict } from '#law/findings.ts';
import type { Authority, Conditions, Duty, Law, Pattern, Rule, Verdicts } from '#law/pack.ts';
import { AXES, type Axis } from '#law/trace.ts';
import { dice } from '../exercise/walk.ts';

/** What a law can be about: acts, observations, and facts with the names of their values. */
export interface Matter {
  readonly acts: readonly { readonly kind: string; readonly fields: Readonly<Record<string, FieldValue>> }[];
  readonly observations: readonly string[];
  readonly facts: Readonly<Record<string, readonly string[]>>;
}

const VERDICTS: readonly Verdict[] = ['required', 'commended', 'permitted', 'discouraged', 'forbidden'];

/** A law with one pack, `generated`, from a seed: twelve rules and eight duties in two layers. */
export function generateLaw(matter: Matter, seed: number): Law {
  const roll = dice(seed * 7919 + 3);
  const rollWaived = dice(seed * 6007 + 5);
  const some = <T>(of: readonly T[]): T => {
    const one = of[roll(of.length)];
    if (one === undefined) throw new Error('nothing to choose from');
    return one;
  };
  const maybe = (oneIn: number) => roll(oneIn) === 0;

  function fieldsOf(fields: Readonly<Record<string, FieldValue>>): Record<string, readonly FieldValue[]> {
    const stated = Object.entries(fields).filter(() => maybe(3));
    const wanted = stated.map(([name, value]) => [name, maybe(5) ? ['absent'] : [value]] as const);
    return Object.fromEntries(maybe(9) ? [...wanted, ['for', ['absent']]] : wanted);
  }
  const actPattern = (): Pattern => {
    const act = some(matter.acts);
    return { name: act.kind, fields: maybe(3) ? fieldsOf(act.fields) : {} };
  };
  const seenPattern = (): Pattern => ({ name: some(matter.observations), fields: {} });

  function conditions(act: boolean): Conditions {
    const [fact, values] = some(Object.entries(matter.facts));
    return {
      with: act && maybe(4) ? fieldsOf(some(matter.acts).fields) : {},
      knowing: maybe(2) ? { [fact]: values.filter(() => !maybe(3)) } : {},
      seeing: maybe(3) ? [seenPattern()] : [],
      while: maybe(8) ? { halted: [some(['enjoined', 'in-force'] as const)] } : {},
      switch: maybe(8) ? { model: [some(['none', 'lent'])] } : {},
    };
  }
  function verdicts(of: readonly Verdict[]): Verdicts {
    const axes = AXES.filter(() => !maybe(3));
    return Object.fromEntries((axes.length === 0 ? [some(AXES)] : axes).map((axis) => [axis, some(of)]));
  }
  const grave = (given: Verdicts): readonly Axis[] =>
    AXES.filter((axis) => given[axis] === 'forbidden' && maybe(3));
  const by = () => (maybe(5) ? ['unread'] : maybe(6) ? ['halted', 'statute'] : ['statute']);

  function rule(layer: string, n: number): Rule {
    const gives = verdicts(VERDICTS);
    return {
      id: `${layer}/rule-${n}`,
      of: maybe(2) ? [some(matter.acts).kind] : [some(matter.acts).kind, some(matter.acts).kind],
      when: maybe(3) ? NONE : conditions(true),
      unless: maybe(3) ? [conditions(true)] : [],
      gives,
      grave: grave(gives),
      by: by(),
      because: 'Because.',
      title: `Rule ${n}.`,
      supreme: false,
    };
  }
  /** Two of three duties are given up by an act that does not meet them. Rolled apart: what else there is stays as it is. */
  function waivedBy(metBy: readonly Pattern[]): { readonly waivedBy?: readonly Pattern[] } {
    const kinds = [...new Set(matter.acts.map(({ kind }) => kind))];
    const others = kinds.filter((kind) => !metBy.some(({ name }) => name === kind));
    const name = rollWaived(3) === 0 ? undefined : others[rollWaived(others.length)];
    return name === undefined ? {} : { waivedBy: [{ name, fields: {} }] };
  }
  function duty(layer: string, n: number): Duty {
    const missed = verdicts(['forbidden', 'discouraged']);
    const made: Duty = {
      id: `${layer}/duty-${n}`,
      opens: [seenPattern()],
      who: 'all',
      due: maybe(3)
        ? { until: some([...matter.observations, 'endex']) }
        : { withinMs: some([0, 1_000, 5_000, 20_000]) },
      sourceOfTime: 'instructor',
      when: maybe(3) ? conditions(false) : NONE,
      unless: maybe(5) ? [conditions(false)] : [],
      metBy: [actPattern(), actPattern()],
      earlier: some(['counts', 'once', 'ignored'] as const),
      undoneBy: maybe(4) ? [actPattern()] : [],
      endsWith: maybe(3) ? [seenPattern()] : [],
      met: verdicts(['required', 'commended', 'permitted']),
      late: maybe(2) ? verdicts(['discouraged']) : null,
      missed,
      grave: grave(missed),
      by: by(),
      because: 'Because.',
      titles: { met: 'Met.', late: 'Late.', missed: 'Missed.' },
      supreme: false,
    };
    return { ...made, ...waivedBy(made.metBy) };
  }
  const layer = (id: string) => ({
    id,
    title: id,
    rules: Array.from({ length: 6 }, (_, n) => rule(id, n)),
    duties: Array.from({ length: 4 }, (_, n) => duty(id, n)),
    suspends: [],
    silent: [],
  });
  return {
    format: 1,
    authorities: {
      statute: authority('statute', 'statute', 'read', 'in-force'),
      unread: authority('unread', 'department policy', 'secondary', 'in-force'),
      halted: authority('halted', 'statute', 'read', 'enjoined'),
    },
    layers: { low: layer('low'), high: layer('high') },
    packs: {
      generated: {
        id: 'generated',
        title: 'Generated',
        place: 'Nowhere',
        words: 'plain',
        layers: ['low', 'high'],
        switches: { model: { values: ['none', 'lent'], start: 'none' } },
        review: 'Nobody.',
      },
    },
    probes: [],
  };
}

const NONE: Conditions = { with: {}, knowing: {}, seeing: [], while: {}, switch: {} };

function authority(
  id: string,
  kind: string,
  verified: Authority['verified'],
  is: 'in-force' | 'enjoined',
): Authority {
  return {
    id,
    group: 'g',
    citation: id,
    kind,
    body: 'b',
    date: 'd',
    status: 's',
    axes: [...AXES],
    summary: 's',
    do: 'd',
    dont: 'd',
    verified,
    source: 's',
    quote: null,
    note: null,
    history: [{ on: '2000-01-01', is, asTo: null }],
  };
}
