/** The bounded integers of a scenario: which slots there are, what they may hold, where they start (SPEC SC5). */
import { suggest } from '#language/did-you-mean.ts';
import type { Meter, Slot, Truth } from '../playbook.ts';
import type { ScenarioWritten } from '../schema/schema.ts';
import { indexed, type Names } from './names.ts';
import type { PlaybookDraft } from './playbook-draft.ts';
import { down, into, type Site } from './site.ts';

/** `done.<action>` counts to this and no further. */
const MOST_DONE = 9;
/** So many lines that a seat missed can still be asked for. */
const MOST_MISSED = 8;

export interface Slots {
  readonly list: readonly Slot[];
  readonly index: ReadonlyMap<string, number>;
  /** Slots that are a yes or no rather than a number. */
  readonly flags: ReadonlySet<string>;
  readonly truths: readonly Truth[];
  /** Those that some seat sees. */
  readonly meters: readonly Meter[];
}

/** A standing action as far as slots keep count of it: `leftMs`, how long it takes, where it goes on after a cut; else 0. */
export interface Counted {
  readonly id: string;
  readonly seats: readonly string[];
  readonly leftMs: number;
}

/** All slots in this order: truth, world, meters, known, here, spot, shown, done, missed, left. Spots have the places as their values. */
export function collectSlots(
  written: ScenarioWritten,
  names: Names,
  actions: readonly Counted[],
  top: Site,
  draft: PlaybookDraft,
): Slots {
  const list: Slot[] = [];
  const meters: Meter[] = [];
  const flags = new Set<string>();
  const named = (id: string, values: readonly string[], start: number, known: Slot['known'] = null) =>
    list.push({ id, values, min: 0, max: Math.max(0, values.length - 1), start, known });
  const number = (id: string, min: number, max: number, start: number) =>
    list.push({ id, values: null, min, max, start, known: null });
  const flag = (id: string, start: number) => {
    flags.add(id);
    number(id, 0, 1, start);
  };
  const truths = collectTruths(written, top, draft);
  for (const truth of truths) named(`truth.${truth.id}`, truth.values, 0);
  for (const [id, slot] of Object.entries(written.world ?? {})) {
    const site = down(top, 'world', id);
    if (slot === 'flag') flag(`world.${id}`, 0);
    else
      named(
        `world.${id}`,
        slot.values,
        slot.start === undefined
          ? 0
          : Math.max(0, valueIndex(slot.values, slot.start, into(site, 'start'), draft, id)),
      );
    if (slot !== 'flag') reportRepeated(slot.values, into(site, 'values'), draft);
  }
  for (const [id, meter] of Object.entries(written.meters ?? {})) {
    const site = down(top, 'meters', id);
    const slot = list.length;
    collectMeter(id, meter, site, list, draft);
    const seats = (meter.shown ?? []).flatMap(
      (seat, n) => draft.find(names.seat, seat, into(into(site, 'shown'), n), 'SC0102', 'seat') ?? [],
    );
    if (seats.length > 0) meters.push({ id, slot, label: into(site, 'label').textId, seats });
  }
  for (const [seat, { id }] of names.seats.entries()) {
    for (const fact of names.facts.values()) {
      named(`known.${id}.${fact.id}`, fact.values, 0, { seat, fact: fact.id, label: fact.label });
    }
  }
  for (const { id } of names.seats) flag(`here.${id}`, 0);
  const places = names.places.map((place) => place.id);
  for (const [n, { id }] of names.tokens.entries())
    named(`spot.${id}`, places, names.standing[n]?.place ?? 0);
  for (const [n, { id }] of names.tokens.entries())
    if (names.standing[n]?.shown === false) flag(`shown.${id}`, 0);
  for (const { id } of actions) number(`done.${id}`, 0, MOST_DONE, 0);
  for (const { id } of names.seats) number(`missed.${id}`, 0, MOST_MISSED, 0);
  for (const { id, seats, leftMs } of actions)
    for (const seat of leftMs > 0 ? new Set(seats) : []) number(`left.${seat}.${id}`, 0, leftMs, 0);
  const index = indexed(list);
  return { list, index, flags, truths: truths.map((truth) => truth.draw), meters };
}

/** The place of a value in its list; reports and answers -1 if it is none of them. `what` is the name that takes the values. */
export function valueIndex(
  values: readonly string[],
  value: string,
  site: Site,
  draft: PlaybookDraft,
  what: string,
): number {
  const index = values.indexOf(value);
  if (index < 0) draft.report('SC0105', site, `\`${what}\` is never \`${value}\`.`, suggest(value, values));
  return index;
}

