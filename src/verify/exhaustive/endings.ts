/** Property 1: from everywhere an ending can be reached, nothing is stuck, no seat is left without anything to do (SPEC RH37). */
import type { Place } from '#language/diagnostic.ts';
import { printDuration } from '#language/duration.ts';
import { attractor } from './attractor.ts';
import type { Move } from './belief-graph.ts';
import type { Exploration, Finding } from './exploration.ts';
import { PASS } from './transition-system.ts';

/** The longest a person may have nothing to decide and nothing to do. */
export const LONGEST_IDLE_MS = 240_000;

/** Situations from which no ending can be reached (SC0801) and waits that are too long (SC0802), each place once. */
export function endingFindings(exploration: Exploration): readonly Finding[] {
  const { beliefs } = exploration;
  const ends = endable(exploration);
  const isTrap = (n: number) => exploration.only(n) !== null && (ends[n] === 0 || beliefs.runaways.has(n));
  const found = new Map<string, Finding>();
  for (let n = 0; n < beliefs.count; n++) {
    if (!isTrap(n) || isTrap(beliefs.parentOf(n))) continue;
    const place = standstill(exploration, n);
    const key = `${place.line} ${place.column}`;
    if (found.has(key)) continue;
    const runs = beliefs.runaways.has(n);
    const message = runs
      ? 'From here effects trigger each other without end, and the session stops.'
      : 'From here no ending can be reached: whatever the player does, the session never ends.';
    const repair = runs
      ? 'Break the loop: delay one of the effects, or give one a condition that stops being true.'
      : 'Give this state a deadline or an `on` that leads to `end`.';
    const why = `${message} After this plan no ending can be reached.`;
    found.set(key, exploration.finding('SC0801', place, message, repair, exploration.planTo(n, [], why)));
  }
  return [...found.values(), ...waits(exploration, isTrap)];
}

/** Beliefs (1) from which some play comes to an ending, or may, as far as was explored. */
export function endable({ beliefs }: Exploration): Uint8Array {
  return attractor(
    beliefs,
    (n) => beliefs.isOver(n),
    () => false,
    true,
  );
}

/** The state that was entered last before nothing new comes any more, if only time passes from a belief on. */
function standstill(exploration: Exploration, n: number): Place {
  const { beliefs, sourceMap, system } = exploration;
  const been = new Set<number>();
  let place = sourceMap.state(lastMoved(exploration, n) ?? 0);
  let at = n;
  while (!been.has(at)) {
    been.add(at);
    const next = beliefs.ways[at]?.findLast((way) => way.move === PASS)?.to[0];
    if (next === undefined) break;
    const [before, after] = [at, next].map(
      (one) => system.situations[exploration.only(one) ?? -1]?.place ?? [],
    );
    const moved = after?.find((state, region) => state !== before?.[region]);
    if (moved !== undefined) place = sourceMap.state(moved);
    at = next;
  }
  return place;
}

/** Where a region of situations is entered: the option or action taken, or else the state the story came to. */
export function entrance(exploration: Exploration, n: number, isInside: (n: number) => boolean): Place {
  const { nodes, moves } = exploration.beliefs.wayTo(n);
  let first = nodes.findIndex(isInside);
  if (first < 0) first = nodes.length - 1;
  const move = moves[first - 1];
  const before = exploration.only(nodes[first - 1] ?? -1);
  const after = exploration.beliefs.members[nodes[first] ?? -1]?.[0] ?? -1;
  const places = exploration.system.situations[after]?.place ?? [];
  const had = before === null ? [] : (exploration.system.situations[before]?.place ?? []);
  const entered = places.find((state, region) => state !== had[region] && had.length > 0);
  if (entered !== undefined) return exploration.sourceMap.state(entered);
  const source = exploration.system.kernel.tables.sources[move?.move ?? -1];
  if (source !== undefined) {
    return source.decision < 0
      ? exploration.sourceMap.action(source.action)
      : exploration.sourceMap.option(source.decision, source.option);
  }
  return places[0] === undefined ? exploration.sourceMap.top() : exploration.sourceMap.state(places[0]);
}

/** Waits longer than the longest, each at the state in which it begins. */
function waits(exploration: Exploration, isTrap: (n: number) => boolean): Finding[] {
  const { beliefs, system, sourceMap, matter } = exploration;
  const name = matter.playbook.seats[matter.seat]?.id ?? '';
  const found = new Map<string, Finding>();
  const inWait = new Set<number>();
  for (let n = 0; n < beliefs.count; n++) {
    if (exploration.only(n) === null || isTrap(n) || inWait.has(n)) continue;
    const further: Move[] = [];
    let [at, ms] = [n, 0];
    for (;;) {
      const here = system.situations[exploration.only(at) ?? -1];
      if (here === undefined || here.ended !== -1 || here.offers.length > 0 || here.busy) break;
      inWait.add(at);
      const pass = beliefs.ways[at]?.findLast((way) => way.move === PASS);
      if (pass === undefined) break;
      further.push({ move: PASS, ms: pass.ms });
      ms += pass.ms;
      at = pass.to[0] ?? -1;
    }
    if (ms <= LONGEST_IDLE_MS) continue;
    const places = system.situations[exploration.only(n) ?? -1]?.place ?? [];
    const place =
      places[0] === undefined ? sourceMap.top() : sourceMap.state(lastMoved(exploration, n) ?? places[0]);
    const key = `${place.line} ${place.column}`;
    if (found.has(key)) continue;
    const message = `From here, \`${name}\` may have nothing to decide or do for ${printDuration(ms)}; the limit is 4m.`;
    const repair =
      'Put a decision earlier, keep a standing action possible, or let the story move on sooner.';
    found.set(
      key,
      exploration.finding('SC0802', place, message, repair, exploration.planTo(n, further, message)),
    );
  }
  return [...found.values()];
}

/** The state that was entered last on the way to a belief. */
function lastMoved(exploration: Exploration, n: number): number | null {
  const { nodes } = exploration.beliefs.wayTo(n);
  const places = nodes.map(
    (one) => exploration.system.situations[exploration.beliefs.members[one]?.[0] ?? -1]?.place ?? [],
  );
  for (let i = places.length - 1; i > 0; i--) {
    const moved = places[i]?.find((state, region) => state !== places[i - 1]?.[region]);
    if (moved !== undefined) return moved;
  }
  return null;
}
