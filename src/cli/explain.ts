/**
 * `deconflict explain <scenario> [--seat S] [--pack P]`: which duty each observation opens, when it is due and what on offer meets it, and
 * the acts on which a pack says nothing (SPEC CL60). Of every pack with its switches as they start, unless one is named.
 */
import { printDuration } from '#language/duration.ts';
import type { Act } from '#law/acts.ts';
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
    prose(playbook, id, packs).split('\n'),
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

/** Packs that ask the same are told once. */
function prose(playbook: Playbook, seat: string, packs: readonly LawHere[]): string {
  const told = new Map<string, string[]>();
  for (const here of packs) {
    const text = [...here.observations.flatMap(observationLines), ...silentLines(here)].join('\n');
    told.set(text, [...(told.get(text) ?? []), here.pack]);
  }
  const head = `${playbook.id}: what the law asks of ${seat} on ${playbook.asOf}`;
  return [head, ...[...told].map(([text, names]) => `Under ${names.join(', ')}\n${text}`)].join('\n\n');
}

function observationLines({ observation, fields, duties }: LawHere['observations'][number]): string[] {
  const named = inWords(observation, fields);
  if (duties.length === 0) return [`  ${named} opens no duty.`];
  return [`  ${named} opens`, ...duties.flatMap(dutyLines)];
}

function dutyLines({ duty, title, due, earlier, metBy, acts }: DutyHere): string[] {
  const when =
    'withinMs' in due
      ? `due within ${printDuration(due.withinMs)}`
      : `due ${due.until === 'endex' ? 'at the end' : `when ${due.until} comes`}`;
  const before = earlier === 'ignored' ? '' : '; what was done before counts';
  const met =
    metBy.length === 0
      ? `nothing on offer meets it, so nobody can miss it; it asks for ${[...new Set(acts)].join(' or ')}`
      : `met by ${metBy.map(offerName).join(', ')}`;
  return [`    ${duty}, ${when}${before}: ${title}`, `      ${met}`];
}

function silentLines({ silent }: LawHere): string[] {
  if (silent.length === 0) return ['  It has something to say about every act.'];
  return [
    '  It says nothing on',
    ...silent.map(
      ({ act, onPurpose, ...offer }) =>
        `    ${inWords(act.kind, act.fields)} of ${offerName(offer)}${onPurpose ? ', on purpose' : ''}`,
    ),
  ];
}

function offerName({ action, option }: OnOffer): string {
  return action ?? `${option}`;
}

function inWords(kind: string, fields: Act['fields']): string {
  const written = Object.entries(fields).map(([field, value]) => `${field}: ${String(value)}`);
  return written.length === 0 ? kind : `${kind} { ${written.join(', ')} }`;
}
