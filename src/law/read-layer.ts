/** From a layer file whose shape is right to a layer whose names are right. */

import type { z } from 'zod';
import { readDuration } from '#language/duration.ts';
import {
  checkActFields,
  checkActPattern,
  checkFacts,
  checkKind,
  checkObservation,
  checkSeen,
  fieldValues,
  list,
  lists,
} from './check-names.ts';
import type { Authority, Conditions, Duty, Layer, Rule, Suspension, Verdicts } from './pack.ts';
import { checkPresumed } from './presumed.ts';
import { readTold } from './read-told.ts';
import type { LAYER_FILE } from './schema.ts';
import type { Site } from './site.ts';
import { AXES, type Axis } from './trace.ts';

type LayerFile = z.infer<typeof LAYER_FILE>;
type RuleText = NonNullable<LayerFile['rules']>[number];
type DutyText = NonNullable<LayerFile['duties']>[number];
type SuspensionText = NonNullable<LayerFile['suspends']>[number];

/** What names in a layer may point at: authorities, and the switches that packs declare with their values. */
export interface Known {
  readonly authorities: Readonly<Record<string, Authority>>;
  readonly switches: Readonly<Record<string, readonly string[]>>;
}

/** Builds the layer, reporting every name that points nowhere. Suspensions are checked once all layers are known (read.ts). */
export function readLayer(text: LayerFile, site: Site, known: Known): Layer {
  const name = site.file.replace(/^.*\//, '').replace(/\.yaml$/, '');
  if (text.id !== name) {
    site
      .into('id')
      .error(
        'LW0303',
        `This layer is \`${text.id}\`, but its file is \`${name}\`.`,
        `Write \`id: ${name}\`.`,
      );
  }
  const taken = new Set<string>();
  const unique = (id: string, at: Site) => {
    const message = `This layer already has a rule or duty \`${id}\`.`;
    if (taken.has(id)) at.into('id').error('LW0302', message, 'Give it another id.');
    taken.add(id);
  };
  return {
    id: text.id,
    title: text.title,
    rules: (text.rules ?? []).map((rule, index) => {
      const at = site.into('rules', index);
      unique(rule.id, at);
      return readRule(rule, text.id, at, known);
    }),
    duties: (text.duties ?? []).map((duty, index) => {
      const at = site.into('duties', index);
      unique(duty.id, at);
      return readDuty(duty, text.id, at, known);
    }),
    suspends: (text.suspends ?? []).map((suspension, index) =>
      readSuspension(suspension, site.into('suspends', index), known),
    ),
    silent: (text.silent ?? []).map(({ on, because }, index) => ({
      on: checkActPattern(on, site.into('silent', index, 'on')),
      because,
    })),
    ...readTold(text, site),
  };
}

function readRule(text: RuleText, layer: string, site: Site, known: Known): Rule {
  const of = list(text.of);
  for (const [index, kind] of of.entries()) {
    checkKind(kind, Array.isArray(text.of) ? site.into('of', index) : site.into('of'));
  }
  checkGrave(text.grave ?? [], text.gives, site.into('grave'));
  const rule: Rule = {
    id: `${layer}/${text.id}`,
    of,
    when: readConditions(text, of, site, known),
    unless: (text.unless ?? []).map((block, index) =>
      // A rule over several kinds may except one of them by a field that only this kind has.
      readBlock(block, excepted(of, block.with), site.into('unless', index), known),
    ),
    gives: text.gives,
    grave: text.grave ?? [],
    by: readAuthorities(text.by, site.into('by'), known),
    because: text.because,
    title: text.title,
    supreme: text.supreme ?? false,
  };
  checkPresumed(rule, site);
  return rule;
}

function readDuty(text: DutyText, layer: string, site: Site, known: Known): Duty {
  const patterns = (key: 'opens' | 'ends-with') => {
    const written = text[key] ?? [];
    return Array.isArray(written)
      ? written.map((one, index) => checkSeen(one, site.into(key, index)))
      : [checkSeen(written, site.into(key))];
  };
  const acts = (key: 'met-by' | 'undone-by' | 'waived-by') =>
    (text[key] ?? []).map((one, index) => checkActPattern(one, site.into(key, index)));
  if (text.until !== undefined && text.until !== 'endex') checkObservation(text.until, site.into('until'));
  if ((text.late === undefined) !== (text.titles.late === undefined)) {
    const message = 'A late verdict and its title belong together.';
    site.into('titles').error('LW0306', message, 'Write both `late:` and `titles: { late: … }`, or neither.');
  }
  if (text.late !== undefined && text.until === 'endex') {
    const message = 'Nothing can be late after ENDEX.';
    site.into('late').error('LW0306', message, 'Remove `late:` and its title.');
  }
  checkGrave(text.grave ?? [], text.missed, site.into('grave'));
  return {
    id: `${layer}/${text.id}`,
    opens: patterns('opens'),
    who: text.who,
    due:
      text.until === undefined ? { withinMs: readDuration(text.within ?? '') ?? 0 } : { until: text.until },
    sourceOfTime: text['source-of-time'],
    when: readConditions({ ...text, with: undefined }, [], site, known),
    unless: (text.unless ?? []).map((block, index) => {
      const at = site.into('unless', index);
      if (block.with !== undefined) {
        at.into('with').error(
          'LW0307',
          'A duty checks its conditions when it opens, and there is no act at that point.',
          'Remove `with:`.',
        );
      }
      return readBlock({ ...block, with: undefined }, [], at, known);
    }),
    metBy: acts('met-by'),
    earlier: text.earlier,
    undoneBy: acts('undone-by'),
    ...(text['waived-by'] === undefined ? {} : { waivedBy: acts('waived-by') }),
    endsWith: patterns('ends-with'),
    met: text.met,
    late: text.late ?? null,
    missed: text.missed,
    grave: text.grave ?? [],
    by: readAuthorities(text.by, site.into('by'), known),
    because: text.because,
    titles: { met: text.titles.met, late: text.titles.late ?? '', missed: text.titles.missed },
    supreme: text.supreme ?? false,
  };
}

function readSuspension(text: SuspensionText, site: Site, known: Known): Suspension {
  const by = readAuthorities(list(text.by), site.into('by'), known, Array.isArray(text.by));
  return { rule: text.rule, by, because: text.because };
}

interface ConditionsText {
  readonly with?: RuleText['with'];
  readonly knowing?: RuleText['knowing'];
  readonly seeing?: RuleText['seeing'];
  readonly while?: RuleText['while'];
  readonly switch?: RuleText['switch'];
}

function readBlock(text: ConditionsText, of: readonly string[], site: Site, known: Known): Conditions {
  if (Object.keys(text).length === 0) {
    const message = 'An empty block always holds, so this rule would never apply.';
    site.error('LW0105', message, 'Write a condition into it, or remove it.');
  }
  return readConditions(text, of, site, known);
}

function readConditions(text: ConditionsText, of: readonly string[], site: Site, known: Known): Conditions {
  for (const authority of Object.keys(text.while ?? {})) {
    if (Object.hasOwn(known.authorities, authority)) continue;
    site
      .into('while', authority)
      .unknown('LW0208', 'authority', authority, Object.keys(known.authorities), true);
  }
  for (const [name, several] of Object.entries(text.switch ?? {})) {
    const values = Object.hasOwn(known.switches, name) ? known.switches[name] : undefined;
    const at = site.into('switch', name);
    if (values === undefined)
      at.unknown('LW0305', 'pack with the switch', name, Object.keys(known.switches), true);
    for (const value of values === undefined ? [] : list(several)) {
      if (!values?.includes(value))
        at.unknown('LW0305', `value of the switch \`${name}\``, value, values ?? []);
    }
  }
  return {
    with: checkActFields(text.with ?? {}, of, site.into('with')),
    knowing: checkFacts(text.knowing ?? {}, site.into('knowing')),
    seeing: (text.seeing ?? []).map((one, index) => checkSeen(one, site.into('seeing', index))),
    while: lists(text.while ?? {}),
    switch: lists(text.switch ?? {}),
  };
}

function readAuthorities(by: readonly string[], site: Site, known: Known, listed = true): readonly string[] {
  for (const [index, id] of by.entries()) {
    if (Object.hasOwn(known.authorities, id)) continue;
    (listed ? site.into(index) : site).unknown('LW0208', 'authority', id, Object.keys(known.authorities));
  }
  return by;
}

function checkGrave(grave: readonly Axis[], verdicts: Verdicts, site: Site): void {
  for (const axis of AXES) {
    if (!grave.includes(axis) || verdicts[axis] === 'forbidden') continue;
    const message = `Only what is forbidden can be grave; on \`${axis}\` the verdict is ${verdicts[axis] ?? 'silent'}.`;
    site.error('LW0304', message, 'Give `forbidden` on that axis, or take it off the list.');
  }
}

/** The kinds that an exception by these fields can be about; all of them where it fits none, so that it is reported. */
function excepted(of: readonly string[], fields: RuleText['with']): readonly string[] {
  const fits = of.filter((kind) =>
    Object.keys(fields ?? {}).every((field) => fieldValues(kind, field) !== undefined),
  );
  return fits.length > 0 ? fits : of;
}
