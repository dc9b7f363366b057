/** One scenario from one seat under one law, opened under every truth and explored as far as limits allow (SPEC RH32, RH33). */
import type { Diagnostic, Place } from '#language/diagnostic.ts';
import type { Under } from '#law/stack.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { Arena } from './arena.ts';
import { Beliefs, type Limits, type Move, type Progress } from './beliefs.ts';
import { Sites } from './sites.ts';
import { Targets } from './targets.ts';
import { type Truths, weightyTruths } from './truths.ts';
import { planOfWay } from './way-plan.ts';

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
export class Scene {
  readonly matter: Matter;
  readonly sites: Sites;
  readonly arena: Arena;
  readonly beliefs: Beliefs;
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
    this.sites = new Sites(files, playbook);
    this.truths = weightyTruths(playbook);
    this.arena = new Arena({ playbook, seat, under, extended: EXTENDED, senses: this.truths.length > 1 });
    this.beliefs = new Beliefs(this.arena);
    this.targets = new Targets(this.arena.kernel.run, seat, this.sites);
    this.arena.onStretch = () => {
      this.targets.look(this.arena.kernel.run, 0);
      for (const duty of this.arena.monitor.justMissed()) this.missedAt.set(duty, this.beliefs.trying);
    };
    const parts = new Map<number, number[]>();
    this.#opened = this.truths.map((truths) => {
      const { to, percept } = this.arena.open(truths);
      this.beliefs.begin([to]);
      parts.set(percept, [...(parts.get(percept) ?? []), to]);
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

  /** The plan that leads to a belief and goes on with further moves, under a truth that leads there; null where none can be written. */
  planTo(n: number, further: readonly Move[], why: string): string | null {
    const { nodes, moves } = this.beliefs.wayTo(n);
    for (const { truths, to } of this.#opened) {
      if (!this.#leads(to, nodes, moves)) continue;
      const { tables } = this.arena.kernel;
      return planOfWay(
        tables,
        { seat: this.matter.seat, extended: EXTENDED, truths, moves: [...moves, ...further] },
        why,
      );
    }
    return null;
  }

  /** The truths under which a belief can come to be. */
  truthsOf(n: number): readonly Truths[] {
    const { nodes, moves } = this.beliefs.wayTo(n);
    return this.#opened.filter(({ to }) => this.#leads(to, nodes, moves)).map(({ truths }) => truths);
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

  #leads(opened: number, nodes: readonly number[], moves: readonly Move[]): boolean {
    let at = opened;
    for (const [i, n] of nodes.entries()) {
      if (!(this.beliefs.members[n] ?? []).includes(at)) return false;
      const next = moves[i];
      if (next !== undefined) at = this.arena.step(at, next.move, next.ms).to;
    }
    return true;
  }
}
