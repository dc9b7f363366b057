/**
 * Property 3: from every situation without a grave finding some way leads on without one, by a play that does not differ between truths
 * the seat cannot tell apart (SPEC RH38). Property 4: a sound standing on each axis can be come to by such a play (SPEC RH39).
 */

import type { Place } from '#language/diagnostic.ts';
import { FOUND } from '#law/algebra.ts';
import type { Finding as Said } from '#law/findings.ts';
import { AXES } from '#law/trace.ts';
import { attractor } from './attractor.ts';
import type { Move, Way } from './belief-graph.ts';
import { endable, entrance } from './endings.ts';
import type { Exploration, Finding } from './exploration.ts';
import { isNeglected } from './neglect.ts';
import { ruled } from './ruled-way.ts';

/** What came of asking for a way on: the problems, and the beliefs from which, as far as was explored, no way is shown yet. */
export interface Answer {
  readonly findings: readonly Finding[];
  readonly open: number;
}

/** Situations in which a grave finding is sure to come (SC0804), or can be avoided only by knowing what cannot be known (SC0805). */
export function graveFindings(exploration: Exploration): Answer {
  const { beliefs } = exploration;
  const isGrave = (n: number) =>
    some(exploration, n, (at) => exploration.system.situations[at]?.grave === true);
  // A run that stands still for ever is not judged: that is a trap, and told as one.
  const ends = endable(exploration);
  const isGoal = (n: number) =>
    beliefs.isOver(n) || !some(exploration, n, (at) => ends[beliefs.begin([at])] === 1);
  const hopeful = attractor(beliefs, isGoal, isGrave, true);
  const sure = attractor(beliefs, isGoal, isGrave, false);
  const lost = (n: number) => n >= 0 && !isGrave(n) && hopeful[n] === 0;
  const isHidden = (n: number) => lost(n) && !alone(exploration, n, (one) => hopeful[one] === 0);
  const found = new Map<string, Finding>();
  const keep = (made: Finding) => {
    const key = `${made.problem.code} ${made.problem.line} ${made.problem.column}`;
    if (!found.has(key)) found.set(key, made);
  };
  const entries: number[] = [];
  /** Decisions that only knowledge could answer: what a wrong guess leads to is told there and not again. */
  const guessed = new Set<number>();
  let open = 0;
  for (let n = 0; n < beliefs.count; n++) {
    if (isGrave(n)) continue;
    if (sure[n] === 0 && hopeful[n] === 1) open += 1;
    if (!lost(n) || lost(beliefs.parentOf(n))) continue;
    if (!isHidden(n)) {
      if (!isNeglected(exploration, n, isGrave, wayToGrave(exploration, n))) entries.push(n);
      continue;
    }
    const decision = turning(exploration, n, isHidden);
    if (decision !== null) guessed.add(decision);
    keep(
      hidden(
        exploration,
        n,
        decision === null ? entrance(exploration, n, isHidden) : exploration.sourceMap.decision(decision),
      ),
    );
  }
  for (const n of entries) {
    const asked = decisionsAt(exploration, beliefs.parentOf(n));
    if (!asked.some((decision) => guessed.has(decision))) keep(forced(exploration, n, lost));
  }
  return { findings: [...found.values()], open };
}

/** Axes on which a sound standing is out of reach (SC0806). Where nothing can be earned, nothing found will do. */
export function soundFindings(exploration: Exploration): Answer {
  const findings: Finding[] = [];
  let open = 0;
  for (const [axis, name] of AXES.entries()) {
    // Where nobody can earn anything, to have nothing against one is all there is.
    const isSilent = exploration.system.monitor.ledger.earned[axis] === 0 && exploration.isWhole;
    const isSound = (at: number) => {
      const word = exploration.system.situations[at]?.words[axis];
      return word === 0 || (word === 4 && isSilent);
    };
    const isGoal = (n: number) => exploration.beliefs.isOver(n) && every(exploration, n, isSound);
    const never = () => false;
    const hopeful = attractor(exploration.beliefs, isGoal, never, true);
    const sure = attractor(exploration.beliefs, isGoal, never, false);
    for (const n of exploration.unknowing) {
      if (sure[n] === 0) open += 1;
      if (hopeful[n] === 0) findings.push(unsound(exploration, n, axis, name, hopeful));
    }
  }
  return { findings, open };
}

/** Whether it holds of some situation of a belief, each taken for itself. */
function alone(exploration: Exploration, n: number, holds: (belief: number) => boolean): boolean {
  const members = exploration.beliefs.members[n] ?? [];
  return members.some((one) => holds(exploration.beliefs.begin([one])));
}

function some(exploration: Exploration, n: number, holds: (situation: number) => boolean): boolean {
  return (exploration.beliefs.members[n] ?? []).some(holds);
}

function every(exploration: Exploration, n: number, holds: (situation: number) => boolean): boolean {
  return (exploration.beliefs.members[n] ?? []).every(holds);
}

