/** What would have changed a bad ending: the first of the author's acts that was open and left, or that it was chance (SPEC DB14). */
import type { Entry } from '#exercise/entries.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import type { Source, TraceEvent } from '#law/trace.ts';
import type { Turn } from '#scenario/playbook.ts';
import type { TurnedBy } from './report.ts';
import type { Wording } from './wording.ts';

/** Whoever acts so soon after an act came on offer did not leave it; an answer is given while its card is open, and so sooner. */
const AT_ONCE_MS = { action: 60_000, option: 30_000 };

/** Null where the ending is no bad one, by its author, or the run has none. */
export function turningPoint(
  engine: Engine,
  exercise: Exercise,
  entries: readonly Entry[],
  trace: readonly TraceEvent[],
  seat: string,
  words: Wording,
): TurnedBy | null {
  const ending = engine.playbook.endings[exercise.ended];
  if (ending?.turns === undefined) return null;
  for (const turn of ending.turns) {
    if (turn.when !== null && engine.conditions[turn.when]?.(exercise.slots, exercise.place) !== 1) continue;
    if (!insteadOf(turn, trace, seat)) continue;
    const open = openAndLeft(turn.by, trace, seat);
    if (open === null) continue;
    const isAction = 'action' in turn.by;
    return {
      did: words.did(sourceOf(turn.by)),
      text: words.text(turn.text),
      at: open.at,
      retry:
        entries.findLast((entry) => (isAction ? entry.command.at <= open.at : entry.seq < open.answered))
          ?.seq ?? 0,
    };
  }
  return ending.chance === undefined
    ? null
    : { did: '', text: words.text(ending.chance), at: 0, retry: null };
}

/** Since when the act was open, and the entry that answered its card in another way; null where it never was or was done at once. */
function openAndLeft(
  by: Turn['by'],
  trace: readonly TraceEvent[],
  seat: string,
): { readonly at: number; readonly answered: number } | null {
  const offered = trace.find(
    (event) => event.kind === 'offered' && event.seat === seat && isFrom(event.source, by),
  );
  if (offered === undefined) return null;
  const done = trace.find(
    (event) => event.kind === 'act' && event.seat === seat && event.human && isFrom(event.source, by),
  );
  const atOnce = 'action' in by ? AT_ONCE_MS.action : AT_ONCE_MS.option;
  if (done !== undefined && done.at - offered.at <= atOnce) return null;
  const answer = trace.find(
    (event) =>
      event.at >= offered.at &&
      'decision' in by &&
      ((event.kind === 'act' && 'decision' in event.source && event.source.decision === by.decision) ||
        (event.kind === 'lapsed' && event.decision === by.decision)),
  );
  return { at: offered.at, answered: answer?.seq ?? Number.POSITIVE_INFINITY };
}

/** Whether the answer that the turn asks for was given, or the decision lapsed where it asks for silence. */
function insteadOf({ by, instead }: Turn, trace: readonly TraceEvent[], seat: string): boolean {
  if (instead === undefined || 'action' in by) return true;
  return trace.some((event) => {
    if (event.kind === 'lapsed')
      return instead === 'silence' && event.decision === by.decision && event.why === 'time';
    return event.kind === 'act' && event.seat === seat && isFrom(event.source, { ...by, option: instead });
  });
}

function isFrom(source: Source, by: Turn['by']): boolean {
  if ('action' in by) return 'action' in source && source.action === by.action;
  return 'option' in source && source.decision === by.decision && source.option === by.option;
}

function sourceOf(by: Turn['by']): Source {
  return 'action' in by ? by : { ...by, visit: 1 };
}
