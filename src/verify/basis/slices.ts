/** What of a playbook anything reads: which slots tell two situations apart, and which truths change more than words (SPEC RH32). */

import { reads } from '#kernel/conditions.ts';
import { slotsRead } from '#scenario/effect-walk.ts';
import type { Effect, Expr, Playbook } from '#scenario/playbook.ts';

/** A slot that tells situations apart. Above `most` its values no longer differ to anything. */
export interface Telling {
  readonly slot: number;
  readonly most: number;
}

const ALL = Number.MAX_SAFE_INTEGER;

/**
 * The slots that conditions, maps and reports read, and what is left of an action that was cut, in order. How often an action was done
 * counts as far as anything asks. `seen` adds what a seat sees of the table: where tokens stand and how they look, and what meters show.
 */
export function tellingSlots(playbook: Playbook, seen: boolean): readonly Telling[] {
  const asked = new Map<number, number>();
  const ask = (slot: number, most: number) => asked.set(slot, Math.max(asked.get(slot) ?? 0, most));
  const looks = new Set(
    playbook.tokens.flatMap(({ looks: all }) => (all ?? []).flatMap(({ when }) => when ?? [])),
  );
  const names = new Set(
    playbook.speakers.flatMap((speaker) => speaker.names.flatMap(({ when }) => when ?? [])),
  );
  const used = conditionsUsed(playbook);
  playbook.conditions.forEach((expr, n) => {
    if (used.has(n) || (seen && (looks.has(n) || names.has(n)))) bounds(expr, ask);
  });
  for (const effect of playbook.lists.flat()) {
    for (const slot of slotsRead(effect)) ask(slot, ALL);
  }
  playbook.slots.forEach((slot, n) => {
    if (slot.known !== null || slot.id.startsWith('left.')) ask(n, ALL);
  });
  if (seen) {
    for (const { spot, shown } of playbook.tokens) {
      ask(spot, ALL);
      if (shown >= 0) ask(shown, ALL);
    }
    for (const { slot } of playbook.meters ?? []) ask(slot, ALL);
  }
  return [...asked]
    .sort(([a], [b]) => a - b)
    .map(([slot, most]) => ({ slot, most: playbook.slots[slot]?.id.startsWith('done.') ? most : ALL }));
}

/** The truths, by place in the playbook's list, on which nothing hangs but lines and sounds. */
export function wordyTruths(playbook: Playbook): readonly number[] {
  const heavy = new Set<number>();
  const mark = (when: number) => {
    const expr = playbook.conditions[when];
    if (expr !== undefined)
      reads(
        expr,
        (slot) => heavy.add(slot),
        () => {},
      );
  };
  for (const when of conditionsOutsideEffects(playbook)) mark(when);
  for (const effect of playbook.lists.flat()) {
    if (effect.do === 'when' && !isWords(playbook, effect)) mark(effect.if);
    for (const slot of slotsRead(effect)) heavy.add(slot);
  }
  return playbook.truths.flatMap(({ slot }, n) => (heavy.has(slot) ? [] : [n]));
}

/** Conditions that a run asks. */
function conditionsUsed(playbook: Playbook): ReadonlySet<number> {
  const whens = playbook.lists.flat().flatMap((effect) => (effect.do === 'when' ? [effect.if] : []));
  return new Set([...whens, ...conditionsOutsideEffects(playbook)]);
}

/** Those of offers, ways, decisions, automations, objectives and endings. */
function conditionsOutsideEffects(playbook: Playbook): number[] {
  return [
    ...playbook.actions.map(({ when }) => when),
    ...playbook.decisions.flatMap(({ options }) => options.map(({ when }) => when)),
    ...playbook.states.flatMap(({ settle, decide }) => [...settle, ...decide].map(({ when }) => when)),
    ...playbook.automations.map(({ when }) => when),
    ...playbook.objectives.flatMap(({ met, arises = null }) => [met, arises]),
    ...playbook.endings.map(({ when }) => when),
  ].filter((when) => when !== null);
}

/** Whether both ways of a `when` come to the same but for what is heard. */
function isWords(playbook: Playbook, effect: Extract<Effect, { readonly do: 'when' }>): boolean {
  return [effect.then, effect.else ?? -1].every((list) =>
    (playbook.lists[list] ?? []).every(
      (one) => one.do === 'sound' || (one.do === 'line' && one.then === undefined && one.heard === undefined),
    ),
  );
}

/** The greatest number each slot is held against, plus one; ALL where it is used otherwise. */
function bounds(expr: Expr, ask: (slot: number, most: number) => void): void {
  switch (expr.op) {
    case 'const':
    case 'state':
      return;
    case 'slot':
      ask(expr.slot, 1);
      return;
    case 'not':
      bounds(expr.of, ask);
      return;
    case 'in':
      if (expr.of.op === 'slot') ask(expr.of.slot, Math.max(...expr.values, 0) + 1);
      else
        reads(
          expr,
          (slot) => ask(slot, ALL),
          () => {},
        );
      return;
    case 'and':
    case 'or':
      bounds(expr.left, ask);
      bounds(expr.right, ask);
      return;
    case 'add':
    case 'sub':
      reads(
        expr,
        (slot) => ask(slot, ALL),
        () => {},
      );
      return;
    default:
      if (expr.left.op === 'slot' && expr.right.op === 'const') ask(expr.left.slot, expr.right.value + 1);
      else
        reads(
          expr,
          (slot) => ask(slot, ALL),
          () => {},
        );
  }
}