function forced(exploration: Exploration, n: number, lost: (n: number) => boolean): Finding {
  const further = wayToGrave(exploration, n);
  const said = graveOf(exploration, n, further);
  const place = culprit(exploration, n, lost);
  const rule = said === null ? '' : ` (\`${said.finding.rule}\` under \`${exploration.matter.under.pack}\`)`;
  const message = `From here every path ends in a grave finding${rule}.`;
  const repair =
    'Give the player something that the law allows: another option, or an act that meets the duty in time.';
  const why = `${message}\nThis plan shows one of them.`;
  const plan = exploration.planTo(n, further, why, isGraveIn(exploration));
  return exploration.finding('SC0804', place, message, repair, plan, because(place, said));
}

function hidden(exploration: Exploration, n: number, place: Place): Finding {
  const further = wayToGrave(exploration, n);
  const said = graveOf(exploration, n, further);
  const rule = said === null ? '' : ` (\`${said.finding.rule}\` under \`${exploration.matter.under.pack}\`)`;
  const message = `A grave finding${rule} can be avoided here only by knowing the truth, and nothing has told \`${seatName(exploration)}\` what the truth is.`;
  const repair =
    'Before the seat has to act, let it see or hear a difference between the truths. Or add an option or action that is right under both.';
  const why = `${message}\nThe same steps would be right under another truth.`;
  const plan = exploration.planTo(n, further, why, isGraveIn(exploration));
  return exploration.finding('SC0805', place, message, repair, plan, because(place, said));
}

function unsound(
  exploration: Exploration,
  n: number,
  axis: number,
  name: string,
  hopeful: Uint8Array,
): Finding {
  const { matter, sourceMap, beliefs } = exploration;
  const best = bestEnd(exploration, n, axis);
  const further = best === null ? [] : best.moves;
  const said = best === null ? null : against(exploration, n, further, axis);
  const isHidden =
    !alone(exploration, n, (one) => hopeful[one] === 0) && (beliefs.members[n]?.length ?? 0) > 1;
  const objective = matter.playbook.objectives.findIndex(
    (one) => one.axis === name && one.seat === matter.seat,
  );
  const place =
    best !== null && (best.found & FOUND.unmet) !== 0 && objective >= 0
      ? sourceMap.objective(unmetIn(exploration, axis) ?? objective)
      : said !== null && said.source >= 0
        ? sourcePlace(exploration, said.source)
        : objective >= 0
          ? sourceMap.objective(objective)
          : sourceMap.top();
  const knowing = isHidden ? ' without knowing the truth beforehand' : '';
  const message = `No player can reach a sound standing on \`${name}\` under \`${matter.under.pack}\`${knowing}.`;
  const repair =
    best !== null && (best.found & FOUND.unmet) !== 0
      ? 'Give the player a way to meet this objective, or change the objective.'
      : 'Give the player something to do in time that the law commends or permits, using only what the seat can know.';
  const why = `${message}\nNo plan comes closer than this one.`;
  const plan = exploration.planTo(n, further, why, best?.isIt);
  return exploration.finding('SC0806', place, message, repair, plan, because(place, said));
}

/** A shortest play from a belief's first situation to a grave finding. */
function wayToGrave(exploration: Exploration, n: number): readonly Move[] {
  return search(exploration, n, isGraveIn(exploration))?.moves ?? [];
}

function isGraveIn({ system }: Exploration): (situation: number) => boolean {
  return (at) => system.situations[at]?.grave === true;
}

/** The shortest way from a belief to such a situation, and the situation; null where nothing of the kind was explored. */
function search(
  exploration: Exploration,
  n: number,
  isIt: (situation: number) => boolean,
): { readonly moves: readonly Move[]; readonly end: number } | null {
  const { beliefs } = exploration;
  const came = new Map<number, { from: number; way: Way } | null>([[n, null]]);
  const open = [n];
  for (const at of open) {
    const end = beliefs.members[at]?.find(isIt);
    if (end !== undefined) return { moves: movesTo(came, at), end };
    for (const way of beliefs.ways[at] ?? []) {
      for (const to of way.to) {
        if (came.has(to)) continue;
        came.set(to, { from: at, way });
        open.push(to);
      }
    }
  }
  return null;
}

function movesTo(came: ReadonlyMap<number, { from: number; way: Way } | null>, to: number): readonly Move[] {
  const moves: Move[] = [];
  for (let step = came.get(to); step != null; step = came.get(step.from)) {
    moves.unshift({ move: step.way.move, ms: step.way.ms });
  }
  return moves;
}

interface Against {
  readonly finding: Said;
  readonly source: number;
}

/** The first grave finding of the way to a belief and on. */
function graveOf(exploration: Exploration, n: number, further: readonly Move[]): Against | null {
  return firstSaid(exploration, n, further, (finding) => finding.grave);
}

