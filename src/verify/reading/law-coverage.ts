/**
 * Whether the law has something to say of every act of a scenario, and stands on its day (DESIGN §7, property 5; SPEC RH45, RH46).
 *
 * Every pack is asked at every setting of its switches. What automations do is not asked for: nobody is judged for it.
 */
import type { Diagnostic } from '#language/diagnostic.ts';
import type { Source } from '#language/yaml-reader.ts';
import type { Act } from '#law/acts.ts';
import { actMatches } from '#law/match.ts';
import { standsOn, statusOn } from '#law/on-day.ts';
import type { Duty, Law, Rule, Status } from '#law/pack.ts';
import { liftedIn } from '#law/stack.ts';
import { type ActAt, actsOf, reopen } from '#scenario/acts-written.ts';
import { down, into, type Site, siteOf } from '#scenario/draft/site.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { type Files, open } from '#scenario/read.ts';
import { type Possible, possibleIn, whySilent } from './can-speak.ts';
import { idleOptions } from './idle-options.ts';
import { everySetting, type Setting } from './law-settings.ts';

/** The law and the texts it was read from, by path (`law/layers/federal.yaml`). */
export interface LawRead {
  readonly law: Law;
  readonly files: Files;
}

/**
 * Warns of each act on which, under some pack, no rule or duty can ever speak and of which no layer says that it has no rule (SC0808),
 * of each authority that a rule or duty which can speak on one of them rests on and that does not stand that day (SC0809), and of each
 * option that leaves a duty aside and does not say so (SC0810).
 *
 * `files` are the scenario's. Problems name files of both, in no particular order.
 */
export function lawCoverage(playbook: Playbook, files: Files, read: LawRead): Diagnostic[] {
  const reopened = reopen(playbook, files);
  if (reopened === null) return [];
  const exploration: Exploration = {
    acts: actsOf(playbook, reopened, files),
    possible: possibleIn(playbook),
    settings: everySetting(read.law, playbook.asOf),
    asOf: playbook.asOf,
    day: into(reopened.top, 'asOf'),
    openLaw: openerOf(read.files),
  };
  const idle = idleOptions(playbook, reopened, exploration.settings, exploration.possible);
  return [...unruled(exploration, read.law), ...fallen(exploration, read.law), ...idle];
}

/** How many acts of a playbook `lawCoverage` asks about. */
export function actsAsked({ decisions, actions }: Playbook): number {
  const bearers = [...decisions.flatMap(({ options }) => options), ...actions];
  return bearers.reduce((sum, { acts }) => sum + acts.length, 0);
}

interface Exploration {
  readonly acts: readonly ActAt[];
  readonly possible: Possible;
  readonly settings: readonly Setting[];
  readonly asOf: string;
  /** Where the scenario says its day. */
  readonly day: Site;
  /** A file of the law, opened once. */
  readonly openLaw: (file: string) => Source;
}

function unruled(exploration: Exploration, law: Law): Diagnostic[] {
  const { acts, settings, possible } = exploration;
  return acts.flatMap(({ act, site }): Diagnostic[] => {
    const without = settings.filter(({ stack, layers }) => {
      const items = [...stack.rules, ...stack.duties].map(({ item }) => item);
      const isRuled = items.some((item) => whySilent(item, act, stack.about, possible) === null);
      return !isRuled && !layers.some(({ silent }) => silent.some(({ on }) => actMatches(on, act)));
    });
    const [first] = without;
    if (first === undefined) return [];
    return [
      {
        ...site.source.at(site.path),
        code: 'SC0808',
        severity: 'warning',
        message: `No rule or duty of ${inPacks(without, settings)} can apply to ${inWords(act)}: the debrief says nothing about it.`,
        repair:
          'State the other fields that the law reads, or write a rule. If the law is not meant to have a rule, say so in a layer: `silent: [{ on: …, because: … }]`.',
        notes: nearest(act, first, exploration, law),
      },
    ];
  });
}

