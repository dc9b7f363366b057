/** `for` is what was said, `purpose` what was known: another word for what is known to be an immigration arrest makes no ruling milder. */
import { expect, test } from 'vitest';
import { probedLaw } from '#cli/disk/shipped.ts';
import { PROBE_DAY } from '#cli/judge.ts';
import type { Act } from '#law/acts.ts';
import { isBreach } from '#law/algebra.ts';
import { judgeActs } from '#law/judge-acts.ts';
import type { Law } from '#law/pack.ts';
import { AXES } from '#law/trace.ts';
import { situationsOf } from './mirror.ts';

const law = probedLaw();
const SAID = [undefined, 'public-safety', 'federal-criminal', 'own-crime'] as const;
/** Acts done for the other agency, whose purpose is that agency's, whatever it is called. */
const isForThem = ({ kind, fields }: Act) =>
  (kind === 'assist' && fields.task !== undefined) ||
  kind === 'urge-consent' ||
  (kind === 'interpret' && fields.purpose !== undefined && fields.purpose !== 'safety') ||
  ((kind === 'share-data' || kind === 'transfer-person') && fields.to === 'federal');

/** Rules that speak against what is called an immigration arrest and no longer where it is called otherwise. */
function lostIn(of: Law): readonly string[] {
  const rules = Object.values(of.layers).flatMap((layer) => layer.rules);
  const gives = new Map(rules.map((rule) => [rule.id, rule.gives]));
  const lost = situationsOf(of).flatMap((situation) => {
    const needs = ['injury', 'threat', 'crowd-threat'].some((fact) => situation.knowing[fact] !== undefined);
    const act = situation.acts.find(isForThem);
    if (act === undefined || needs || situation.seeing.some(isNeed)) return [];
    const knowing = { ...situation.knowing, purpose: 'immigration-arrest', identity: 'confirmed' };
    const ruled = (pack: string, said: string | undefined) => {
      const { for: _, ...rest } = act.fields;
      const acts = [{ kind: act.kind, fields: said === undefined ? rest : { ...rest, for: said } }];
      const { seeing, switches } = situation;
      return judgeActs({ law: of, pack, asOf: PROBE_DAY, switches }, { acts, knowing, seeing });
    };
    return Object.keys(of.packs).flatMap((pack) => {
      const known = ruled(pack, 'civil-immigration');
      if (!AXES.some((axis) => known.signs[axis] === '-')) return [];
      return SAID.flatMap((said) => {
        const called = ruled(pack, said);
        const milder = AXES.filter((axis) => known.signs[axis] === '-' && called.signs[axis] !== '-');
        const silent = known.rules.filter((id) => !called.rules.includes(id));
        return silent.filter((id) => milder.some((axis) => isBreach(gives.get(id)?.[axis] ?? 'permitted')));
      });
    });
  });
  return [...new Set(lost)].sort();
}

function isNeed({ observation }: { readonly observation: string }): boolean {
  return observation === 'person-injured' || observation === 'crowd-violence';
}

/** The law with nothing but what speaks of such acts, as fast as that is. */
function ofThem(whole: Law): Law {
  const kinds = ['assist', 'urge-consent', 'interpret', 'share-data', 'transfer-person'];
  const layers = Object.entries(whole.layers).map(([id, layer]) => [
    id,
    { ...layer, rules: layer.rules.filter(({ of }) => of.some((kind) => kinds.includes(kind))), duties: [] },
  ]);
  return { ...whole, layers: Object.fromEntries(layers) as Law['layers'] };
}

test('[LW33] what is known to be an immigration arrest is ruled no milder for being called something else', () => {
  expect(lostIn(ofThem(law))).toEqual([]);
});

test('[LW33] a rule that trusts what was said is caught', () => {
  const { practice } = law.layers;
  const item = practice?.rules[0];
  if (practice === undefined || item === undefined) throw new Error('practice has rules');
  const when = { with: { for: ['civil-immigration'] }, knowing: {}, seeing: [], while: {}, switch: {} };
  const trusting = { ...item, id: 'practice/trusting', of: ['urge-consent'], when, unless: [] };
  const rules = [{ ...trusting, gives: { 'crowd-safety': 'forbidden' as const } }];
  const packs = { one: { ...law.packs.neutral, layers: ['practice'], switches: {} } } as Law['packs'];
  const planted = { ...law, packs, layers: { practice: { ...practice, rules, duties: [] } }, probes: [] };
  expect(lostIn(planted)).toEqual(['practice/trusting']);
});
