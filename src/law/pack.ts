/**
 * The law as read: plain JSON, equal to its own JSON round trip, every name resolved (read.ts makes it, judge.ts uses it).
 *
 * Rules and duties are cited as `layer/id`. Lists keep the author's order; of two findings equally grave, the earlier layer's leads.
 */
import { hashOf } from '#language/canonical.ts';
import type { FieldValue } from './acts.ts';
import type { Verdict } from './findings.ts';
import type { Axis } from './trace.ts';

/** What an authority can be on a day; `not-yet` before its history begins. */
export type Status = 'not-yet' | 'enacted' | 'in-force' | 'enjoined' | 'stayed' | 'superseded' | 'ended';

/** One authority with where it comes from, how it was checked, and what it was from which day on (oldest first). */
export interface Authority {
  readonly id: string;
  readonly group: string;
  readonly citation: string;
  readonly kind: string;
  readonly body: string;
  readonly date: string;
  readonly status: string;
  readonly axes: readonly Axis[];
  readonly summary: string;
  readonly do: string;
  readonly dont: string;
  readonly verified: 'read' | 'secondary' | 'memory';
  /** The day on which it was last read or verified; absent where its author does not say. */
  readonly readOn?: string;
  readonly source: string;
  readonly quote: string | null;
  readonly note: string | null;
  readonly history: readonly { readonly on: string; readonly is: Status; readonly asTo: string | null }[];
}

/** Field to the values that match; `absent` among them matches an act that does not state the field. */
export type Fields = Readonly<Record<string, readonly FieldValue[]>>;
/** A kind of act or observation, with the fields that must match. */
export interface Pattern {
  readonly name: string;
  readonly fields: Fields;
}
/** Holds when everything in it holds; empty parts always hold. */
export interface Conditions {
  readonly with: Fields;
  readonly knowing: Readonly<Record<string, readonly string[]>>;
  readonly seeing: readonly Pattern[];
  readonly while: Readonly<Record<string, readonly Status[]>>;
  readonly switch: Readonly<Record<string, readonly string[]>>;
}
export type Verdicts = Readonly<Partial<Record<Axis, Verdict>>>;

/** What an act is worth. */
export interface Rule {
  readonly id: string;
  readonly of: readonly string[];
  readonly when: Conditions;
  readonly unless: readonly Conditions[];
  readonly gives: Verdicts;
  readonly grave: readonly Axis[];
  readonly by: readonly string[];
  readonly because: string;
  readonly title: string;
  readonly supreme: boolean;
}

