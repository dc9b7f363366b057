/** Compiles a scenario whose shape is right to a playbook, reporting whatever in it makes no sense. */

import type { Diagnostic } from '#language/diagnostic.ts';
import { collectNames } from '../draft/names.ts';
import { PlaybookDraft, toMs } from '../draft/playbook-draft.ts';
import { seatScope, storyScope } from '../draft/scopes.ts';
import { down, into, type Site } from '../draft/site.ts';
import { collectSlots } from '../draft/slots.ts';
import type { Automation, Ending, Objective, Playbook, Speaker } from '../playbook.ts';
import type { ScenarioWritten } from '../schema/schema.ts';
import type { Library } from './action-merged.ts';
import { mergeActions } from './actions.ts';
import { compileAction } from './compile-action.ts';
import { compileList } from './compile-effects.ts';
import { compileGlossary } from './compile-glossary.ts';
import type { Ground } from './compile-ground.ts';
import { compileTokens } from './compile-looks.ts';
import { compileStory } from './compile-story.ts';
import { compileTurns } from './compile-turns.ts';
import { compileActs } from './compile-vocabulary.ts';

/** What a scenario is compiled from: its own text, the libraries it uses, its translations (language → text id → text). */
export interface Written {
  readonly scenario: ScenarioWritten;
  readonly top: Site;
  readonly libraries: readonly Library[];
  readonly translations: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * The playbook and what is wrong with it; the playbook is only to be run if no problem is an error.
 *
 * Equal texts give equal playbooks, to the letter (SPEC SC4); nothing of it depends on anything but the texts.
 */
export function compile(written: Written): { playbook: Playbook; problems: Diagnostic[] } {
  const { scenario, top, libraries, translations } = written;
  const draft = new PlaybookDraft();
  const title = draft.text(into(top, 'title'), scenario.title);
  const brief = compileBrief(scenario, top, draft);
  const names = collectNames(scenario, top, draft);
  const actions = mergeActions(scenario, libraries, top, draft);
  const slots = collectSlots(
    scenario,
    names,
    actions.map(({ id, written: { seat = [], takes, resumes } }) => ({
      id,
      seats: seat,
      leftMs: resumes === true ? toMs(takes) : 0,
    })),
    top,
    draft,
  );
  const story = storyScope(names, slots);
  const versions = (id: string, english: string) => [
    english,
    ...Object.values(translations).flatMap((texts) => (Object.hasOwn(texts, id) ? [texts[id] ?? ''] : [])),
  ];
  const ground: Ground = { draft, names, slots, story, region: null, versions };
  const told = compileStory(scenario, top, ground);
  const done = actions.map((action) => compileAction(action, ground));
  const whole: Omit<Playbook, 'tokens'> = {
    format: 1,
    id: scenario.id,
    asOf: scenario.asOf,
    startsAt: scenario.startsAt,
    minutes: scenario.minutes,
    title,
    brief,
    seats: names.seats,
    speakers: compileSpeakers(scenario, top, ground),
    places: names.places,
    slots: slots.list,
    truths: slots.truths,
    ...(slots.meters.length === 0 ? {} : { meters: slots.meters }),
    ...told,
    actions: done,
    automations: compileAutomations(scenario, top, ground),
    objectives: scenario.objectives.map((objective, n): Objective => {
      const site = into(into(top, 'objectives'), n, objective.id);
      const seat = draft.find(names.seat, objective.seat, into(site, 'seat'), 'SC0102', 'seat') ?? 0;
      const met = draft.condition(objective.met, into(site, 'met'), story) ?? 0;
      const arises = draft.condition(objective.arises, into(site, 'arises'), story);
      const asks = compileActs(objective.asks ?? [], into(site, 'asks'), draft);
      const bars = compileActs(objective.bars ?? [], into(site, 'bars'), draft);
      return {
        id: objective.id,
        axis: objective.axis,
        seat,
        text: into(site, 'text').textId,
        met,
        ...(arises === null ? {} : { arises }),
        ...(asks.length === 0 ? {} : { asks }),
        ...(bars.length === 0 ? {} : { bars }),
      };
    }),
    endings: compileEndings(scenario, top, ground, { decisions: told.decisions, actions: done }),
    ...compileEndsBy(scenario, draft),
    ...compileGlossary(scenario, libraries, top, draft),
    ...compileHotWash(scenario, into(top, 'hot-wash'), draft),
    signals: draft.signals,
    conditions: draft.conditions,
    lists: draft.lists,
    observations: draft.observations,
    texts: draft.texts,
    translations,
    reserved: { crowd: null, map: null },
  };
  const playbook: Playbook = { ...whole, tokens: compileTokens(ground) };
  return { playbook, problems: draft.problems };
}

function compileBrief(scenario: ScenarioWritten, top: Site, draft: PlaybookDraft): Playbook['brief'] {
  const site = into(top, 'brief');
  const objectives = scenario.objectives.map((objective, n) => {
    const here = into(into(top, 'objectives'), n, objective.id);
    if (scenario.objectives.findIndex((other) => other.id === objective.id) < n) {
      draft.report(
        'SC0301',
        into(here, 'id'),
        `There are two objectives named \`${objective.id}\`.`,
        'Rename one of them.',
      );
    }
    return draft.text(into(here, 'text'), objective.text);
  });
  return {
    role: draft.text(into(site, 'role'), scenario.brief.role),
    situation: draft.text(into(site, 'situation'), scenario.brief.situation),
    objectives,
    note: draft.text(into(site, 'note'), scenario.brief.note),
    ...(scenario.brief.detail === undefined
      ? {}
      : { detail: draft.text(into(site, 'detail'), scenario.brief.detail) }),
  };
}

/** Names over `me.<fact>` are what the seat that plays alone calls somebody; several such seats would call them differently. */
function compileSpeakers(scenario: ScenarioWritten, top: Site, { draft, names, slots }: Ground): Speaker[] {
  const solo = names.seats.flatMap((seat, n) => (seat.solo ? [n] : []));
  return names.speakers.map((speaker) => {
    const person = Object.hasOwn(scenario.people ?? {}, speaker.id)
      ? scenario.people?.[speaker.id]
      : undefined;
    if (person === undefined) {
      const seat = names.seats[speaker.seat ?? 0];
      const name = draft.text(down(top, 'seats', speaker.id, 'callsign'), seat?.callsign ?? speaker.id);
      return { id: speaker.id, names: [{ when: null, name }], seat: speaker.seat };
    }
    const site = down(top, 'people', speaker.id);
    const scope = seatScope(solo[0] ?? 0, names, slots);
    const named = (person.named ?? []).map((one, n) => {
      const here = into(into(site, 'named'), n);
      return {
        when: draft.condition(one.when, into(here, 'when'), scope),
        name: draft.text(into(here, 'as'), one.as),
      };
    });
    if (named.length > 0 && solo.length > 1) {
      const message = 'Names that depend on `me` need exactly one seat with `solo: true`.';
      draft.reportKey(
        'SC0306',
        into(site, 'named'),
        message,
        'Remove `named:`, or `solo: true` from all seats but one.',
      );
    }
    const name = draft.text(into(site, 'name'), person.name);
    return { id: speaker.id, names: [...named, { when: null, name }], seat: speaker.seat };
  });
}

function compileAutomations(scenario: ScenarioWritten, top: Site, ground: Ground): Automation[] {
  const { draft, names, story } = ground;
  const known = new Set<string>();
  return Object.entries(scenario.automations ?? {}).flatMap(([name, list]) => {
    const site = down(top, 'automations', name);
    const seat = names.seat.get(name);
    if (seat === undefined) draft.findKey(names.seat, name, site, 'SC0102', 'seat');
    return list.map((one, n): Automation => {
      const here = into(into(site, n), 'id');
      const place = into(site, n, one.id);
      if (known.has(one.id))
        draft.report('SC0301', here, `There are two automations named \`${one.id}\`.`, 'Rename one of them.');
      known.add(one.id);
      return {
        id: one.id,
        seat: seat ?? 0,
        when: draft.condition(one.when, into(place, 'when'), story) ?? 0,
        afterMs: toMs(one.after),
        list: compileList(one.do, into(place, 'do'), ground) ?? draft.list([]),
        acts: compileActs(one.acts ?? [], into(place, 'acts'), draft),
        repeat: one.repeat,
      };
    });
  });
}

/** The latest end is an effect like any other, but belongs to no state. */
function compileEndsBy(
  { 'ends-by': endsBy }: ScenarioWritten,
  draft: PlaybookDraft,
): Pick<Playbook, 'endsBy'> {
  if (endsBy === undefined) return {};
  return { endsBy: { ms: toMs(endsBy), list: draft.list([{ do: 'end', ending: null }]) } };
}

function compileHotWash(
  { 'hot-wash': questions }: ScenarioWritten,
  site: Site,
  draft: PlaybookDraft,
): Pick<Playbook, 'hotWash'> {
  if (questions === undefined) return {};
  return { hotWash: questions.map((question, n) => draft.text(into(site, n), question)) };
}

function compileEndings(
  scenario: ScenarioWritten,
  top: Site,
  { draft, story }: Ground,
  told: Pick<Playbook, 'decisions' | 'actions'>,
): Ending[] {
  const site = into(top, 'endings');
  const last = scenario.endings.length - 1;
  if (last < 0)
    draft.reportKey('SC0303', site, 'There is no ending.', 'Write at least one, the last without `when:`.');
  const open = scenario.endings.findIndex((ending) => ending.when === undefined);
  return scenario.endings.map((ending, n) => {
    const here = into(site, n, ending.id);
    if (open >= 0 && n === open + 1) {
      const message = `\`${ending.id}\` is never reached: the ending before it has no \`when\` and always fits.`;
      draft.report('SC0303', here, message, 'Put the ending without `when` last.');
    }
    if (n === last && open < 0) {
      draft.report(
        'SC0303',
        into(here, 'when'),
        'The last ending has a `when`, so a session could end without an ending.',
        'Remove this `when`, or add an ending without one.',
      );
    }
    return {
      id: ending.id,
      when: draft.condition(ending.when, into(here, 'when'), story),
      title: draft.text(into(here, 'title'), ending.title),
      text: draft.text(into(here, 'text'), ending.text),
      ...compileTurns(ending, here, { draft, story, told }),
    };
  });
}
