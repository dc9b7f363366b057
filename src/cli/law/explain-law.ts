/** `deconflict law explain <rule|authority|ref>`: what the law has under that name (SPEC CL62). */
import { judgeActs } from '#law/judge-acts.ts';
import type { Authority, Law, Probe } from '#law/pack.ts';
import { type LawItem, lawItems, restingOn } from '#law/resting.ts';
import { AXES } from '#law/trace.ts';
import { print } from '../terminal/print.ts';
import { readArguments, WrongUse } from '../terminal/wrong-use.ts';
import { written } from './condition-words.ts';
import { explainedItem, noteOf } from './explained-item.ts';
import { itemLines } from './item-lines.ts';
import { dayAsked, lawHere } from './law-here.ts';

/** 0 when it is told; a name that the law does not have is wrong use, told with the nearest kind of names. */
export function explainLaw(args: readonly string[]): number {
  const { at, given } = readArguments(args, ['rule, authority or ref'], {
    json: { type: 'boolean' },
    'as-of': { type: 'string' },
  });
  const [name = ''] = at;
  const law = lawHere();
  const asOf = dayAsked(given);
  const items = itemsCalled(law, name).map((item) => explainedItem(law, item, asOf));
  const authority = Object.hasOwn(law.authorities, name) ? law.authorities[name] : undefined;
  const authorities = authority === undefined ? [] : [explainedAuthority(law, authority, asOf)];
  const probes = law.probes.filter(({ ref }) => ref === name).map((one) => explainedProbe(law, one, asOf));
  if (items.length + authorities.length + probes.length === 0) {
    throw new WrongUse(
      `The law has nothing called "${name}". Name a rule or duty (${near(law, name)}), an authority, or the ref of a probe (F11a).`,
    );
  }
  print(given, { asOf, items, authorities, probes }, () =>
    [
      ...items.map((one) => itemLines(law, one, asOf)),
      ...authorities.map(authorityLines),
      ...probes.map(probeLines),
    ].flatMap((lines, n) => (n === 0 ? lines : ['', ...lines])),
  );
  return 0;
}

/** The item of that name, or those of that name in whatever layer; a suspension also by what it lifts. */
function itemsCalled(law: Law, name: string): readonly LawItem[] {
  const items = lawItems(law).filter(({ kind }) => kind !== 'suspension');
  const exact = items.filter(({ id }) => id === name);
  return exact.length > 0 ? exact : items.filter(({ id }) => id.endsWith(`/${name}`));
}

function explainedAuthority(law: Law, authority: Authority, asOf: string) {
  const { kind, body, summary, note, history } = authority;
  const rests = restingOn(lawItems(law), authority.id).map(({ id }) => id);
  return { ...noteOf(authority, asOf), kind, body, summary, note, history, rests };
}

function authorityLines(one: ReturnType<typeof explainedAuthority>): string[] {
  return [
    `${one.id}: ${one.citation}, ${one.kind} of ${one.body}`,
    `  ${one.summary}`,
    `  Status on the date: ${one.is.replaceAll('-', ' ')}${one.asTo === null ? '' : ` as to ${one.asTo}`}. Verified: ${one.verified}${one.readOn === null ? '' : ` on ${one.readOn}`}. ${one.source}`,
    ...(one.quote === null ? [] : [`  “${one.quote}”`]),
    ...(one.note === null ? [] : [`  Note: ${one.note}`]),
    `  History: ${one.history.map(({ on, is, asTo }) => `${on} ${is.replaceAll('-', ' ')}${asTo === null ? '' : ` as to ${asTo}`}`).join('; ')}`,
    one.rests.length === 0 ? '  Nothing rests on it.' : `  Rests on it: ${one.rests.join(', ')}`,
  ];
}

function explainedProbe(law: Law, probe: Probe, asOf: string) {
  const rulings = Object.keys(law.packs).map((pack) => {
    const { signs, grave, rules } = judgeActs({ law, pack, asOf, switches: probe.switches }, probe);
    const ruled = `${AXES.map((axis) => signs[axis]).join('')}${grave ? '!' : ''}`;
    return { pack, ruled, expect: probe.expect[pack] ?? null, rules };
  });
  const { ref, situation, knowing, seeing, acts, switches } = probe;
  return { ref, situation, knowing, seeing, acts, switches, rulings };
}

function probeLines({ ref, situation, ...of }: ReturnType<typeof explainedProbe>): string[] {
  const knows = Object.entries(of.knowing).map(([fact, value]) => `${fact}: ${value}`);
  const sees = of.seeing.map(({ observation, fields }) => written(observation, fields));
  return [
    `${ref}: a probe of ${situation}`,
    ...of.acts.map(({ kind, fields }) => `  Does ${written(kind, fields)}`),
    ...(knows.length === 0 ? [] : [`  Knows ${knows.join(', ')}`]),
    ...(sees.length === 0 ? [] : [`  Perceives ${sees.join(', ')}`]),
    ...of.rulings.map(
      ({ pack, ruled, expect, rules }) =>
        `  ${pack}: ${ruled}${expect === null ? '' : expect === ruled ? ' as expected' : `, expected ${expect}`}; ${rules.length === 0 ? 'no rule speaks' : rules.join(', ')}`,
    ),
  ];
}

/** A few names that begin alike, or the first ones. */
function near(law: Law, name: string): string {
  const ids = lawItems(law)
    .filter(({ kind }) => kind !== 'suspension')
    .map(({ id }) => id);
  const alike = ids.filter(
    (id) => name.length > 2 && id.includes(name.slice(0, Math.max(3, name.length - 3))),
  );
  return (alike.length > 0 ? alike : ids).slice(0, 3).join(', ');
}
