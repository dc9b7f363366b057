/** A hand-made law for tests: two layers, a pack or two, authorities whose history matters. */

import { parse } from 'yaml';
import { printDiagnostic } from '#language/diagnostic.ts';
import type { Finding, Ruling } from '#law/findings.ts';
import { judge } from '#law/judge.ts';
import type { Law } from '#law/pack.ts';
import { readLaw } from '#law/read.ts';
import type { TraceEvent } from '#law/trace.ts';

export const DAY = '2026-06-30';

/** One authority in flow style. */
export function authority(id: string, history = '{ on: 2000-01-01, is: in-force }', more = ''): string {
  return `  - { id: ${id}, group: G, citation: ${id}, kind: ${more === '' ? 'statute, verified: read' : more}, body: B, date: d, status: s,
      axes: [jurisdiction], summary: s, do: d, dont: d, source: s, history: [${history}] }`;
}

const AUTHORITIES = [
  authority('statute'),
  authority('second'),
  authority('halted', '{ on: 2020-01-01, is: in-force }, { on: 2026-04-22, is: enjoined }'),
  authority(
    'halted-in-part',
    '{ on: 2020-01-01, is: in-force }, { on: 2026-04-22, is: enjoined, as-to: some }',
  ),
  authority('coming', '{ on: 2026-01-01, is: enacted }, { on: 2027-01-01, is: in-force }'),
  authority('over', '{ on: 2000-01-01, is: in-force }, { on: 2026-01-01, is: superseded }'),
  authority('unread', undefined, 'department policy, verified: secondary'),
  authority('read-policy', undefined, 'department policy, verified: read'),
];

/** The files of a law with a `base` layer and an `upper` layer above it; packs `plain` (base) and `both`. */
export function filesOf(base: string, upper = '', probes = ''): Map<string, string> {
  return new Map([
    ['law/authorities.yaml', `format: 1\nauthorities:\n${AUTHORITIES.join('\n')}\n`],
    ['law/layers/base.yaml', `format: 1\nid: base\ntitle: Base\n${base}\n`],
    ['law/layers/upper.yaml', `format: 1\nid: upper\ntitle: Upper\n${upper}\n`],
    [
      'law/packs.yaml',
      `format: 1
packs:
  - { id: plain, title: Plain, place: Here, words: plain, layers: [base], review: Nobody. }
  - { id: both, title: Both, place: Here, words: codes, layers: [base, upper], review: Nobody.,
      switches: { model: { values: [none, lent], start: none } } }
`,
    ],
    ...(probes === '' ? [] : ([['law/probes/one.yaml', `format: 1\nprobes:\n${probes}\n`]] as const)),
  ]);
}

/** The law of those layers; throws with every problem printed if it has an error. */
export function lawOf(base: string, upper = '', probes = ''): Law {
  const { law, problems } = readLaw(filesOf(base, upper, probes));
  if (law === null) throw new Error(problems.map(printDiagnostic).join('\n'));
  return law;
}

/** A rule in flow style, with sensible rest. */
export function rule(id: string, text: string): string {
  const rest = { by: '[statute]', because: `Because of ${id}.`, title: `You did ${id}.` };
  const missing = Object.entries(rest).filter(([key]) => !keysOf(text).includes(key));
  return `  - { id: ${id}, ${[text, ...missing.map(([key, value]) => `${key}: ${value}`)].join(', ')} }`;
}

/** A duty in flow style: opens on federal-claim, met by verify-identity within a minute, unless said otherwise. */
export function duty(id: string, text = ''): string {
  const rest = {
    opens: 'federal-claim',
    who: 'every-local-officer',
    ...(keysOf(text).includes('until') ? {} : { within: '1m' }),
    'source-of-time': 'instructor',
    'met-by': '[{ verify-identity: { by: [credential, supervisor] } }]',
    earlier: 'counts',
    met: '{ jurisdiction: required }',
    missed: '{ jurisdiction: forbidden }',
    by: '[statute]',
    because: `Because of ${id}.`,
    titles: '{ met: You did., missed: You never did. }',
  };
  const missing = Object.entries(rest).filter(([key]) => !keysOf(text).includes(key));
  return `  - { id: ${id}, ${[...(text === '' ? [] : [text]), ...missing.map(([key, value]) => `${key}: ${value}`)].join(', ')} }`;
}