/** The worst finding on an axis. */
function against(
  exploration: Exploration,
  n: number,
  further: readonly Move[],
  axis: number,
): Against | null {
  return firstSaid(
    exploration,
    n,
    further,
    (finding) =>
      finding.axis === AXES[axis] && (finding.verdict === 'forbidden' || finding.verdict === 'discouraged'),
  );
}

function firstSaid(
  exploration: Exploration,
  n: number,
  further: readonly Move[],
  isIt: (finding: Said) => boolean,
): Against | null {
  for (const truths of exploration.truthsOf(n)) {
    const { ruling, sourceOf } = ruled(exploration.matter, truths, [
      ...exploration.beliefs.wayTo(n).moves,
      ...further,
    ]);
    const finding = ruling.findings.find((one) => one.counts && isIt(one));
    if (finding === undefined) continue;
    const { on } = finding;
    return { finding, source: on.act === null ? -1 : sourceOf(on.act) };
  }
  return null;
}

/**
 * What has to be mended: the decision whose options are grave where nothing else is left; else the option or action that brought the seat
 * here, or the state in which it stands.
 */
function culprit(exploration: Exploration, n: number, isLost: (n: number) => boolean): Place {
  const { beliefs, system, sourceMap } = exploration;
  const { sources } = system.kernel.tables;
  const been = new Set([n]);
  const asked = new Set<number>();
  for (const at of been) {
    for (const { move, to } of beliefs.ways[at] ?? []) {
      const isGrave = to.some((one) =>
        some(exploration, one, (situation) => system.situations[situation]?.grave === true),
      );
      if (isGrave) asked.add(sources[move]?.decision ?? -1);
      for (const one of to) if (isLost(one)) been.add(one);
    }
  }
  const [decision = -1] = asked;
  return asked.size === 1 && decision >= 0 ? sourceMap.decision(decision) : entrance(exploration, n, isLost);
}

/** The decision at which a seat has to choose for the last time before truths it cannot tell apart part its ways; null for none. */
function turning(exploration: Exploration, n: number, isHidden: (n: number) => boolean): number | null {
  const { beliefs } = exploration;
  const been = new Set([n]);
  for (const at of been) {
    const ways = beliefs.ways[at] ?? [];
    const on = ways.flatMap(({ to }) => to.filter((one) => isHidden(one) && !been.has(one)));
    for (const one of on) been.add(one);
    if (on.length > 0) continue;
    const [decision] = decisionsAt(exploration, at);
    if (decision !== undefined) return decision;
  }
  return null;
}

/** The decisions that are open in a belief. */
function decisionsAt(exploration: Exploration, n: number): readonly number[] {
  const { system, beliefs } = exploration;
  const offers = system.situations[beliefs.members[n]?.[0] ?? -1]?.offers ?? [];
  const sources = [...offers].filter((_, i) => i % 2 === 0);
  return sources.map((one) => system.kernel.tables.sources[one]?.decision ?? -1).filter((one) => one >= 0);
}

function sourcePlace(exploration: Exploration, n: number): Place {
  const source = exploration.system.kernel.tables.sources[n];
  if (source === undefined) return exploration.sourceMap.top();
  return source.decision < 0
    ? exploration.sourceMap.action(source.action)
    : exploration.sourceMap.option(source.decision, source.option);
}

function because(place: Place, said: Against | null) {
  return said === null ? [] : [{ ...place, message: `${said.finding.title}: ${said.finding.because}` }];
}

interface BestEnd {
  readonly moves: readonly Move[];
  /** FOUND bits of the axis there. */
  readonly found: number;
  /** Whether a situation is such an end. */
  readonly isIt: (situation: number) => boolean;
}

/** The end of a run from a belief on with the least against it on an axis. */
function bestEnd(exploration: Exploration, n: number, axis: number): BestEnd | null {
  const { situations } = exploration.system;
  const badness = (at: number) => {
    const word = situations[at]?.words[axis] ?? 4;
    return [0, 1, 2, 3, 1][word] ?? 3;
  };
  for (let least = 0; least < 4; least++) {
    const isIt = (at: number) => situations[at]?.ended !== -1 && badness(at) <= least;
    const way = search(exploration, n, isIt);
    if (way !== null) return { moves: way.moves, found: situations[way.end]?.found[axis] ?? 0, isIt };
  }
  return null;
}

/** An objective of the axis that no explored run met. */
function unmetIn(exploration: Exploration, axis: number): number | null {
  const { objectives } = exploration.matter.playbook;
  const place = objectives.findIndex(
    (one, n) =>
      one.axis === AXES[axis] &&
      one.seat === exploration.matter.seat &&
      !exploration.targets.objectivesMet.has(n),
  );
  return place < 0 ? null : place;
}

function seatName(exploration: Exploration): string {
  return exploration.matter.playbook.seats[exploration.matter.seat]?.id ?? '';
}
