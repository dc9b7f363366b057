/** Where the things of a playbook stand in the author's files: for what a proof has to say of them. */
import type { Place } from '#language/diagnostic.ts';
import { type Path, readYaml, type Source } from '#language/yaml-reader.ts';
import { callsOf } from '#scenario/effect-walk.ts';
import type { Playbook } from '#scenario/playbook.ts';

type Files = ReadonlyMap<string, string>;

/** The places of one scenario. Every answer is a place in one of its files; where nothing better is known, the top of the scenario. */
export class SourceMap {
  readonly #playbook: Playbook;
  readonly #source: Source;
  readonly #libraries: readonly Source[];

  constructor(files: Files, playbook: Playbook) {
    const open = (file: string) => readYaml(file, files.get(file) ?? '').source;
    this.#playbook = playbook;
    this.#source = open(`${playbook.id}/scenario.yaml`);
    const uses = field(this.#source.value, 'uses');
    this.#libraries = (Array.isArray(uses) ? uses : []).map((name) => open(`${String(name)}.yaml`));
  }

  /** The key of a state. */
  state(n: number): Place {
    return this.#source.atKey(this.#statePath(n));
  }

  /** The id of a decision. */
  decision(n: number): Place {
    const path = this.#decisionPath(n);
    return path === null ? this.top() : this.#source.at([...path, 'id']);
  }

  /** The id of an option. */
  option(decision: number, option: number): Place {
    const path = this.#decisionPath(decision);
    return path === null ? this.top() : this.#source.at([...path, 'options', option, 'id']);
  }

  /** The key of a standing action: the scenario's, else the library's. */
  action(n: number): Place {
    const path: Path = ['actions', this.#playbook.actions[n]?.id ?? ''];
    const source = [this.#source, ...this.#libraries].find((one) => one.has(path));
    return source === undefined ? this.top() : source.atKey(path);
  }

  /** The id of an automation. */
  automation(n: number): Place {
    const { seat, id } = this.#playbook.automations[n] ?? { seat: 0, id: '' };
    const name = this.#playbook.seats[seat]?.id ?? '';
    const all = field(field(this.#source.value, 'automations'), name);
    const place = Array.isArray(all) ? all.findIndex((one) => field(one, 'id') === id) : -1;
    return this.#source.at(['automations', name, place, 'id']);
  }

  /** The id of an ending. */
  ending(n: number): Place {
    return this.#source.at(['endings', n, 'id']);
  }

  /** The id of an objective. */
  objective(n: number): Place {
    return this.#source.at(['objectives', n, 'id']);
  }

  /** The deadline of a state, by its place among the state's. */
  after(state: number, n: number): Place {
    const path = [...this.#statePath(state), 'after'];
    const key = Object.keys(asObject(valueAt(this.#source.value, path)))[n];
    return key === undefined ? this.state(state) : this.#source.atKey([...path, key]);
  }

  /** Where a fact is first told to have a value; the list of facts where nothing tells it outright. */
  learn(fact: string, value: string): Place {
    const path = findPath(this.#source.value, [], (one) =>
      holdsValue(field(field(one, 'learn'), fact), value),
    );
    return path === null ? this.#source.at(['facts']) : this.#source.at([...path, 'learn', fact]);
  }

  /** Where an observation is first made. */
  observe(kind: string): Place {
    const path = findPath(this.#source.value, [], (one) => {
      const what = field(one, 'observe');
      return what === kind || (typeof what === 'object' && what !== null && Object.hasOwn(what, kind));
    });
    return path === null ? this.top() : this.#source.at([...path, 'observe']);
  }

  /** The delayed effects among those that `list` of a state, an option or an action comes to, by their list, in the author's order. */
  delayed(): ReadonlyMap<number, Place> {
    const places = new Map<number, Place>();
    for (const { list, source, path } of this.#lists()) {
      const lists = delayedIn(this.#playbook, list);
      const keys = delayedPaths(valueAt(source.value, path), path);
      if (lists.length !== keys.length) for (const one of lists) places.set(one, source.at(path));
      else for (const [n, one] of lists.entries()) places.set(one, source.atKey(keys[n] ?? path));
    }
    return places;
  }

  /** The first line of the scenario. */
  top(): Place {
    return this.#source.at([]);
  }

  #statePath(n: number): Path {
    const state = this.#playbook.states[n];
    return ['story', this.#playbook.regions[state?.region ?? 0]?.id ?? '', 'states', state?.id ?? ''];
  }

  #decisionPath(n: number): Path | null {
    for (const [state, { decide }] of this.#playbook.states.entries()) {
      const place = decide.findIndex((one) => one.decision === n);
      if (place >= 0) return [...this.#statePath(state), 'decide', place];
    }
    return null;
  }

  /** Every list an author wrote at the top of something, with where it stands. */
  #lists(): { readonly list: number; readonly source: Source; readonly path: Path }[] {
    const { states, decisions, actions, automations } = this.#playbook;
    const found: { list: number; source: Source; path: Path }[] = [];
    const source = this.#source;
    const add = (list: number | null, path: Path, from = source) => {
      if (list !== null) found.push({ list, source: from, path });
    };
    for (const [n, state] of states.entries()) {
      const path = this.#statePath(n);
      add(state.enter, [...path, 'enter']);
      add(state.leave, [...path, 'leave']);
      const keys = Object.keys(asObject(valueAt(source.value, [...path, 'after'])));
      for (const [i, { list }] of state.after.entries()) add(list, [...path, 'after', keys[i] ?? '']);
      for (const [i, { list }] of state.settle.entries()) add(list, [...path, 'on', i, 'do']);
    }
    for (const [n, { silence, options }] of decisions.entries()) {
      const path = this.#decisionPath(n);
      if (path === null) continue;
      add(silence, [...path, 'silence']);
      for (const [i, option] of options.entries()) add(option.then, [...path, 'options', i, 'then']);
    }
    for (const { id, then } of actions) {
      const path: Path = ['actions', id, 'then'];
      add(then, path, [source, ...this.#libraries].find((one) => one.has(path)) ?? source);
    }
    for (const { seat, id, list } of automations) {
      const path: Path = ['automations', this.#playbook.seats[seat]?.id ?? ''];
      const all = valueAt(source.value, path);
      const n = Array.isArray(all) ? all.findIndex((one) => field(one, 'id') === id) : -1;
      add(list, [...path, n, 'do']);
    }
    return found;
  }
}

/** Lists that run later, in the order in which an author wrote them. */
export function delayedIn(playbook: Playbook, list: number): number[] {
  return (playbook.lists[list] ?? []).flatMap((effect) =>
    callsOf(effect).flatMap(({ how, list: inner }) => [
      ...(how === 'delay' ? [inner] : []),
      ...delayedIn(playbook, inner),
    ]),
  );
}

const CHANNELS = ['radio', 'say', 'phone', 'screen'];

function delayedPaths(written: unknown, path: Path): Path[] {
  if (!Array.isArray(written)) return [];
  return written.flatMap((effect: unknown, n): Path[] => {
    const here = [...path, n];
    const later = Object.entries(asObject(field(effect, 'after'))).flatMap(([time, list]): Path[] => {
      const at = [...here, 'after', time];
      return [at, ...delayedPaths(list, at)];
    });
    const inner = ['do', 'else'].flatMap((key) => delayedPaths(field(effect, key), [...here, key]));
    const lines = CHANNELS.flatMap((key) =>
      delayedPaths(field(field(effect, key), 'then'), [...here, key, 'then']),
    );
    return [...later, ...inner, ...lines];
  });
}

function holdsValue(written: unknown, value: string): boolean {
  if (typeof written !== 'object' || written === null) return String(written) === value;
  return Object.values(written).some((one) => holdsValue(one, value));
}

function findPath(value: unknown, path: Path, isIt: (value: unknown) => boolean): Path | null {
  if (typeof value !== 'object' || value === null) return null;
  if (isIt(value)) return path;
  for (const [key, inner] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    const found = findPath(inner, [...path, key], isIt);
    if (found !== null) return found;
  }
  return null;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) => (Array.isArray(at) ? at[Number(step)] : field(at, String(step))),
    value,
  );
}

function field(value: unknown, key: string): unknown {
  return asObject(value)[key];
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