function keysOf(text: string): string[] {
  return Object.keys(parse(`{ ${text} }`) as object);
}

type Part<Kind extends TraceEvent['kind']> = Partial<Extract<TraceEvent, { kind: Kind }>>;
type Fields = Readonly<Record<string, string | boolean>>;

/** Writes a trace: each event a moment in seconds; seat `patrol` unless said otherwise; act ids counted from 1. */
export class Story {
  readonly events: TraceEvent[] = [];
  #acts = 0;

  /** An option's act, or a standing action's if `source` says so. */
  act(seconds: number, acts: Readonly<Record<string, Fields>>, more: Part<'act'> = {}): this {
    this.#acts += 1;
    this.events.push({
      kind: 'act',
      ...this.#stamp(seconds),
      id: this.#acts,
      seat: 'patrol',
      human: true,
      source: { decision: 'knock', visit: 1, option: 'one' },
      acts: Object.entries(acts).map(([kind, fields]) => ({ kind, fields })),
      takes: 0,
      knowing: {},
      seeing: [],
      ...more,
    });
    return this;
  }

  /** A standing action. */
  bar(seconds: number, acts: Readonly<Record<string, Fields>>, more: Part<'act'> = {}): this {
    return this.act(seconds, acts, { source: { action: Object.keys(acts)[0] ?? 'none' }, ...more });
  }

  see(
    seconds: number,
    observation: string,
    fields: Readonly<Record<string, string>> = {},
    seat = 'patrol',
  ): this {
    this.events.push({ kind: 'observed', ...this.#stamp(seconds), seat, observation, fields });
    return this;
  }

  offer(seconds: number, kind: string, fields: Fields = {}, seat = 'patrol'): this {
    const acts = [{ kind, fields }];
    this.events.push({ kind: 'offered', ...this.#stamp(seconds), seat, source: { action: kind }, acts });
    return this;
  }

  withdraw(seconds: number, action: string, seat = 'patrol'): this {
    this.events.push({ kind: 'withdrawn', ...this.#stamp(seconds), seat, source: { action } });
    return this;
  }

  cut(seconds: number, act: number): this {
    this.events.push({ kind: 'cut', ...this.#stamp(seconds), act, seat: 'patrol' });
    return this;
  }

  done(seconds: number, act: number): this {
    this.events.push({ kind: 'done', ...this.#stamp(seconds), act, seat: 'patrol' });
    return this;
  }

  objective(seconds: number, axis: 'jurisdiction' | 'constitutional' | 'crowd-safety', met: boolean): this {
    this.events.push({ kind: 'objective', ...this.#stamp(seconds), id: 'o', axis, seat: 'patrol', met });
    return this;
  }

  end(seconds: number, ending = 'done'): this {
    this.events.push({ kind: 'ended', ...this.#stamp(seconds), ending });
    return this;
  }

  #stamp(seconds: number): { at: number; seq: number } {
    return { at: seconds * 1000, seq: this.events.length };
  }
}

/** Rules a story under `both` on the day. */
export function ruled(
  law: Law,
  story: Story,
  more: { pack?: string; asOf?: string; switches?: Record<string, string>; seat?: string } = {},
): Ruling {
  return judge(story.events, { law, pack: 'both', asOf: DAY, seat: 'patrol', switches: {}, ...more });
}

/** Findings as `axis rule verdict[!][?]`: `!` grave, `?` does not count. */
export function brief(findings: readonly Finding[]): string[] {
  return findings.map(
    (one) =>
      `${one.axis} ${one.rule} ${outcome(one)}${one.verdict}${one.grave ? '!' : ''}${one.counts ? '' : '?'}`,
  );
}

function outcome(finding: Finding): string {
  return 'duty' in finding.on ? `${finding.on.outcome} ` : '';
}
