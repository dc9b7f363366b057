/** What seats learn and what the world becomes: `tell`, `report`, `set`. */
import { suggest } from '#language/did-you-mean.ts';
import { factRepair } from '../draft/fact-repair.ts';
import { into, type Site } from '../draft/site.ts';
import { valueIndex } from '../draft/slots.ts';
import type { Effect, ValueOf } from '../playbook.ts';
import type { EffectWritten, ValueWritten } from '../schema/schema-effect.ts';
import type { Ground } from './compile-ground.ts';

type Tell = NonNullable<EffectWritten['tell']>;
type Report = NonNullable<EffectWritten['report']>;

/** A speaker by id; in talk `them` is who is talked to. Reports one that there is not. */
export function findSpeaker(id: string, site: Site, { draft, names, them }: Ground): number | null {
  if (id === 'them' && them !== undefined) return them;
  return draft.find(names.speaker, id, site, 'SC0103', 'speaker');
}

/** A seat learns facts from somebody, on a basis that the fact allows. */
export function compileLearn(written: Tell, site: Site, ground: Ground): Effect[] {
  const { draft, names, slots } = ground;
  const seat = draft.find(names.seat, written.to, into(site, 'to'), 'SC0102', 'seat');
  const from = findSpeaker(written.from, into(site, 'from'), ground);
  return Object.entries(written.learn).flatMap(([fact, value]): Effect[] => {
    const here = into(into(site, 'learn'), fact);
    const declared = names.facts.get(fact);
    if (declared === undefined) {
      draft.reportKey(
        'SC0104',
        here,
        `There is no fact \`${fact}\`.`,
        factRepair(fact, [...names.facts.keys()]),
      );
      return [];
    }
    const take = (name: string, place: Site): number => {
      const index = valueIndex(declared.values, name, place, draft, fact);
      const bases = Object.hasOwn(declared.bases, name) ? declared.bases[name] : undefined;
      if (bases !== undefined && !bases.includes(written.basis)) {
        const message = `\`${fact}\` cannot be \`${name}\` on the basis \`${written.basis}\`.`;
        draft.report('SC0207', place, message, `Write \`basis: ${bases.join('` or `')}\`, or another value.`);
      }
      return Math.max(0, index);
    };
    const learnt = heldOrTable(value, here, ground, (plain, place) => take(String(plain), place));
    const slot = slots.index.get(`known.${written.to}.${fact}`);
    if (learnt === null || slot === undefined || seat === null || from === null) return [];
    return [{ do: 'learn', slot, value: learnt, from, basis: written.basis }];
  });
}

/** One seat passes on what it knows: the reporting seat's slot, the receiving seat, the reporting seat's own speaker. */
export function compileReport(written: Report, site: Site, ground: Ground): Effect[] {
  const { draft, names, slots } = ground;
  const seat = draft.find(names.seat, written.from, into(site, 'from'), 'SC0102', 'seat');
  const to = draft.find(names.seat, written.to, into(site, 'to'), 'SC0102', 'seat');
  const from = names.speakers.findIndex((speaker) => speaker.seat === seat);
  if (seat !== null && from < 0) {
    const message = `No person has the seat \`${written.from}\`, so the source would have no name.`;
    draft.report(
      'SC0103',
      into(site, 'from'),
      message,
      `Give a person \`seat: ${written.from}\` under \`people:\`.`,
    );
  }
  return written.facts.flatMap((fact, index): Effect[] => {
    const here = into(into(site, 'facts'), index);
    if (!names.facts.has(fact)) {
      draft.report(
        'SC0104',
        here,
        `There is no fact \`${fact}\`.`,
        factRepair(fact, [...names.facts.keys()]),
      );
      return [];
    }
    const slot = slots.index.get(`known.${written.from}.${fact}`);
    if (slot === undefined || to === null || seat === null || from < 0) return [];
    return [{ do: 'report', slot, to, from, basis: written.basis ?? 'heard' }];
  });
}

