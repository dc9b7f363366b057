import { suggest } from '#language/did-you-mean.ts';
import type { Channel } from '#law/trace.ts';
import { toMs } from '../draft/playbook-draft.ts';
import { into, type Site } from '../draft/site.ts';
import type { Effect } from '../playbook.ts';
import type { EffectWritten, LineWritten } from '../schema/schema-effect.ts';
import { captionMs } from '../texts/reading-time.ts';
import type { Ground } from './compile-ground.ts';
import { compileLearn, compileReport, compileSet, findSpeaker } from './compile-knowledge.ts';
import { compileSeen } from './compile-vocabulary.ts';
import { SOUNDS } from './sounds.ts';

const CHANNELS = ['radio', 'say', 'phone', 'screen'] as const;

/** A list of effects as its number in the playbook; null for none. */
export function compileList(
  written: readonly EffectWritten[] | undefined,
  site: Site,
  ground: Ground,
): number | null {
  if (written === undefined || written.length === 0) return null;
  return ground.draft.list(
    written.flatMap((effect, index) => compileEffect(effect, into(site, index), ground)),
  );
}

function compileEffect(written: EffectWritten, site: Site, ground: Ground): Effect[] {
  const { draft } = ground;
  if (written.do !== undefined) {
    const test = draft.condition(written.when, into(site, 'when'), ground.story) ?? 0;
    const yes = compileList(written.do, into(site, 'do'), ground) ?? draft.list([]);
    // biome-ignore lint/suspicious/noThenProperty: a word of the language; nothing here is awaited.
    return [{ do: 'when', if: test, then: yes, else: compileList(written.else, into(site, 'else'), ground) }];
  }
  const plain = compileVerb(written, site, ground);
  if (written.when === undefined) return plain;
  const test = draft.condition(written.when, into(site, 'when'), ground.story) ?? 0;
  // biome-ignore lint/suspicious/noThenProperty: a word of the language; nothing here is awaited.
  return [{ do: 'when', if: test, then: draft.list(plain), else: null }];
}

function compileVerb(written: EffectWritten, site: Site, ground: Ground): Effect[] {
  const { draft, names } = ground;
  for (const channel of CHANNELS) {
    const line = written[channel];
    if (line !== undefined) return compileLine(channel, line, into(site, channel), ground);
  }
  if (written.tell !== undefined) return compileLearn(written.tell, into(site, 'tell'), ground);
  if (written.report !== undefined) return compileReport(written.report, into(site, 'report'), ground);
  if (written.set !== undefined) return compileSet(written.set, into(site, 'set'), ground);
  if (written.add !== undefined) return compileAdd(written.add, into(site, 'add'), ground);
  if (written.observe !== undefined) {
    const seats = seatsOf(written.to, into(site, 'to'), ground, 'solo');
    const seen = compileSeen(written.observe, into(site, 'observe'), draft);
    return seen.map((one) => ({ do: 'observe', observation: draft.observation(one), seats }));
  }
  if (written.move !== undefined)
    return compileMove(written.move, toMs(written.over), into(site, 'move'), ground);
  if (written.place !== undefined) return compileMove(written.place, 0, into(site, 'place'), ground);
  if (written.reveal !== undefined) return compileReveal(written.reveal, written.to, site, ground);
  if (written.sound !== undefined) return compileSound(written.sound, written.to, site, ground);
  if (written.go !== undefined) {
    const signal = findState(written.go, into(site, 'go'), ground);
    return signal === null ? [] : [{ do: 'go', signal: draft.signal(signal) }];
  }
  if (written.after !== undefined) {
    return Object.entries(written.after).flatMap(([time, effects]): Effect[] => {
      const list = compileList(effects, into(into(site, 'after'), time), ground);
      return list === null ? [] : [{ do: 'after', ms: toMs(time), list }];
    });
  }
  if (written.arrives !== undefined) {
    const seat = draft.find(names.seat, written.arrives, into(site, 'arrives'), 'SC0102', 'seat');
    return seat === null ? [] : [{ do: 'arrives', seat }];
  }
  if (written.repeat === true) return compileRepeat(into(site, 'repeat'), ground);
  if (written.end === true) return [{ do: 'end', ending: null }];
  if (written.end === undefined) return [];
  const ending = draft.find(names.endings, written.end, into(site, 'end'), 'SC0109', 'ending');
  return [{ do: 'end', ending }];
}

