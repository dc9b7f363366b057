/** A ruling told with what was really so: the words of findings, where a layer has others for that truth (SPEC LW27). */
import type { Finding, Ruling } from './findings.ts';
import type { Law, Telling } from './pack.ts';

/** What was really so, as facts: known after the run only, and only to whoever debriefs it. */
export type Really = Readonly<Record<string, string>>;

/** The same ruling in other words. No verdict, standing, order or authority changes; nor does a rule for which no telling fits. */
export function toldAs(law: Law, ruling: Ruling, really: Really): Ruling {
  const tellings = Object.values(law.layers).flatMap(({ told = [] }) => told);
  return {
    ...ruling,
    findings: ruling.findings.map((finding) => {
      const telling = tellings.find(({ of, where }) => of === finding.rule && fits(where, really));
      return telling === undefined ? finding : tell(finding, telling);
    }),
  };
}

function fits(where: Telling['where'], really: Really): boolean {
  return Object.entries(where).every(([fact, values]) => values.includes(really[fact] ?? ''));
}

function tell(finding: Finding, { title, titles, because }: Telling): Finding {
  const said = 'duty' in finding.on ? titles?.[finding.on.outcome] : title;
  return { ...finding, title: said ?? finding.title, because };
}