/** World slots and meters take values; truth and knowledge cannot be set. */
export function compileSet(
  written: Readonly<Record<string, ValueWritten>>,
  site: Site,
  ground: Ground,
): Effect[] {
  const { draft, slots } = ground;
  const world = [...slots.index.keys()]
    .filter((id) => id.startsWith('world.'))
    .map((id) => id.slice('world.'.length));
  return Object.entries(written).flatMap(([name, value]): Effect[] => {
    const here = into(site, name);
    const id = `world.${name.replace(/^world\./, '')}`;
    const slot = slots.index.get(id);
    const held = slot === undefined ? undefined : slots.list[slot];
    if (slot === undefined || held === undefined) {
      const head = name.split('.')[0] ?? '';
      const isOther = ['known', 'truth', 'here', 'spot', 'shown', 'done', 'missed', 'story'].includes(head);
      const message = isOther
        ? `\`${name}\` cannot be set: only world slots and meters can.`
        : `There is no world slot \`${name}\`.`;
      const repair =
        head === 'known'
          ? 'Use `tell: { to, learn, from, basis }`.'
          : suggest(name, world, 'Declare it under `world:`.');
      draft.reportKey('SC0108', here, message, repair);
      return [];
    }
    const set = heldOrTable(value, here, ground, (plain, place) => {
      if (held.values !== null)
        return Math.max(0, valueIndex(held.values, String(plain), place, draft, name));
      if (slots.flags.has(id)) {
        if (typeof plain === 'boolean') return plain ? 1 : 0;
        draft.report('SC0105', place, `\`${name}\` is a flag.`, 'Write `true` or `false`.');
      } else if (
        typeof plain === 'number' &&
        Number.isInteger(plain) &&
        plain >= held.min &&
        plain <= held.max
      ) {
        return plain;
      } else {
        draft.report(
          'SC0308',
          place,
          `\`${name}\` cannot be \`${String(plain)}\`.`,
          `Write a whole number from ${held.min} to ${held.max}.`,
        );
      }
      return held.min;
    });
    return set === null ? [] : [{ do: 'set', slot, value: set }];
  });
}

/** A value outright, or one for each value of a truth or world slot. */
function heldOrTable(
  written: ValueWritten,
  site: Site,
  ground: Ground,
  take: (plain: string | number | boolean, site: Site) => number,
): ValueOf | null {
  const { draft, slots } = ground;
  if (typeof written !== 'object') return { value: take(written, site) };
  const [entry, more] = Object.entries(written);
  if (entry === undefined || more !== undefined) {
    draft.report(
      'SC0105',
      site,
      'A value depends on exactly one slot.',
      'Write `{ truth.team: { federal: …, impostors: … } }`.',
    );
    return null;
  }
  const [name, table] = entry;
  const here = into(site, name);
  const choices = [...slots.index.keys()].filter(
    (id) => /^(truth|world)\./.test(id) && slots.list[slots.index.get(id) ?? 0]?.values,
  );
  const slot = slots.index.get(name);
  const values = slot === undefined || !choices.includes(name) ? null : (slots.list[slot]?.values ?? null);
  if (slot === undefined || values === null) {
    draft.reportKey(
      'SC0108',
      here,
      `A value cannot depend on \`${name}\`.`,
      suggest(name, choices, 'Declare it under `truth:`.'),
    );
    return null;
  }
  for (const key of Object.keys(table)) {
    if (!values.includes(key))
      draft.reportKey('SC0105', into(here, key), `\`${name}\` is never \`${key}\`.`, suggest(key, values));
  }
  const map = values.map((value) => {
    const given = Object.hasOwn(table, value) ? table[value] : undefined;
    if (given !== undefined) return take(given, into(here, value));
    draft.reportKey('SC0105', here, `There is no entry for \`${value}\`.`, `Add \`${value}: …\`.`);
    return 0;
  });
  return { slot, map };
}
