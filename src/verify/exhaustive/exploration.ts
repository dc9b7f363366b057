/** One scenario from one seat under one law, opened under every truth and explored as far as limits allow (SPEC RH32, RH33). */
import type { Diagnostic, Place } from '#language/diagnostic.ts';
import type { Under } from '#law/stack.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { type Truths, weightyTruths } from '../basis/truths.ts';
import { SourceMap } from '../report/source-map.ts';
import { planOfWay } from '../report/way-plan.ts';
import { BeliefGraph, type Limits, type Move, type Progress } from './belief-graph.ts';
import { Targets } from './targets.ts';
import { REFUSED, TransitionSystem } from './transition-system.ts';

/** What is to be proved, and where its author's files are (by path below `scenarios/`). */
export interface Matter {
  readonly playbook: Playbook;
  readonly files: ReadonlyMap<string, string>;
  readonly seat: number;
  readonly under: Under;
}
/** A problem that a proof found, and a plan that shows it where one can. */
export interface Finding {
  readonly problem: Diagnostic;
  readonly plan: string | null;
}

/** Normal time: what is possible with it is possible with more. */
export const EXTENDED = 100;

/** An explored scenario: what was met, by what way, and how to say so. */
export class Exploration {
  readonly matter: Matter;
  readonly sourceMap: SourceMap;
  readonly system: TransitionSystem;
  readonly beliefs: BeliefGraph;
  readonly targets: Targets;
  /** Truths that change more than words, one of each. */
  readonly truths: readonly Truths[];
  /** The belief of somebody who knows nothing, for each way the opening can look. */
  readonly unknowing: readonly number[];
  /** By duty, the move by which it was first missed. */
  readonly missedAt = new Map<number, { readonly from: number; readonly move: Move }>();
  readonly #opened: readonly { readonly truths: Truths; readonly to: number }[];

  constructor(matter: Matter) {
    const { playbook, files, seat, under } = matter;
    this.matter = matter;
    this.sourceMap = new SourceMap(files, playbook);
    this.truths = weightyTruths(playbook);
    this.system = new TransitionSystem({
      playbook,
      seat,
      under,
      extended: EXTENDED,
      senses: this.truths.length > 1,
    });
    this.beliefs = new BeliefGraph(this.system);
    this.targets = new Targets(this.system.kernel.run, seat, this.sourceMap);
    this.system.onStretch = () => {
      this.targets.look(this.system.kernel.run, 0);
      for (const duty of this.system.monitor.justMissed()) this.missedAt.set(duty, this.beliefs.trying);
    };
    const parts = new Map<number, number[]>();
    this.#opened = this.truths.map((truths) => {
      const { to, signature } = this.system.open(truths);
      this.beliefs.begin([to]);
      parts.set(signature, [...(parts.get(signature) ?? []), to]);
      return { truths, to };
    });
    this.unknowing = [...parts.values()].map((part) => this.beliefs.begin(part));
  }

  /** Explores on, until all is followed or a limit is reached. */
  explore(limits: Limits, progress: Progress): void {
    this.beliefs.explore(limits, progress);
  }

  /** Whether everything was followed. */
  get isWhole(): boolean {
    return this.beliefs.frontier === 0;
  }

  /** The one situation of a belief of one; null where the seat takes several to be possible. */
  only(n: number): number | null {
    const members = this.beliefs.members[n] ?? [];
    return members.length === 1 ? (members[0] ?? null) : null;
  }

  /**
   * The plan that leads to a belief and goes on with further moves, under a truth that leads there and on to a situation that shows what
   * was found; null where none can be written. Effects without end at the last move are shown by coming to them.
   */
  planTo(
    n: number,
    further: readonly Move[],
    why: string,
    shows: (situation: number) => boolean = () => true,
  ): string | null {
    const way = this.beliefs.wayTo(n);
    const moves = [...way.moves, ...further];
    for (const { truths, to } of this.#opened) {
      let at = this.#leadsTo(to, way.nodes, way.moves);
      if (at < 0) continue;
      for (const { move, ms } of further) if (at >= 0) at = this.system.step(at, move, ms).to;
      if (at === REFUSED || (at >= 0 && !shows(at))) continue;
      const { tables } = this.system.kernel;
      const plan = planOfWay(tables, { seat: this.matter.seat, extended: EXTENDED, truths, moves }, why);
      if (plan !== null) return plan;
    }
    return null;
  }

  /** The truths under which a belief can come to be. */
  truthsOf(n: number): readonly Truths[] {
    const { nodes, moves } = this.beliefs.wayTo(n);
    return this.#opened.filter(({ to }) => this.#leadsTo(to, nodes, moves) >= 0).map(({ truths }) => truths);
  }

  /** A finding at a place, with a plan that leads to a belief. */
  finding(
    code: string,
    place: Place,
    message: string,
    repair: string,
    plan: string | null,
    notes: Diagnostic['notes'] = [],
  ): Finding {
    const problem: Diagnostic = { ...place, code, severity: 'error', message, repair };
    return { problem: notes.length === 0 ? problem : { ...problem, notes }, plan };
  }

  /** The situation in which a way through beliefs ends from an opening; negative where it does not lead through them. */
  #leadsTo(opened: number, nodes: readonly number[], moves: readonly Move[]): number {
    let at = opened;
    for (const [i, n] of nodes.entries()) {
      if (!(this.beliefs.members[n] ?? []).includes(at)) return REFUSED;
      const next = moves[i];
      if (next !== undefined) at = this.system.step(at, next.move, next.ms).to;
    }
    return at;
  }
}
