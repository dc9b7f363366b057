/** The shipped law with one thing taken out or loosened: what mutation asks the probes about. Pure. */
import type { Conditions, Duty, Fields, Law, Layer, Pattern, Rule } from '#law/pack.ts';
import { AXES } from '#law/trace.ts';

/** One rule or duty changed in one place; `item` is null where it is taken out whole. */
export interface Mutant {
  readonly layer: string;
  readonly id: string;
  /** What was done to it, as it is listed: `federal/x: …`. */
  readonly name: string;
  readonly item: Rule | Duty | null;
}

/** Every mutant of every rule and duty, in the order of the law. */
export function mutantsOf(law: Law): readonly Mutant[] {
  return Object.values(law.layers).flatMap((layer) =>
    [...layer.rules, ...layer.duties].flatMap((item) =>
      [['taken out', null] as const, ...changesOf(item)].map(([what, changed]) => ({
        layer: layer.id,
        id: item.id,
        name: `${item.id}: ${what}`,
        item: changed,
      })),
    ),
  );
}

/** The law with nothing left of its rules and duties but this one of that layer; what is suspended stays so. */
export function onlyWith(law: Law, layer: string, item: Rule | Duty | null): Law {
  const bare = (one: Layer): Layer => ({
    ...one,
    rules: one.id === layer && item !== null && isRule(item) ? [item] : [],
    duties: one.id === layer && item !== null && !isRule(item) ? [item] : [],
  });
  return {
    ...law,
    layers: Object.fromEntries(Object.entries(law.layers).map(([id, one]) => [id, bare(one)])),
  };
}

/** The law with that one rule or duty changed or taken out. */
export function withItem(law: Law, { layer: id, id: of, item }: Mutant): Law {
  const layer = law.layers[id];
  if (layer === undefined) throw new Error(`There is no layer ${id}.`);
  const put = <T extends Rule | Duty>(list: readonly T[]): T[] =>
    list.flatMap((one) => (one.id !== of ? [one] : item === null ? [] : [item as T]));
  const changed = { ...layer, rules: put(layer.rules), duties: put(layer.duties) };
  return { ...law, layers: { ...law.layers, [id]: changed } };
}

export function isRule(item: Rule | Duty): item is Rule {
  return 'of' in item;
}

type Change = readonly [what: string, item: Rule | Duty];

function changesOf(item: Rule | Duty): readonly Change[] {
  const unless = item.unless.flatMap((block, n): Change[] => [
    [`exception ${n + 1} removed`, { ...item, unless: without(item.unless, n) }],
    ...(sizeOf(block) < 2 ? [] : loosened(block)).map(
      ([what, wider]): Change => [
        `exception ${n + 1} without ${what}`,
        { ...item, unless: item.unless.with(n, wider) },
      ],
    ),
  ]);
  const grave = item.grave.map(
    (axis): Change => [`not grave on ${axis}`, { ...item, grave: item.grave.filter((one) => one !== axis) }],
  );
  const when = loosened(item.when).map(
    ([what, wider]): Change => [`without ${what}`, { ...item, when: wider }],
  );
  return [...when, ...unless, ...grave, ...(isRule(item) ? ofRule(item) : ofDuty(item))];
}

function ofRule(rule: Rule): readonly Change[] {
  const of = rule.of.length < 2 ? [] : rule.of;
  return [
    ...of.map((kind, n): Change => [`not of ${kind}`, { ...rule, of: without(rule.of, n) }]),
    ...(Object.keys(rule.gives).length < 2 ? [] : AXES).flatMap((axis): Change[] => {
      const { [axis]: given, ...rest } = rule.gives;
      return given === undefined ? [] : [[`silent on ${axis}`, { ...rule, gives: rest }]];
    }),
  ];
}

function ofDuty(duty: Duty): readonly Change[] {
  const lists = { opens: duty.opens, metBy: duty.metBy, waivedBy: duty.waivedBy ?? [] };
  return Object.entries(lists).flatMap(([key, patterns]) =>
    patterns.flatMap((pattern, n): Change[] => {
      const isNeeded = (key === 'opens' || key === 'metBy') && patterns.length < 2;
      return [
        ...(isNeeded
          ? []
          : [
              [
                `${key} without ${pattern.name} (${n + 1})`,
                { ...duty, [key]: without(patterns, n) },
              ] as const,
            ]),
        ...widened(pattern).map(
          ([field, wider]): Change => [
            `${key}: any ${field} of ${pattern.name} (${n + 1})`,
            { ...duty, [key]: patterns.with(n, wider) },
          ],
        ),
      ];
    }),
  );
}

/** Conditions with each single one of them left out. */
function loosened(conditions: Conditions): readonly (readonly [what: string, wider: Conditions])[] {
  const records = (['with', 'knowing', 'while', 'switch'] as const).flatMap((part) =>
    Object.keys(conditions[part]).map(
      (key) => [`${part} ${key}`, { ...conditions, [part]: omit(conditions[part], key) }] as const,
    ),
  );
  const seeing = conditions.seeing.flatMap((pattern, n) => [
    [`seeing ${pattern.name}`, { ...conditions, seeing: without(conditions.seeing, n) }] as const,
    ...widened(pattern).map(
      ([field, wider]) =>
        [`${field} of ${pattern.name}`, { ...conditions, seeing: conditions.seeing.with(n, wider) }] as const,
    ),
  ]);
  return [...records, ...seeing];
}

function widened(pattern: Pattern): readonly (readonly [field: string, wider: Pattern])[] {
  return Object.keys(pattern.fields).map(
    (field) => [field, { ...pattern, fields: omit(pattern.fields, field) as Fields }] as const,
  );
}

function sizeOf({ with: fields, knowing, seeing, while: days, switch: set }: Conditions): number {
  return [fields, knowing, days, set].reduce((sum, one) => sum + Object.keys(one).length, seeing.length);
}

function omit(record: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([one]) => one !== key));
}

function without<T>(list: readonly T[], n: number): readonly T[] {
  return list.toSpliced(n, 1);
}