/** A sound is heard by the seats named, or by every seat played alone; one that is not in the list is reported and left out. */
function compileSound(
  written: string,
  to: readonly string[] | undefined,
  site: Site,
  ground: Ground,
): Effect[] {
  const sound = findSound(written, into(site, 'sound'), ground);
  return sound === null ? [] : [{ do: 'sound', sound, to: seatsOf(to, into(site, 'to'), ground, 'solo') }];
}

function findSound(written: string, site: Site, { draft }: Ground): string | null {
  const known = SOUNDS.find((sound) => sound === written);
  if (known !== undefined) return known;
  draft.report('SC0111', site, `There is no sound \`${written}\`.`, suggest(written, [...SOUNDS]));
  return null;
}

function compileLine(channel: Channel, line: LineWritten, site: Site, ground: Ground): Effect[] {
  const { draft } = ground;
  const from = findSpeaker(line.from, into(site, 'from'), ground);
  const to = seatsOf(line.to, into(site, 'to'), ground, channel === 'radio' ? 'local' : 'solo');
  const where = into(site, 'text');
  const text = draft.text(where, line.text, line.id === undefined ? where.textId : `line.${line.id}`);
  const caption = captionMs(ground.versions(text, line.text));
  const sound = line.sound === undefined ? null : findSound(line.sound, into(site, 'sound'), ground);
  const told = { channel, from: from ?? 0, to, text, captionMs: caption, sound };
  if (line.heard === undefined && line.then === undefined) return [{ do: 'line', ...told }];
  if (channel !== 'radio') {
    const key = line.heard === undefined ? 'then' : 'heard';
    const message = `\`${key}\` belongs to a radio line; a line that is said, phoned or shown is never missed.`;
    draft.reportKey(
      'SC0310',
      into(site, key),
      message,
      'Make it a `radio` line, or put the effects after it.',
    );
    return [{ do: 'line', ...told }];
  }
  const then = compileList(line.then, into(site, 'then'), ground);
  return [
    {
      do: 'line',
      ...told,
      ...(line.heard === undefined
        ? {}
        : { heard: compileHeard(line.heard, text, into(site, 'heard'), ground) }),
      ...(then === null ? {} : { then }),
    },
  ];
}

/** What gets through of a line: a text of its own, beside the whole one: `line.<id>.heard` where the line has an id. */
function compileHeard(written: string, line: string, site: Site, { draft, versions }: Ground) {
  const id = line.startsWith('line.') ? `${line}.heard` : site.textId;
  const text = draft.text(site, written, id);
  return { text, captionMs: captionMs(versions(text, written)) };
}

function compileRepeat(site: Site, { draft, seat }: Ground): Effect[] {
  if (seat !== undefined) return [{ do: 'repeat', seat }];
  const message = 'Nobody asks for a repeat here, so nothing can be said again.';
  draft.reportKey('SC0311', site, message, 'Put it under `then:` of an option, or of an action of one seat.');
  return [];
}

function compileAdd(written: Readonly<Record<string, number>>, site: Site, ground: Ground): Effect[] {
  const { draft, slots } = ground;
  const numbers = new Map(
    [...slots.index].flatMap(([id, n]): [string, number][] =>
      id.startsWith('world.') && slots.list[n]?.values === null && !slots.flags.has(id)
        ? [[id.slice('world.'.length), n]]
        : [],
    ),
  );
  return Object.entries(written).flatMap(([name, by]): Effect[] => {
    const here = into(site, name);
    const slot = numbers.get(name.replace(/^world\./, ''));
    if (slot === undefined) {
      const repair = suggest(name, [...numbers.keys()], 'Declare it under `meters:`.');
      draft.reportKey('SC0108', here, `There is no meter \`${name}\`.`, repair);
      return [];
    }
    const { min = 0, max = 0 } = slots.list[slot] ?? {};
    if (Math.abs(by) > max - min) {
      const message = `${by} is more than the whole range of \`${name}\`, ${min} to ${max}.`;
      draft.report('SC0308', here, message, `Write a number from ${min - max} to ${max - min}.`);
    }
    return [{ do: 'add', slot, by }];
  });
}