/** The packs in words; one that is meant at some of its settings only, with those. */
function inPacks(some: readonly Setting[], all: readonly Setting[]): string {
  if (some.length === all.length) return 'any pack';
  return [...new Set(some.map(({ pack }) => pack))]
    .map((id) => {
      const of = (list: readonly Setting[]) => list.filter(({ pack }) => pack === id);
      const meant = of(some);
      if (meant.length === of(all).length) return `\`${id}\``;
      const set = meant.map(({ switches }) =>
        Object.entries(switches)
          .map((pair) => pair.join(': '))
          .join(', '),
      );
      return `\`${id}\` (${set.join('; ')})`;
    })
    .join(', ');
}

/** The first rule on that kind of act, and why it says nothing here. */
function nearest(
  act: Act,
  { stack }: Setting,
  exploration: Exploration,
  law: Law,
): NonNullable<Diagnostic['notes']> {
  const item = stack.rules.find((rule) => rule.item.of.includes(act.kind))?.item;
  if (item === undefined) return [];
  const { source, path } = siteOfItem(item, exploration, law);
  const why = whySilent(item, act, stack.about, exploration.possible);
  return [
    { ...source.at([...path, 'id']), message: `The first rule on such an act, \`${item.id}\`, ${why}.` },
  ];
}

function fallen(exploration: Exploration, law: Law): Diagnostic[] {
  const { acts, settings, possible, asOf, day } = exploration;
  const found = new Map<string, Diagnostic>();
  for (const { layers, stack } of settings) {
    const lifted = liftedIn(layers, law, asOf);
    for (const item of layers.flatMap((layer) => [...layer.rules, ...layer.duties])) {
      const gone = item.by.filter((id) => !standsOn(law, asOf, id, item.when));
      if (gone.length === 0 || (lifted.has(item.id) && !item.supreme)) continue;
      const bears = acts.find(({ act }) => whySilent(item, act, stack.about, possible) === null);
      if (bears === undefined) continue;
      for (const id of gone) {
        const at = siteOfItem(item, exploration, law);
        const authority = law.authorities[id];
        const status = authority === undefined ? 'not-yet' : statusOn(authority, asOf).is;
        const alone =
          gone.length === item.by.length
            ? ' No other authority supports it, so the rule does not apply.'
            : '';
        found.set(`${item.id} ${id}`, {
          ...at.source.at([...at.path, 'by', item.by.indexOf(id)]),
          code: 'SC0809',
          severity: 'warning',
          message: `\`${item.id}\` rests on \`${id}\`, which ${AS_IT_IS[status]} on ${asOf}, the day of this story.${alone}`,
          repair: `Cite an authority that is in force that day. Or write \`while: { ${id}: in-force }\` and another rule for the other days.`,
          notes: [
            { ...day.source.at(day.path), message: 'The day of the story.' },
            { ...bears.site.source.at(bears.site.path), message: 'It would apply to this act.' },
          ],
        });
      }
    }
  }
  return [...found.values()];
}

const AS_IT_IS: Readonly<Record<Status, string>> = {
  'not-yet': 'does not exist yet',
  enacted: 'is enacted but not yet in force',
  'in-force': 'is in force',
  enjoined: 'is enjoined',
  stayed: 'is stayed',
  superseded: 'is superseded',
  ended: 'has ended',
};

/** Where a rule or duty is written: in the file of its layer, in the same place of the same list. */
function siteOfItem(item: Rule | Duty, { openLaw }: Exploration, law: Law): Site {
  const [layer = ''] = item.id.split('/');
  const file = `law/layers/${layer}.yaml`;
  const list = 'of' in item ? 'rules' : 'duties';
  const n = law.layers[layer]?.[list].findIndex(({ id }) => id === item.id) ?? 0;
  return down(siteOf(openLaw(file)), list, n);
}

/** An act as its author writes it. */
function inWords({ kind, fields }: Act): string {
  const written = Object.entries(fields).map(([field, value]) => `${field}: ${value}`);
  return `\`${kind}${written.length === 0 ? '' : ` { ${written.join(', ')} }`}\``;
}

function openerOf(files: Files): Exploration['openLaw'] {
  const opened = new Map<string, Source>();
  return (file) => {
    const source = opened.get(file) ?? open(file, files.get(file) ?? '', []);
    opened.set(file, source);
    return source;
  };
}
