/** An exported session, played again and ruled as the command line does it, without a process of its own. */
import { shippedLaw } from '#cli/disk/shipped.ts';
import { endingOf } from '#cli/terminal/ending-in-words.ts';
import { debrief } from '#debrief/debrief.ts';
import { digest } from '#exercise/digest.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { RunFile } from '#exercise/entries.ts';
import { replay } from '#exercise/replay.ts';
import type { StandingWord } from '#law/findings.ts';
import { AXES, type Axis } from '#law/trace.ts';
import { PLAYBOOK } from './shipped.ts';

/** What came of it. */
export interface Replayed {
  readonly run: RunFile;
  /** Whether every digest came out again. */
  readonly equal: boolean;
  readonly digest: string;
  readonly ending: string | null;
  readonly standings: Readonly<Record<Axis, StandingWord>>;
}

/** Plays the session of the shipped scenario in this text again, and rules it under its own pack. */
export function replayed(text: string): Replayed {
  const run = JSON.parse(text) as RunFile;
  const { opening, entries } = run;
  const again = replay(makeEngine(PLAYBOOK, opening, 'grid'), entries);
  const { ruling } = debrief({ playbook: PLAYBOOK, opening, entries, law: shippedLaw() });
  const standings = AXES.map((axis) => [axis, ruling.axes[axis].standing] as const);
  return {
    run,
    equal: again.equal,
    digest: digest(again.exercise),
    ending: endingOf(again.trace),
    standings: Object.fromEntries(standings) as Record<Axis, StandingWord>,
  };
}
