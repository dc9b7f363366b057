/** Time: what is due happens, one event at a time, each settled before the next. */
import { settle } from './cascade.ts';
import { ask, close, lapsed } from './decisions.ts';
import { count, type Draft, emit, knowing, seeing, tick } from './draft.ts';
import { runList } from './effects.ts';
import type { Due } from './exercise.ts';
import { at } from './invariant.ts';

/** Fires everything due at or before `until`, in order, stopping at ENDEX; then the clock stands at `until` (at ENDEX if it ended). */
export function fireUntil(draft: Draft, until: number): void {
  for (;;) {
    const due = draft.due[0];
    if (draft.ended !== -1) return;
    if (due === undefined || due.at > until) break;
    draft.due.shift();
    tick(draft, due.at);
    count(draft);
    fire(draft, due.what);
    settle(draft);
  }
  tick(draft, until);
}

function fire(draft: Draft, what: Due['what']): void {
  switch (what.kind) {
    case 'complete':
      complete(draft, what);
      break;
    case 'run':
      runList(draft, what.list);
      break;
    case 'ask':
      ask(draft, what.decision, what.when, what.state);
      break;
    case 'automate':
      automate(draft, what.automation);
      break;
    case 'lapse':
      lapse(draft, what.decision, what.visit);
      break;
    default:
      what satisfies never;
  }
}

/** The seat is free, `done.<action>` counts (to 9), then the effects run (EX14). */
function complete(draft: Draft, what: Extract<Due['what'], { kind: 'complete' }>): void {
  const seat = at(draft.seats, what.seat);
  if (seat.act === what.act) Object.assign(seat, { act: 0, kind: 0, sends: -1 });
  const done = draft.lookup.done[what.action] ?? -1;
  if (done >= 0) {
    draft.slots[done] = Math.min(at(draft.slots, done) + 1, at(draft.engine.playbook.slots, done).max, 9);
  }
  emit(draft, { kind: 'done', act: what.act, seat: at(draft.engine.playbook.seats, what.seat).id });
  runList(draft, what.list);
}

/** An automation acts as its seat, which knows and perceives what it does; it is marked as nobody's doing (EX18). */
function automate(draft: Draft, n: number): void {
  const { id, seat, acts, list } = at(draft.engine.playbook.automations, n);
  if (acts.length > 0) {
    draft.acts += 1;
    emit(draft, {
      kind: 'act',
      id: draft.acts,
      seat: at(draft.engine.playbook.seats, seat).id,
      human: false,
      source: { automation: id },
      acts,
      takes: 0,
      knowing: knowing(draft, seat),
      seeing: seeing(draft, seat),
    });
  }
  runList(draft, list);
}

/** Silence is the author's consequence. */
function lapse(draft: Draft, decision: number, visit: number): void {
  close(draft, decision);
  lapsed(draft, decision, visit, 'time');
  runList(draft, at(draft.engine.playbook.decisions, decision).silence ?? -1);
}
