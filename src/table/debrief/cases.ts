/** Findings gathered by what they rest on: one act or one duty is one case, however many axes and rules speak to it. */
import type { AuthorityNote, FindingInContext } from '#debrief/report.ts';
import { toImprove } from './verdicts.ts';

/** One act or duty. `findings` keep the order they came in, so the first is the gravest and gives the case its title. */
export interface Case {
  readonly key: string;
  readonly head: FindingInContext;
  readonly findings: readonly FindingInContext[];
  readonly improve: boolean;
}
/** What one rule says about a case: its reason stands once, for all axes it speaks on. */
export interface Voice {
  readonly rule: string;
  readonly findings: readonly FindingInContext[];
  readonly authorities: readonly AuthorityNote[];
}

/** Cases in the order of their first finding; a report's order, gravest first and then by time, thus stays. */
export function casesOf(findings: readonly FindingInContext[]): readonly Case[] {
  const gathered = gather(findings, keyOf);
  return gathered.map(([key, [head, ...others]]) => ({
    key,
    head,
    findings: [head, ...others],
    improve: [head, ...others].some(({ finding }) => toImprove(finding)),
  }));
}

/** The rules of a case, each with its axes; in the order of their first finding. */
export function voicesOf(of: Case): readonly Voice[] {
  const byRule = gather(of.findings, ({ finding }) => `${finding.rule} ${finding.because}`);
  return byRule.map(([, [head, ...others]]) => {
    const notes = new Map([head, ...others].flatMap((one) => one.authorities).map((note) => [note.id, note]));
    return { rule: head.finding.rule, findings: [head, ...others], authorities: [...notes.values()] };
  });
}

/** The key of the case that a finding belongs to. */
export function keyOf({ finding }: Pick<FindingInContext, 'finding'>): string {
  const { on, seat } = finding;
  return 'duty' in on ? `${seat} duty ${on.duty} ${on.opened}` : `${seat} act ${on.act}`;
}

/** Every authority that the findings cite, once, by citation. */
export function authoritiesOf(findings: readonly FindingInContext[]): readonly AuthorityNote[] {
  const notes = new Map(findings.flatMap((one) => one.authorities).map((note) => [note.id, note]));
  return [...notes.values()].sort((a, b) => (a.citation < b.citation ? -1 : 1));
}

type Some<T> = readonly [T, ...T[]];

function gather<T>(list: readonly T[], key: (one: T) => string): readonly (readonly [string, Some<T>])[] {
  const found = new Map<string, [T, ...T[]]>();
  for (const one of list) {
    const there = found.get(key(one));
    if (there) there.push(one);
    else found.set(key(one), [one]);
  }
  return [...found];
}
