/**
 * `deconflict explain <scenario> [--seat S] [--pack P]`: which duty each observation opens, when it is due and what on offer meets it, and
 * the acts on which a pack says nothing (SPEC CL60). Of every pack with its switches as they start, unless one is named.
 */

import { textOf } from '#exercise/words.ts';
import { printDuration } from '#language/duration.ts';
import { ACTS, type Act } from '#law/acts.ts';
import { OBSERVATIONS } from '#law/observations.ts';
import type { Law } from '#law/pack.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { type DutyHere, type LawHere, lawHere, type OnOffer } from '#verify/reading/duties-here.ts';
import { lawIn, scenarioAt } from './disk/scenario-at.ts';
import { print } from './terminal/print.ts';
import { type Given, readArguments, WrongUse } from './terminal/wrong-use.ts';

/** 0 when it is told. */
export function run(args: readonly string[]): number {
  const { at, given } = readArguments(args, ['scenario'], {
    json: { type: 'boolean' },
    seat: { type: 'string' },
    pack: { type: 'string' },
  });
  const [scenario = ''] = at;
  const { playbook, files } = scenarioAt(scenario);
  const law = lawIn(files);
  const seat = seatAsked(given, playbook);
  const packs = packsAsked(given, law).map((pack) =>
    lawHere(playbook, seat, { law, pack, asOf: playbook.asOf, switches: {} }),
  );
  const id = playbook.seats[seat]?.id ?? '';
  print(given, { scenario: playbook.id, seat: id, asOf: playbook.asOf, packs }, () =>
    prose(playbook, id, law, packs).split('\n'),
  );
  return 0;
}

function seatAsked(given: Given, { seats }: Playbook): number {
  const asked = given.seat;
  const seat = seats.findIndex(({ id, solo }) => (asked === undefined ? solo : id === asked));
  if (seat >= 0) return seat;
  const known = seats.map(({ id }) => id).join(', ');
  throw new WrongUse(`There is no seat "${String(asked)}". The seats are: ${known}.`);
}

function packsAsked(given: Given, law: Law): readonly string[] {
  const known = Object.keys(law.packs);
  if (given.pack === undefined) return known;
  if (typeof given.pack === 'string' && known.includes(given.pack)) return [given.pack];
  throw new WrongUse(`There is no pack "${String(given.pack)}". The packs are: ${known.join(', ')}.`);
}

/** Packs that ask the same are told once. Whatever an author writes as an id has its words beside it. */
function prose(playbook: Playbook, seat: string, law: Law, packs: readonly LawHere[]): string {
  const say = (id: string) => textOf(playbook, id, { lang: 'en', words: 'plain' });
  const offer = offersInWords(playbook, say);
  const told = new Map<string, string[]>();
  for (const here of packs) {
    const text = [
      ...here.observations.flatMap((one) => observationLines(one, offer)),
      ...silentLines(here, offer),
    ].join('\n');
    const title = law.packs[here.pack]?.title ?? '';
    told.set(text, [...(told.get(text) ?? []), `${title}, --pack ${here.pack}`]);
  }
  const role = playbook.seats.find(({ id }) => id === seat)?.role;
  const whom = role === undefined ? seat : `${seat} (${say(role)})`;
  const head = `${playbook.id}: what the law asks of ${whom} on ${playbook.asOf}`;
  return [
    head,
    ...[...told].map(([text, names]) => `${names.map((name) => `Under ${name}`).join('\n')}\n${text}`),
  ].join('\n\n');
}

type InWords = (offer: OnOffer) => string;

function observationLines(
  { observation, fields, duties }: LawHere['observations'][number],
  offer: InWords,
): string[] {
  const seen = `${written(observation, fields)} (${OBSERVATIONS[observation]?.says ?? ''})`;
  if (duties.length === 0) return [`  ${seen} opens no duty.`];
  return [`  ${seen} opens`, ...duties.flatMap((duty) => dutyLines(duty, offer))];
}

function dutyLines({ duty, title, due, earlier, metBy, acts }: DutyHere, offer: InWords): string[] {
  const when =
    'withinMs' in due
      ? `due within ${printDuration(due.withinMs)}`
      : `due ${due.until === 'endex' ? 'at the end' : `when ${due.until} comes`}`;
  const before = earlier === 'ignored' ? '' : '; an earlier act counts';
  const asked = [...new Set(acts)].map((act) => `${act} (${ACTS[act]?.says ?? ''})`);
  const met =
    metBy.length === 0
      ? [`nothing the seat can do meets it, so nobody can miss it. It asks for ${asked.join(' or ')}`]
      : metBy.map((one) => `met by ${offer(one)}`);
  return [`    ${duty}, ${when}${before}: ${title}`, ...met.map((line) => `      ${line}`)];
}

function silentLines({ silent }: LawHere, offer: InWords): string[] {
  if (silent.length === 0) return ['  The law says something about every act.'];
  return [
    '  The law says nothing about',
    ...silent.map(
      ({ act, onPurpose, ...of }) =>
        `    ${written(act.kind, act.fields)} (${ACTS[act.kind]?.says ?? ''}) of ${offer(of)}${onPurpose ? ', on purpose' : ''}`,
    ),
  ];
}

/** What a trainee reads on an option or an action, by its id. */
function offersInWords(playbook: Playbook, say: (id: string) => string): InWords {
  const options = playbook.decisions.flatMap(({ id, options: all }) =>
    all.map((option) => [`${id}/${option.id}`, option.say] as const),
  );
  const texts = new Map([...options, ...playbook.actions.map((one) => [one.id, one.say] as const)]);
  return ({ action, option }) => {
    const id = action ?? option ?? '';
    const text = texts.get(id);
    return text === undefined ? id : `${id} (“${say(text)}”)`;
  };
}

function written(kind: string, fields: Act['fields']): string {
  const all = Object.entries(fields).map(([field, value]) => `${field}: ${String(value)}`);
  return all.length === 0 ? kind : `${kind} { ${all.join(', ')} }`;
}
