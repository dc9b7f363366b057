/** A valid run of the shipped scenario in which somebody waits, and waits, and waits; nothing in it says that this is too often. */
import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { makeEngine } from '#exercise/engine.ts';
import { ENGINE_VERSION } from '#exercise/engine-version.ts';
import type { Entry, Opening, RunFile } from '#exercise/entries.ts';
import { openExercise } from '#exercise/open.ts';
import { step } from '#exercise/step.ts';
import { hashOf } from '#language/canonical.ts';
import { packPin } from '#law/pack.ts';

/** As many entries as asked for, each with its digest. */
export function waits(many: number, seed: number): RunFile {
  const playbook = shippedPlaybook('residence-207');
  const seat = playbook.seats.find(({ solo }) => solo)?.id ?? '';
  const opening: Opening = {
    engine: ENGINE_VERSION,
    scenario: playbook.id,
    playbook: hashOf(playbook),
    pack: packPin(shippedLaw(), 'ca-los-angeles', '2026-06-30'),
    switches: {},
    seed,
    extended: 100,
    language: 'en',
    seats: [seat],
    level: 'guided',
    clock: 'discussion',
    parent: null,
  };
  const engine = makeEngine(playbook, opening, 'grid');
  let { exercise } = openExercise(engine);
  const entries: Entry[] = [];
  while (entries.length < many) {
    const stepped = step(engine, exercise, { kind: 'wait', at: exercise.at, seat });
    if (!stepped.ok) throw new Error(`A wait was refused: ${stepped.why}.`);
    exercise = stepped.exercise;
    entries.push(...stepped.entries);
  }
  return { format: 1, kind: 'run', opening, entries, sealed: null };
}