function collectMeter(
  id: string,
  meter: { label: string; start: number; range: [number, number] },
  site: Site,
  list: Slot[],
  draft: PlaybookDraft,
): void {
  const [min, max] = meter.range;
  draft.text(into(site, 'label'), meter.label);
  if (min > max)
    draft.report(
      'SC0308',
      into(site, 'range'),
      `The range ends (${max}) before it begins (${min}).`,
      'Write the smaller number first: `[0, 250]`.',
    );
  else if (meter.start < min || meter.start > max) {
    draft.report(
      'SC0308',
      into(site, 'start'),
      `${meter.start} is outside the range ${min} to ${max}.`,
      `Write a number from ${min} to ${max}.`,
    );
  }
  if (list.some((slot) => slot.id === `world.${id}`)) {
    draft.reportKey(
      'SC0301',
      site,
      `\`${id}\` is already the name of a world slot.`,
      'Give the meter another name.',
    );
  }
  list.push({ id: `world.${id}`, values: null, min, max, start: meter.start, known: null });
}

interface TruthDeclared {
  readonly id: string;
  readonly values: readonly string[];
  readonly draw: Truth;
}

function collectTruths(written: ScenarioWritten, top: Site, draft: PlaybookDraft): TruthDeclared[] {
  const done: TruthDeclared[] = [];
  for (const [id, weights] of Object.entries(written.truth ?? {})) {
    const site = down(top, 'truth', id);
    const { given, label, says, ...rows } = weights;
    const slot = done.length;
    if (given === undefined) {
      const values = Object.keys(rows);
      const drawn = { slot, given: null, weights: [rowOf(rows, values, site, draft)] };
      done.push({ id, values, draw: { ...drawn, ...wordsOf(label, says, values, site, draft) } });
      continue;
    }
    const before = done.findIndex((truth) => truth.id === given);
    const parent = done[before];
    if (parent === undefined) {
      const message = `There is no truth \`${String(given)}\` before this one.`;
      draft.report('SC0104', into(site, 'given'), message, 'Name a truth that is declared above.');
      continue;
    }
    const values = [...new Set(parent.values.flatMap((value) => Object.keys(asRow(rows[value]))))];
    const table = parent.values.map((value) => {
      if (Object.hasOwn(rows, value)) return rowOf(asRow(rows[value]), values, into(site, value), draft);
      draft.reportKey('SC0105', site, `There are no weights for \`${value}\`.`, `Add \`${value}: { … }\`.`);
      return values.map(() => 1);
    });
    for (const key of Object.keys(rows)) {
      if (!parent.values.includes(key)) valueIndex(parent.values, key, into(site, key), draft, parent.id);
    }
    const drawn = { slot, given: before, weights: table };
    done.push({ id, values, draw: { ...drawn, ...wordsOf(label, says, values, site, draft) } });
  }
  return done;
}

/** The words a debrief has for a truth and each of its values; none for one that is nobody's business. */
function wordsOf(
  label: unknown,
  says: unknown,
  values: readonly string[],
  site: Site,
  draft: PlaybookDraft,
): Pick<Truth, 'label' | 'says'> {
  if (label === undefined && says === undefined) return {};
  if (typeof label !== 'string') {
    const place = into(site, label === undefined ? 'says' : 'label');
    const message = label === undefined ? '`says` needs a `label` beside it.' : '`label` must be text.';
    draft.reportKey('LG0103', place, message, 'Write `label: Who they are`.');
    return {};
  }
  const words = asRow(says);
  const where = into(site, 'says');
  for (const key of Object.keys(words)) {
    if (!values.includes(key))
      draft.reportKey('SC0105', into(where, key), `This truth is never \`${key}\`.`, suggest(key, values));
  }
  const told = values.map((value) => {
    const text = words[value];
    if (typeof text === 'string') return draft.text(into(where, value), text);
    const message = `There is no text for \`${value}\`.`;
    const place = says === undefined ? into(site, 'label') : where;
    draft.reportKey('SC0105', place, message, `Add \`${value}: …\` under \`says:\`.`);
    return '';
  });
  return { label: draft.text(into(site, 'label'), label), says: told };
}

function asRow(row: unknown): Record<string, unknown> {
  return row !== null && typeof row === 'object' ? { ...row } : {};
}

function rowOf(
  row: Readonly<Record<string, unknown>>,
  values: readonly string[],
  site: Site,
  draft: PlaybookDraft,
): number[] {
  const weights = values.map((value) => {
    const weight = Object.hasOwn(row, value) ? row[value] : 0;
    if (typeof weight === 'number') return weight;
    draft.report(
      'LG0103',
      into(site, value),
      'A weight must be a whole number.',
      'Write how often it is drawn: `3`.',
    );
    return 1;
  });
  if (weights.every((weight) => weight === 0)) {
    draft.report(
      'SC0308',
      site,
      'All weights are 0, so nothing can be drawn.',
      'Give at least one value a weight of 1 or more.',
    );
  }
  return weights;
}

function reportRepeated(values: readonly string[], site: Site, draft: PlaybookDraft): void {
  for (const [n, value] of values.entries()) {
    if (values.indexOf(value) < n)
      draft.report('SC0301', into(site, n), `The value \`${value}\` appears twice.`, 'Remove one of them.');
  }
}
