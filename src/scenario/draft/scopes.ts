/** Which names each condition sees: the story all of them, a seat only what it knows itself. */
import type { Name, NameType, Scope } from '#language/condition.ts';
import type { Names } from './names.ts';
import type { Slots } from './slots.ts';

/** What story, automation, objective and ending conditions see. */
export function storyScope(names: Names, slots: Slots): Scope {
  const all = new Map<string, Name>();
  for (const [n, slot] of slots.list.entries())
    all.set(slot.id, { expr: { op: 'slot', slot: n }, type: typeOf(slots, n) });
  for (const [n, { id }] of names.tokens.entries()) {
    if (names.standing[n]?.shown)
      all.set(`shown.${id}`, { expr: { op: 'const', value: 1 }, type: { kind: 'flag' } });
  }
  for (const [region, [id, states]] of [...names.regions].entries()) {
    all.set(`story.${id}`, { expr: { op: 'state', region }, type: { kind: 'values', values: states } });
  }
  return {
    names: all,
    forbids: (name) =>
      /^me\b/.test(name)
        ? {
            why: 'Only options, actions and names can use `me`.',
            repair: 'Say whose knowledge: `known.<seat>.<fact>`.',
          }
        : null,
  };
}

/** What conditions on looks see: what anybody can see. Not the truth, not what one seat knows, not where the story is going. */
export function lookScope(names: Names, slots: Slots): Scope {
  const open = [...storyScope(names, slots).names].filter(([id]) => /^(world|here|spot|shown)\./.test(id));
  return {
    names: new Map(open),
    forbids: (name) => {
      const [head = ''] = name.split('.');
      if (!['truth', 'known', 'me', 'done', 'missed', 'story'].includes(head)) return null;
      return {
        why: `A look cannot use \`${head}\`: everybody who sees the token would learn it.`,
        repair:
          'Use `world.<slot>`, `spot.<token>`, `shown.<token>` or `here.<seat>`; let the story set a slot.',
      };
    },
  };
}

/** What conditions on ways to talk see: what the seat knows, and what anybody can see of whom it talks to. */
export function talkScope(seat: number, names: Names, slots: Slots): Scope {
  const own = seatScope(seat, names, slots);
  return { ...own, names: new Map([...lookScope(names, slots).names, ...own.names]) };
}

/** What conditions on a seat's options, actions and names see: `me.<fact>`, `me.at`, `me.missed`, `done.<action>`. Made once for each seat. */
export function seatScope(seat: number, names: Names, slots: Slots): Scope {
  const made = scopes.get(slots) ?? new Map<number, Scope>();
  scopes.set(slots, made);
  const scope = made.get(seat) ?? makeSeatScope(seat, names, slots);
  made.set(seat, scope);
  return scope;
}

/** A scenario has as many options as conditions, and few seats. */
const scopes = new WeakMap<Slots, Map<number, Scope>>();

function makeSeatScope(seat: number, names: Names, slots: Slots): Scope {
  const own = new Map<string, Name>();
  const id = names.seats[seat]?.id ?? '';
  for (const [n, slot] of slots.list.entries()) {
    const name: Name = { expr: { op: 'slot', slot: n }, type: typeOf(slots, n) };
    if (slot.known?.seat === seat) own.set(`me.${slot.known.fact}`, name);
    if (slot.id.startsWith('done.')) own.set(slot.id, name);
    if (slot.id === `missed.${id}`) own.set('me.missed', name);
  }
  const speaker = names.speakers.find(
    (candidate) => candidate.seat === seat && names.token.has(candidate.id),
  );
  const spot = speaker && slots.index.get(`spot.${speaker.id}`);
  if (spot !== undefined) own.set('me.at', { expr: { op: 'slot', slot: spot }, type: typeOf(slots, spot) });
  return { names: own, forbids: (name) => forbidSeat(name, id, names) };
}

function forbidSeat(name: string, seat: string, names: Names): { why: string; repair: string } | null {
  const [head = '', second = '', third = ''] = name.split('.');
  if (head === 'known' && second === seat) {
    return { why: 'Here a seat sees only its own knowledge.', repair: `Write \`me.${third}\`.` };
  }
  if (head === 'missed' && second === seat)
    return { why: 'Here a seat sees only the radio lines that it missed.', repair: 'Write `me.missed`.' };
  if (['truth', 'world', 'known', 'here', 'spot', 'shown', 'missed', 'story'].includes(head)) {
    const why = `\`${head}\` is hidden from every seat: a seat's options and actions must depend only on what the seat knows.`;
    return {
      why,
      repair: 'Use only `me.<fact>`, `me.at` and `done.<action>`; let the story tell the seat a fact first.',
    };
  }
  if (name === 'me.at') {
    return {
      why: `The seat \`${seat}\` has no token, so it has no place.`,
      repair: 'Give its person a `token:`.',
    };
  }
  const isFact = head === 'me' && third === '' && names.facts.size > 0 && second === '';
  return isFact ? { why: '`me` alone means nothing.', repair: 'Write `me.<fact>`.' } : null;
}

function typeOf(slots: Slots, n: number): NameType {
  const slot = slots.list[n];
  if (slot?.values)
    return { kind: 'values', values: new Map(slot.values.map((value, index) => [value, index])) };
  return { kind: slot !== undefined && slots.flags.has(slot.id) ? 'flag' : 'number' };
}
