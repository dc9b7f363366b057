/** The decisions of a scenario as its author wrote them, each with where it stands and with what it was compiled to. */
import type { Decision, Playbook, TextId } from '../playbook.ts';
import type { DecisionWritten, ScenarioWritten } from '../schema/schema.ts';
import { down, into, type Site } from './site.ts';

export interface DecisionAt {
  readonly decision: DecisionWritten;
  /** Where it stands in the scenario's file. */
  readonly site: Site;
  /** The text ids of its options, as a translation names them, in the order of the options. */
  readonly says: readonly TextId[];
}

/** Every decision, in the order they are written. */
export function* decisionsOf(written: ScenarioWritten, top: Site): Generator<DecisionAt> {
  for (const [region, { states }] of Object.entries(written.story)) {
    for (const [name, state] of Object.entries(states)) {
      for (const [n, decision] of (state.decide ?? []).entries()) {
        const list = down(top, 'story', region, 'states', name, 'decide');
        const options = into(into(list, n, decision.id), 'options');
        const says = decision.options.map(({ id }, m) => into(into(options, m, id), 'say').textId);
        yield { decision, site: into(list, n), says };
      }
    }
  }
}

/** What each decision was compiled to, by its id. */
export function compiledDecisions(playbook: Playbook): ReadonlyMap<string, Decision> {
  return new Map(playbook.decisions.map((decision) => [decision.id, decision]));
}
