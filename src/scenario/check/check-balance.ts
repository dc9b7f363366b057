/** Item-writing checks of a scenario as a whole: what its objectives leave out, and whether its fullest answer is always the longest. */
import { AXES } from '#law/trace.ts';
import { decisionsOf } from '../draft/decisions-written.ts';
import type { PlaybookDraft } from '../draft/playbook-draft.ts';
import { into, type Site } from '../draft/site.ts';
import type { DecisionWritten, ScenarioWritten } from '../schema/schema.ts';
import { halves } from '../texts/reading-time.ts';

/** Reports SC0413 and SC0415. */
export function checkBalance(written: ScenarioWritten, top: Site, draft: PlaybookDraft): void {
  checkAxes(written, top, draft);
  checkFullest(written, top, draft);
}

/** So many objectives are more than one thing to learn: then none of the three axes is left out (SC37). */
const SEVERAL = 2;

/** Several objectives, and an axis without one; a scenario with a single objective is about a single thing. */
function checkAxes({ objectives }: ScenarioWritten, top: Site, draft: PlaybookDraft): void {
  if (objectives.length < SEVERAL) return;
  const missing = AXES.filter((axis) => !objectives.some((objective) => objective.axis === axis));
  if (missing.length === 0) return;
  const shown = missing.map((axis) => `\`${axis}\``).join(' and ');
  const message = `No objective covers ${shown}: the trainee is not told that it counts.`;
  const repair = `Write an objective with \`axis: ${missing[0]}\`, and a decision that affects it.`;
  draft.reportKey('SC0413', into(top, 'objectives'), message, repair, 'warning');
}

/** Fewer decisions with a fullest answer than this show no habit. */
const FEWEST = 5;
/** The fullest answer may be the longest in so many of a hundred decisions that have one. */
const MOST = 60;

/** The option with the most acts is not always the longest one; where it is written is nothing that a player sees, for options are shuffled (SC39, EX9). */
function checkFullest(written: ScenarioWritten, top: Site, draft: PlaybookDraft): void {
  const counted = [...decisionsOf(written, top)].flatMap(({ decision }) => {
    const fullest = onlyMost(decision, (option) => option.acts.length);
    return fullest === null ? [] : [{ fullest, longest: onlyMost(decision, lengthOf) }];
  });
  if (counted.length < FEWEST) return;
  const count = counted.filter(({ fullest, longest }) => fullest === longest).length;
  if (count * 100 <= counted.length * MOST) return;
  const message = `In ${count} of ${counted.length} decisions, the option with the most acts is the longest: a trainee who always takes the longest does not have to think.`;
  draft.reportKey(
    'SC0415',
    into(top, 'story'),
    message,
    'Make other options longer in some of them.',
    'warning',
  );
}

type OptionWritten = DecisionWritten['options'][number];

/** The place of the option that has more of something than each other one; null if none has. */
function onlyMost({ options }: DecisionWritten, measure: (option: OptionWritten) => number): number | null {
  const counts = options.map(measure);
  const most = Math.max(...counts);
  return counts.filter((count) => count === most).length === 1 ? counts.indexOf(most) : null;
}

function lengthOf({ say }: OptionWritten): number {
  return Math.max(...halves(say).map((half) => half.length));
}
