/**
 * What findings and pocket cards say, in other languages (SPEC LW20): titles and reasons of rules and duties, titles and review
 * sentences of packs, what each cited authority asks one to do and not to do.
 *
 * `law/text.<lang>.yaml` is a flat map from key to text. Keys: `layer/rule.title`, `layer/rule.because`; for a duty
 * `layer/duty.because`, `.met`, `.late`, `.missed`; for the second telling of either the same with `.told.2` between; for a pack `pack/<id>.title`, `.review`; for an authority
 * that a rule or duty rests on `authority/<id>.do`, `.dont`, and `.as-to.<day>` for whom its status of that day holds. Citations and
 * summaries stay English.
 */
import type { Authority, Duty, Law, Layer, Pack, Rule, Telling } from './pack.ts';

/** The texts of one language by key. */
export type LawTexts = Readonly<Record<string, string>>;

/** How authors write that an authority asks nothing of that kind. */
export const NOTHING = '-';

/** Every text a reader of findings and pocket cards meets, by key, in English and in the authors' order. */
export function textsOf(law: Law): LawTexts {
  const texts: Record<string, string> = {};
  for (const layer of Object.values(law.layers)) {
    for (const { id, title, because } of layer.rules) {
      texts[`${id}.title`] = title;
      texts[`${id}.because`] = because;
    }
    for (const { id, titles, because, late } of layer.duties) {
      texts[`${id}.because`] = because;
      texts[`${id}.met`] = titles.met;
      if (late !== null) texts[`${id}.late`] = titles.late;
      texts[`${id}.missed`] = titles.missed;
    }
    for (const [key, { title, titles, because }] of keyed(layer.told ?? [])) {
      texts[`${key}.because`] = because;
      if (title !== undefined) texts[`${key}.title`] = title;
      for (const how of titles === undefined ? [] : HOW) texts[`${key}.${how}`] = titles?.[how] ?? '';
    }
  }
  for (const { id, title, review } of Object.values(law.packs)) {
    texts[`pack/${id}.title`] = title;
    texts[`pack/${id}.review`] = review;
  }
  for (const { id, do: wanted, dont, history } of cited(law)) {
    texts[`authority/${id}.do`] = wanted;
    texts[`authority/${id}.dont`] = dont;
    for (const { on, asTo } of history) if (asTo !== null) texts[`authority/${id}.as-to.${on}`] = asTo;
  }
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '' && text !== NOTHING));
}

/** The same law with its sentences in that language, English where one is missing; the law itself where there are none. Verdicts never change. */
export function lawIn(law: Law, lang: string): Law {
  const texts = law.translations?.[lang];
  if (texts === undefined) return law;
  const say = (key: string, english: string) =>
    Object.hasOwn(texts, key) ? (texts[key] ?? english) : english;
  const rule = (one: Rule): Rule => ({
    ...one,
    title: say(`${one.id}.title`, one.title),
    because: say(`${one.id}.because`, one.because),
  });
  const duty = (one: Duty): Duty => ({
    ...one,
    because: say(`${one.id}.because`, one.because),
    titles: {
      met: say(`${one.id}.met`, one.titles.met),
      late: say(`${one.id}.late`, one.titles.late),
      missed: say(`${one.id}.missed`, one.titles.missed),
    },
  });
  const telling = ([key, one]: readonly [string, Telling]): Telling => ({
    ...one,
    because: say(`${key}.because`, one.because),
    ...(one.title === undefined ? {} : { title: say(`${key}.title`, one.title) }),
    ...(one.titles === undefined
      ? {}
      : {
          titles: {
            met: say(`${key}.met`, one.titles.met),
            late: say(`${key}.late`, one.titles.late),
            missed: say(`${key}.missed`, one.titles.missed),
          },
        }),
  });
  const layer = (one: Layer): Layer => ({
    ...one,
    rules: one.rules.map(rule),
    duties: one.duties.map(duty),
    ...(one.told === undefined ? {} : { told: keyed(one.told).map(telling) }),
  });
  const pack = (one: Pack): Pack => ({
    ...one,
    title: say(`pack/${one.id}.title`, one.title),
    review: say(`pack/${one.id}.review`, one.review),
  });
  const authority = (one: Authority): Authority => ({
    ...one,
    do: say(`authority/${one.id}.do`, one.do),
    dont: say(`authority/${one.id}.dont`, one.dont),
    history: one.history.map((entry) =>
      entry.asTo === null
        ? entry
        : { ...entry, asTo: say(`authority/${one.id}.as-to.${entry.on}`, entry.asTo) },
    ),
  });
  return {
    ...law,
    layers: mapped(law.layers, layer),
    packs: mapped(law.packs, pack),
    authorities: mapped(law.authorities, authority),
  };
}

const HOW = ['met', 'late', 'missed'] as const;

/** Each telling by its key: `layer/rule.told.1` for the first of that rule. */
function keyed(told: readonly Telling[]): readonly (readonly [string, Telling])[] {
  const counts = new Map<string, number>();
  return told.map((one) => {
    const n = (counts.get(one.of) ?? 0) + 1;
    counts.set(one.of, n);
    return [`${one.of}.told.${n}`, one];
  });
}

/** The authorities that a rule or duty rests on, each once: only they stand on a pocket card. */
function cited(law: Law): readonly Authority[] {
  const items = Object.values(law.layers).flatMap((layer) => [...layer.rules, ...layer.duties]);
  return [...new Set(items.flatMap(({ by }) => by))].flatMap((id) => law.authorities[id] ?? []);
}

function mapped<T>(record: Readonly<Record<string, T>>, change: (one: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [key, change(one)]));
}