function compileMove(
  written: Readonly<Record<string, string>>,
  ms: number,
  site: Site,
  ground: Ground,
): Effect[] {
  const { draft, names } = ground;
  return Object.entries(written).flatMap(([name, where]): Effect[] => {
    const here = into(site, name);
    const token = findToken(name, here, ground, true);
    const place = draft.find(names.place, where, here, 'SC0106', 'place');
    return token === null || place === null ? [] : [{ do: 'move', token, place, ms }];
  });
}

function compileReveal(
  name: string,
  to: readonly string[] | undefined,
  site: Site,
  ground: Ground,
): Effect[] {
  const here = into(site, 'reveal');
  const token = findToken(name, here, ground, false);
  const seats = seatsOf(to, into(site, 'to'), ground, 'solo');
  if (token === null) return [];
  if (ground.names.standing[token]?.shown) {
    const message = `\`${name}\` is visible from the start, so this does nothing.`;
    ground.draft.report(
      'SC0405',
      here,
      message,
      'Give its token `shown: false`, or remove this effect.',
      'warning',
    );
    return [];
  }
  return [{ do: 'reveal', token, seats }];
}

function findToken(name: string, site: Site, { draft, names }: Ground, atKey: boolean): number | null {
  const found = names.token.get(name);
  if (found !== undefined) return found;
  const isPerson = names.speaker.has(name);
  const message = isPerson
    ? `\`${name}\` has no token, so it cannot be moved or shown.`
    : `There is no token \`${name}\`.`;
  const repair = isPerson
    ? `Give \`${name}\` a \`token:\` under \`people:\`.`
    : suggest(name, [...names.token.keys()], 'Declare it under `things:`.');
  if (atKey) draft.reportKey('SC0107', site, message, repair);
  else draft.report('SC0107', site, message, repair);
  return null;
}

/** The seats named, or those meant when none is: every seat of a local agency, or every seat that can be played alone. */
function seatsOf(
  written: readonly string[] | undefined,
  site: Site,
  { draft, names }: Ground,
  otherwise: 'local' | 'solo',
): number[] {
  if (written === undefined) {
    return names.seats.flatMap((seat, n) =>
      (otherwise === 'local' ? seat.agency === 'local' : seat.solo) ? [n] : [],
    );
  }
  const found = written.map((id, n) => draft.find(names.seat, id, into(site, n), 'SC0102', 'seat') ?? 0);
  return [...new Set(found)];
}

/** The state meant by `state` or `region/state`: in this region first, else the only one of that name. */
export function findState(
  written: string,
  site: Site,
  { draft, names, region }: Ground,
): { region: number; state: number } | null {
  const [head = '', tail] = written.split('/');
  const regions = [...names.regions.keys()];
  const answer = (id: string, state: number) => ({ region: regions.indexOf(id), state });
  if (tail !== undefined) {
    const states = names.regions.get(head);
    if (states === undefined) {
      draft.report('SC0101', site, `There is no region \`${head}\`.`, suggest(head, regions));
      return null;
    }
    const state = draft.find(states, tail, site, 'SC0101', `state of ${head}`);
    return state === null ? null : answer(head, state);
  }
  const own = region === null ? undefined : names.regions.get(region)?.get(head);
  if (own !== undefined && region !== null) return answer(region, own);
  const holders = regions.filter((id) => names.regions.get(id)?.has(head));
  const [only] = holders;
  if (only !== undefined && holders.length === 1)
    return answer(only, names.regions.get(only)?.get(head) ?? 0);
  if (holders.length > 1) {
    const message = `Several regions have a state \`${head}\`: ${holders.join(', ')}.`;
    draft.report('SC0101', site, message, `Write which: \`${holders[0]}/${head}\`.`);
    return null;
  }
  const near = region === null ? [] : [...(names.regions.get(region)?.keys() ?? [])];
  const all = [
    ...near,
    ...regions.flatMap((id) =>
      [...(names.regions.get(id)?.keys() ?? [])].map((s) => (id === region ? s : `${id}/${s}`)),
    ),
  ];
  const plain = suggest(head, [...new Set([...near, ...all.map((name) => name.split('/').at(-1) ?? name)])]);
  draft.report('SC0101', site, `There is no state \`${head}\`.`, plain);
  return null;
}
