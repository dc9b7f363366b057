/** The story: regions, their states, decisions, and how each state is left. */

import { factRepair } from '../draft/fact-repair.ts';
import { toMs } from '../draft/playbook-draft.ts';
import { seatScope } from '../draft/scopes.ts';
import { down, into, type Site } from '../draft/site.ts';
import type { Decision, Region, State } from '../playbook.ts';
import type { DecisionWritten, ScenarioWritten, StateWritten } from '../schema/schema.ts';
import { compileList, findState } from './compile-effects.ts';
import type { Ground } from './compile-ground.ts';
import { compileActs } from './compile-vocabulary.ts';

export interface Story {
  readonly regions: readonly Region[];
  readonly states: readonly State[];
  readonly decisions: readonly Decision[];
}

/** DESIGN §3: at most four regions. */
const MOST_REGIONS = 4;

/** Compiles every state of every region, in document order. */
export function compileStory(written: ScenarioWritten, top: Site, ground: Ground): Story {
  const { draft, names } = ground;
  const regions: Region[] = [];
  const states: State[] = [];
  const decisions: Decision[] = [];
  for (const [n, [id, region]] of Object.entries(written.story).entries()) {
    const site = down(top, 'story', id);
    const known = names.regions.get(id) ?? new Map<string, number>();
    const first = draft.find(known, region.start, into(site, 'start'), 'SC0101', `state of ${id}`) ?? 0;
    regions.push({ id, first, states: [...known.values()] });
    const inside = { ...ground, region: id };
    for (const [name, state] of Object.entries(region.states)) {
      states.push(compileState(name, n, state, down(site, 'states', name), inside, decisions));
    }
    if (n === MOST_REGIONS)
      draft.reportKey(
        'SC0305',
        site,
        'A story has at most four regions.',
        'Combine regions that are not active at the same time.',
      );
  }
  if (regions.length === 0)
    draft.reportKey(
      'SC0305',
      into(top, 'story'),
      'The story is empty.',
      'Write at least one region with one state.',
    );
  return { regions, states, decisions };
}

function compileState(
  id: string,
  region: number,
  written: StateWritten,
  site: Site,
  ground: Ground,
  decisions: Decision[],
): State {
  const { draft } = ground;
  const enter = compileList(written.enter, into(site, 'enter'), ground);
  const after = Object.entries(written.after ?? {}).flatMap(([time, effects]) => {
    const list = compileList(effects, down(site, 'after', time), ground);
    return list === null ? [] : [{ ms: toMs(time), list }];
  });
  const decide = (written.decide ?? []).map((decision, n) => {
    const here = into(into(site, 'decide'), n, decision.id);
    const when = draft.condition(decision.when, into(here, 'when'), ground.story);
    const compiled = compileDecision(decision, here, ground);
    if (decisions.some((other) => other.id === decision.id)) {
      draft.report(
        'SC0301',
        into(here, 'id'),
        `There are two decisions named \`${decision.id}\`.`,
        'Rename one of them.',
      );
    }
    return { decision: decisions.push(compiled) - 1, ms: toMs(decision.at), when };
  });
  const settle = (written.on ?? []).flatMap((way, n) => {
    const here = into(into(site, 'on'), n);
    const when = draft.condition(way.when, into(here, 'when'), ground.story);
    const list = compileList(way.do, into(here, 'do'), ground);
    const to = findState(way.go, into(here, 'go'), ground);
    if (to !== null && to.region !== region) {
      const message = `\`on\` leads to another state of its own region; \`${way.go}\` is in another.`;
      draft.report(
        'SC0309',
        into(here, 'go'),
        message,
        'Put `{ go: … }` under `do:`, or name a state of this region.',
      );
    } else if (to !== null && ground.names.regions.get(ground.region ?? '')?.get(id) === to.state) {
      draft.report(
        'SC0309',
        into(here, 'go'),
        `\`${id}\` leads to itself and would never settle.`,
        'Name another state.',
      );
    }
    return when === null || to === null ? [] : [{ when, list, to: to.state }];
  });
  const leave = compileList(written.leave, into(site, 'leave'), ground);
  const expects = compileExpects(written, into(site, 'expects'), ground);
  const state = { id, region, enter, leave, after, decide, settle };
  return expects.length === 0 ? state : { ...state, expects };
}

function compileDecision(written: DecisionWritten, site: Site, ground: Ground): Decision {
  const { draft, names, slots } = ground;
  const seat = draft.find(names.seat, written.seat, into(site, 'seat'), 'SC0102', 'seat') ?? 0;
  const scope = seatScope(seat, names, slots);
  if (written.options.length < 2) {
    const message = `The decision \`${written.id}\` has ${written.options.length === 0 ? 'no options' : 'only one option'}.`;
    draft.reportKey('SC0302', into(site, 'options'), message, 'Write at least two options.');
  }
  const options = written.options.map((option, n) => {
    const here = into(into(site, 'options'), n, option.id);
    if (written.options.findIndex((other) => other.id === option.id) < n) {
      draft.report(
        'SC0301',
        into(here, 'id'),
        `There are two options named \`${option.id}\`.`,
        'Rename one of them.',
      );
    }
    return {
      id: option.id,
      ref: option.ref ?? null,
      say: draft.text(into(here, 'say'), option.say),
      when: draft.condition(option.when, into(here, 'when'), scope),
      acts: compileActs(option.acts, into(here, 'acts'), draft),
      takesMs: toMs(option.takes),
      // What a choice sets off comes when it is done, wherever the story is by then.
      // biome-ignore lint/suspicious/noThenProperty: a word of the language; nothing here is awaited.
      then: compileList(option.then, into(here, 'then'), { ...ground, seat }),
      ...(option.air === true ? { air: true as const } : {}),
    };
  });
  return {
    id: written.id,
    seat,
    ask: draft.text(into(site, 'ask'), written.ask),
    withinMs: toMs(written.within),
    silence: compileList(written.silence, into(site, 'silence'), ground),
    options,
  };
}

/** What seats must know in a state, as slots of knowledge and the values each may hold. */
function compileExpects(
  written: StateWritten,
  site: Site,
  { draft, names, slots }: Ground,
): NonNullable<State['expects']> {
  const expects: { slot: number; values: number[] }[] = [];
  for (const [seat, facts] of Object.entries(written.expects ?? {})) {
    const here = into(site, seat);
    draft.findKey(names.seat, seat, here, 'SC0102', 'seat');
    for (const [fact, values] of Object.entries(facts)) {
      const declared = names.facts.get(fact);
      const there = into(here, fact);
      if (declared === undefined) {
        const repair = factRepair(fact, [...names.facts.keys()]);
        draft.reportKey('SC0104', there, `There is no fact \`${fact}\`.`, repair);
        continue;
      }
      const list = typeof values === 'string' ? [values] : values;
      const slot = slots.index.get(`known.${seat}.${fact}`);
      const held: number[] = [];
      for (const [n, value] of list.entries()) {
        const place = typeof values === 'string' ? there : into(there, n);
        const found = draft.find(
          new Map(declared.values.map((v, i) => [v, i])),
          value,
          place,
          'SC0105',
          `value of ${fact}`,
        );
        if (found !== null) held.push(found);
      }
      if (slot !== undefined) expects.push({ slot, values: held });
    }
  }
  return expects;
}
