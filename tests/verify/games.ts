/** What kernel and exercise are compared on: the shipped scenarios under every pack, the fixture, generated playbooks under generated packs. */

import fc from 'fast-check';
import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { Engine } from '#exercise/exercise.ts';
import type { Under } from '#law/stack.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { scenarioIds } from '#scenario/read.ts';
import { toPlaybook } from '../bench/reference-story.ts';
import { playbook as fixture, opening } from '../exercise/fixture.ts';
import { playbooks } from '../exercise/generate.ts';
import { generateLaw, type Matter } from './generate-law.ts';

/** A playbook with the seats people play, the time factor, and the laws it is ruled under. */
export interface Game {
  readonly name: string;
  readonly playbook: Playbook;
  readonly seats: readonly string[];
  readonly extended: number;
  readonly laws: readonly Under[];
}

/** An engine of the game for one seed, moved by the grid. */
export function engineOf({ seats, extended, playbook }: Game, seed: number): Engine {
  return makeEngine(playbook, opening({ seed, seats, extended, scenario: playbook.id }), 'grid');
}

/** Every shipped scenario, from each seat that can play alone, under every pack with each value of its switches. */
export function shippedGames(): readonly Game[] {
  const files = readSources();
  const law = shippedLaw();
  return scenarioIds(files).flatMap((id) => {
    const playbook = shippedPlaybook(id);
    const laws = Object.values(law.packs).flatMap((pack): Under[] =>
      switchesOf(pack.switches).map((switches) => ({ law, pack: pack.id, asOf: playbook.asOf, switches })),
    );
    return playbook.seats
      .filter((seat) => seat.solo)
      .map((seat) => ({ name: `${id} ${seat.id}`, playbook, seats: [seat.id], extended: 150, laws }));
  });
}

/**
 * Generated playbooks, for one and for two people, each under two generated laws; in the first batch also the fixture and the story of the
 * benches, whose standing actions depend on where the story stands.
 */
export function generatedGames(count: number, batch = 0): readonly Game[] {
  const generated = fc.sample(playbooks, { seed: 207 + batch, numRuns: count });
  const made = batch === 0 ? [fixture, ...generated, toPlaybook()] : generated;
  return made.map((playbook, n) => {
    const many = n % 2 === 0 ? 2 : 1;
    const matter = matterOf(playbook);
    const first = (batch * count + n) * 2;
    const laws = [first, first + 1].map(
      (seed): Under => ({
        law: generateLaw(matter, seed),
        pack: 'generated',
        asOf: playbook.asOf,
        switches: seed % 3 === 0 ? { model: 'lent' } : {},
      }),
    );
    const seats = playbook.seats.slice(0, many).map((seat) => seat.id);
    return { name: `generated ${batch}.${n}`, playbook, seats, extended: n % 3 === 0 ? 150 : 100, laws };
  });
}

function switchesOf(
  switches: Readonly<Record<string, { readonly values: readonly string[] }>>,
): readonly Readonly<Record<string, string>>[] {
  return Object.entries(switches).reduce<readonly Readonly<Record<string, string>>[]>(
    (all, [name, { values }]) => all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}

function matterOf(playbook: Playbook): Matter {
  const acts = [...playbook.actions, ...playbook.decisions.flatMap((one) => one.options)].flatMap(
    (one) => one.acts,
  );
  const facts: Record<string, string[]> = {};
  for (const { known, values } of playbook.slots) {
    if (known !== null && values !== null) facts[known.fact] = [...(facts[known.fact] ?? []), ...values];
  }
  const observations = [...new Set(playbook.observations.map((one) => one.observation))];
  return {
    acts: acts.length > 0 ? acts : [{ kind: 'announce', fields: {} }],
    observations: observations.length > 0 ? observations : ['call-in-progress'],
    facts: Object.keys(facts).length > 0 ? facts : { identity: ['unknown', 'claimed'] },
  };
}
