/** Everything of a scenario that somebody should be able to come to, and which of it an exploration has seen (SPEC RH35). */

import { int } from '#kernel/conditions.ts';
import { AIM, type CodeOf, codeAt, EVENT, STAMP } from '#kernel/events.ts';
import type { Run } from '#kernel/state.ts';
import type { Place } from '#language/diagnostic.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { SourceMap } from '../report/source-map.ts';

/** One thing to come to. */
export interface Target {
  readonly sort: 'state' | 'option' | 'action' | 'inject' | 'fact' | 'ending';
  /** What it is called in a sentence: its sort and its name. */
  readonly name: string;
  readonly place: Place;
}

/** The targets of one seat's play, and when each was first seen. */
export class Targets {
  readonly all: Target[] = [];
  /** Objectives that some run met. */
  readonly objectivesMet = new Set<number>();
  readonly #isSeen: Set<number> = new Set();
  readonly #states = new Map<number, number>();
  readonly #sources = new Map<number, number>();
  readonly #lists = new Map<number, number>();
  readonly #facts = new Map<string, number>();
  readonly #endings = new Map<number, number>();
  #news = -1;

  constructor(run: Run, seat: number, sourceMap: SourceMap) {
    const { playbook, sources } = run.tables;
    const add = (sort: Target['sort'], name: string, place: Place) =>
      this.all.push({ sort, name, place }) - 1;
    for (const [n, state] of playbook.states.entries()) {
      const name = `${playbook.regions[state.region]?.id}/${state.id}`;
      this.#states.set(n, add('state', `The state \`${name}\``, sourceMap.state(n)));
      for (const [i, { ms, list }] of state.after.entries()) {
        const what = `What \`${name}\` does after ${ms / 1000}s`;
        this.#lists.set(list, add('inject', what, sourceMap.after(n, i)));
      }
    }
    for (const [n, source] of sources.entries()) {
      if (source.seat !== seat) continue;
      if (source.decision < 0) {
        const id = playbook.actions[source.action]?.id ?? '';
        this.#sources.set(n, add('action', `The action \`${id}\``, sourceMap.action(source.action)));
        continue;
      }
      const decision = playbook.decisions[source.decision];
      const name = `${decision?.id}/${decision?.options[source.option]?.id}`;
      this.#sources.set(
        n,
        add('option', `The option \`${name}\``, sourceMap.option(source.decision, source.option)),
      );
    }
    for (const [n, { id, list, seat: of }] of playbook.automations.entries()) {
      if (of === seat) continue;
      this.#lists.set(list, add('inject', `The automation \`${id}\``, sourceMap.automation(n)));
    }
    for (const [list, place] of sourceMap.delayed()) {
      this.#lists.set(list, add('inject', 'The delayed effect here', place));
    }
    for (const { slot, value } of learnable(playbook)) {
      const of = playbook.slots[slot];
      const [fact, says] = [of?.known?.fact ?? '', of?.values?.[value] ?? String(value)];
      if (of?.known?.seat !== seat || value === of.start) continue;
      this.#facts.set(`${slot} ${value}`, add('fact', `\`${fact}: ${says}\``, sourceMap.learn(fact, says)));
    }
    for (const [n, { id }] of playbook.endings.entries()) {
      this.#endings.set(n, add('ending', `The ending \`${id}\``, sourceMap.ending(n)));
    }
  }

  /** Looks through what a run has come to from integer `from` of its trace on. */
  look(run: Run, from: number): void {
    const { t, tn } = run;
    for (let at = from; at < tn; at += int(t, at + 1)) {
      const a = int(t, at + STAMP);
      const b = int(t, at + STAMP + 1);
      const code = codeAt(run, at);
      switch (code) {
        case EVENT.act:
          this.#see(this.#sources.get(b));
          break;
        case EVENT.learnt:
          this.#see(this.#facts.get(`${a} ${b}`));
          break;
        case EVENT.objective:
          if (b === AIM.met) this.objectivesMet.add(a);
          break;
        case EVENT.ended:
          this.#see(this.#endings.get(a));
          break;
        default:
          code satisfies CodeOf<
            | 'cut'
            | 'done'
            | 'observed'
            | 'closed'
            | 'told'
            | 'offered'
            | 'withdrawn'
            | 'asked'
            | 'said'
            | 'lapsed'
            | 'moved'
            | 'revealed'
            | 'sound'
            | 'arrived'
            | 'world'
          >;
      }
    }
    if (run.news !== this.#news) {
      this.#news = run.news;
      for (const [state, n] of this.#states) if (run.stood[state] === 1) this.#see(n);
      for (const [list, n] of this.#lists) if (run.ran[list] === 1) this.#see(n);
    }
  }

  /** Targets nobody has come to. */
  get unseen(): readonly Target[] {
    return this.all.filter((_, n) => !this.#isSeen.has(n));
  }

  #see(n: number | undefined): void {
    if (n !== undefined) this.#isSeen.add(n);
  }
}

/** Every value that any effect can give to what a seat knows. */
function learnable(playbook: Playbook): { readonly slot: number; readonly value: number }[] {
  const pairs = playbook.lists.flat().flatMap((effect) => {
    if (effect.do !== 'learn') return [];
    const { value } = effect;
    const values = 'value' in value ? [value.value] : drawable(playbook, value.slot, value.map);
    return values.map((one) => ({ slot: effect.slot, value: one }));
  });
  return [...new Map(pairs.map((pair) => [`${pair.slot} ${pair.value}`, pair])).values()];
}

/** The values of a map that its slot can choose. */
function drawable(playbook: Playbook, slot: number, map: readonly number[]): readonly number[] {
  const { min, max } = playbook.slots[slot] ?? { min: 0, max: -1 };
  return map.slice(min, max + 1);
}
