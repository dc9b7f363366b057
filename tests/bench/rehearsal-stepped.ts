/**
 * The reference story as it is explored in shared/bench-reference: meters from 0 to 10 counted in steps of ten, changes rounded away from 0,
 * ENDEX in a final state.
 */
import type { Effect, Expr, Playbook } from '#scenario/playbook.ts';
import { METERS, REGIONS, toPlaybook } from './reference-story.ts';

const STEP = 10;

/** The stepped story as a playbook. */
export function toSteppedPlaybook(): Playbook {
  const playbook = toPlaybook();
  const finals = new Set(
    Object.values(REGIONS).flatMap((nodes) =>
      Object.entries(nodes).flatMap(([id, node]) => (node.final ? [id] : [])),
    ),
  );
  return {
    ...playbook,
    slots: playbook.slots.map((slot) => {
      const start = METERS[slot.id.replace('world.', '')];
      return start === undefined ? slot : { ...slot, min: 0, max: 10, start: start / STEP };
    }),
    conditions: playbook.conditions.map(inSteps),
    lists: [...playbook.lists.map((list) => list.map(stepped)), [{ do: 'end', ending: null }]],
    states: playbook.states.map((state) =>
      finals.has(state.id) ? { ...state, enter: playbook.lists.length } : state,
    ),
  };
}

function stepped(effect: Effect): Effect {
  if (effect.do !== 'add') return effect;
  return { ...effect, by: Math.sign(effect.by) * Math.ceil(Math.abs(effect.by) / STEP) };
}

function inSteps(expr: Expr): Expr {
  switch (expr.op) {
    case 'and':
    case 'or':
      return { ...expr, left: inSteps(expr.left), right: inSteps(expr.right) };
    case 'not':
      return { ...expr, of: inSteps(expr.of) };
    case 'ge':
    case 'lt':
      return expr.right.op === 'const'
        ? { ...expr, right: { op: 'const', value: expr.right.value / STEP } }
        : expr;
    default:
      return expr;
  }
}