/** What a seat owes once it has perceived something. `withinMs` counts from opening; else it is due when `until` opens, or at ENDEX (`endex`). */
export interface Duty {
  readonly id: string;
  readonly opens: readonly Pattern[];
  readonly who: string;
  readonly due: { readonly withinMs: number } | { readonly until: string };
  readonly sourceOfTime: 'source' | 'instructor';
  readonly when: Conditions;
  readonly unless: readonly Conditions[];
  readonly metBy: readonly Pattern[];
  /** `counts`: an act before opening meets it, and goes on doing so; `once`: each act before opening meets it one time. */
  readonly earlier: 'counts' | 'once' | 'ignored';
  readonly undoneBy: readonly Pattern[];
  /** Choices that give it up while it is open; absent where none does. */
  readonly waivedBy?: readonly Pattern[];
  readonly endsWith: readonly Pattern[];
  readonly met: Verdicts;
  readonly late: Verdicts | null;
  readonly missed: Verdicts;
  readonly grave: readonly Axis[];
  readonly by: readonly string[];
  readonly because: string;
  readonly titles: { readonly met: string; readonly late: string; readonly missed: string };
  readonly supreme: boolean;
}
/** Lifts a rule or duty of another layer. */
export interface Suspension {
  readonly rule: string;
  readonly by: readonly string[];
  readonly because: string;
}
/** An act that a layer has no rule for, on purpose: nothing is ruled by it, and nobody need wonder (SPEC LW22). */
export interface Silence {
  readonly on: Pattern;
  readonly because: string;
}
/** Other words for a rule or duty where the debrief knows what was really so (SPEC LW27): verdicts stay as they are. */
export interface Telling {
  /** The rule or duty, as cited. */
  readonly of: string;
  /** Per fact the values that it must really have had. */
  readonly where: Readonly<Record<string, readonly string[]>>;
  /** For a rule; for a duty its titles. */
  readonly title?: string;
  readonly titles?: { readonly met: string; readonly late: string; readonly missed: string };
  readonly because: string;
}
export interface Layer {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly Rule[];
  readonly duties: readonly Duty[];
  readonly suspends: readonly Suspension[];
  readonly silent: readonly Silence[];
  /** Absent where the layer tells nothing otherwise. */
  readonly told?: readonly Telling[];
}
/** A stack of layers that a run can be ruled under, lowest first. */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly words: 'codes' | 'plain';
  readonly layers: readonly string[];
  readonly switches: Readonly<Record<string, { readonly values: readonly string[]; readonly start: string }>>;
  /** A sentence on who has reviewed it, shown wherever a finding is. */
  readonly review: string;
}
/** Acts in a situation, ruled without a scenario. */
export interface Probe {
  readonly ref: string;
  readonly scenario: string | null;
  readonly situation: string;
  readonly seat: string | null;
  readonly knowing: Readonly<Record<string, string>>;
  readonly seeing: readonly {
    readonly observation: string;
    readonly fields: Readonly<Record<string, string>>;
  }[];
  readonly acts: readonly { readonly kind: string; readonly fields: Readonly<Record<string, FieldValue>> }[];
  /** Values of the packs' switches; a switch left out stays where the pack starts it. */
  readonly switches: Readonly<Record<string, string>>;
  /** Per pack three signs and `!` for grave. */
  readonly expect: Readonly<Record<string, string>>;
}

/** Everything the authors wrote, keyed by id; probes in file order. */
export interface Law {
  readonly format: 1;
  readonly authorities: Readonly<Record<string, Authority>>;
  readonly layers: Readonly<Record<string, Layer>>;
  readonly packs: Readonly<Record<string, Pack>>;
  readonly probes: readonly Probe[];
  /** Per language, what findings say there, by key (translations.ts); absent where nothing is translated. */
  readonly translations?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * What an opening entry pins of a pack (SPEC LW4): its id, the day, and `sha256:<hex>` over the canonical JSON of the pack, its layers and
 * the authorities they cite, so that a finding can always be traced to the text it was made from.
 *
 * Throws for a pack that the law does not hold.
 */
export function packPin(
  law: Law,
  pack: string,
  asOf: string,
): { readonly id: string; readonly hash: string; readonly asOf: string } {
  const { found, layers, cited } = partsOf(law, pack);
  const authorities = cited.map((id) => law.authorities[id] ?? id);
  return { id: pack, hash: hashOf({ pack: found, layers, authorities }), asOf };
}

/** A pack with its layers, and the authorities these cite, sorted. */
export function partsOf(
  law: Law,
  pack: string,
): { readonly found: Pack; readonly layers: readonly Layer[]; readonly cited: readonly string[] } {
  const found = packOf(law, pack);
  const layers = found.layers.map((id) => law.layers[id]).filter((layer) => layer !== undefined);
  const cited = new Set(
    layers.flatMap((layer) =>
      [...layer.rules, ...layer.duties, ...layer.suspends].flatMap((item) => [
        ...item.by,
        ...('when' in item ? [item.when, ...item.unless].flatMap((block) => Object.keys(block.while)) : []),
      ]),
    ),
  );
  return { found, layers, cited: [...cited].sort() };
}

/** Every way to set the switches of a pack, each switch at a value; the first way is the first value of each. */
export function settingsOf({ switches }: Pack): readonly Readonly<Record<string, string>>[] {
  return Object.entries(switches).reduce<readonly Readonly<Record<string, string>>[]>(
    (all, [name, { values }]) => all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}

/** The pack of that id; throws where there is none (a caller offers only ids that `law.packs` holds). */
export function packOf(law: Law, pack: string): Pack {
  const found = Object.hasOwn(law.packs, pack) ? law.packs[pack] : undefined;
  if (found === undefined) throw new Error(`LW4: there is no law pack ${JSON.stringify(pack)}`);
  return found;
}
