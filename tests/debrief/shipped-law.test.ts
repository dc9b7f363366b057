/** One journal of the shipped scenario, ruled under the shipped packs and around a change of status: the sentences a person reads. */
import { beforeAll, expect, test } from 'vitest';
import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { debrief } from '#debrief/debrief.ts';
import type { DebriefReport } from '#debrief/report.ts';
import type { RunFile } from '#exercise/entries.ts';
import { canonicalJson } from '#language/canonical.ts';
import { runPlan } from '#plans/run-plan.ts';
import { readRunFile } from '#protocol/run-file.ts';
import { readPlanFor } from '#scenario/plan.ts';

const playbook = shippedPlaybook('residence-207');
const law = shippedLaw();
let run: RunFile;

beforeAll(() => {
  const { plan } = readPlanFor(playbook, readSources(), 'residence-207/plans/reckless-federal.plan.yaml');
  if (plan === null) throw new Error('The plan does not read.');
  const played = runPlan(playbook, plan, { toEnd: true });
  // Through the file a run leaves the building in: written by one machine, read by another.
  const { opening, entries } = played;
  const text = canonicalJson({ format: 1, kind: 'run', opening, entries, sealed: null });
  const read = readRunFile(text);
  if (!read.ok) throw new Error(read.why);
  run = read.run;
});

const under = (pack: string, asOf = '2026-06-30'): DebriefReport =>
  debrief({ playbook, law, opening: run.opening, entries: run.entries, pack, asOf });
const sentences = (report: DebriefReport) =>
  report.findings.map(
    ({ finding }) => `${finding.axis}: ${finding.verdict}. ${finding.title} ${finding.because}`,
  );
const only = (a: readonly string[], b: readonly string[]) => a.filter((one) => !b.includes(one));

test('[DB7] the same reckless run reads otherwise in Los Angeles, in a Texas city and in Port Halden, where the law differs', () => {
  const [angeles, texas, halden] = ['ca-los-angeles', 'texas-city', 'neutral'].map((pack) => under(pack));
  if (!angeles || !texas || !halden) throw new Error('three packs');
  const own = {
    angeles: only(sentences(angeles), [...sentences(texas), ...sentences(halden)]),
    texas: only(sentences(texas), [...sentences(angeles), ...sentences(halden)]),
  };
  expect(own.angeles).toContainEqual(
    expect.stringContaining(
      'State law bars local officers from taking part in civil immigration arrests, with or without a federal delegation.',
    ),
  );
  expect(own.angeles).toContainEqual(
    expect.stringContaining(
      "The mayor's directive requires body-worn video at scenes of immigration enforcement, and there were signs that this was one.",
    ),
  );
  expect(own.texas.length, 'Texas says something of its own').toBeGreaterThan(0);
  expect(own.texas.join('\n')).not.toContain("mayor's directive");
  // What the Constitution says is said everywhere.
  const shared = sentences(angeles).filter(
    (one) => sentences(texas).includes(one) && sentences(halden).includes(one),
  );
  expect(shared.some((one) => one.startsWith('constitutional: forbidden.'))).toBe(true);
});

test('[DB7] on the day before the directive nobody broke it; on its first day the same acts did', () => {
  const before = sentences(under('ca-los-angeles', '2026-02-09'));
  const after = sentences(under('ca-los-angeles', '2026-02-10'));
  const directive =
    "The mayor's directive requires the name and badge number of the federal supervisor at the scene.";
  expect(before.join('\n')).not.toContain(directive);
  expect(after.join('\n')).toContain(directive);
  expect(only(after, before).every((one) => one.includes("mayor's directive"))).toBe(true);
  const status = (day: string) =>
    under('ca-los-angeles', day)
      .findings.flatMap(({ authorities }) => authorities)
      .find((authority) => authority.id === 'la-ed-17')?.status;
  expect([status('2026-02-09'), status('2026-02-10')]).toEqual([undefined, 'in force']);
});

test('[DB1] what the page shows of a shipped run is plain JSON, and every finding names an authority with a source', () => {
  const report = under('ca-los-angeles');
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  expect(report.findings.length).toBeGreaterThan(10);
  for (const { finding, authorities } of report.findings) {
    expect(authorities.length, finding.rule).toBeGreaterThan(0);
    for (const authority of authorities) {
      expect(authority.citation, finding.rule).not.toBe(authority.id);
      expect(authority.status).not.toBe('unknown');
    }
  }
});

test('[DB6] what the reckless run could have known names an action of the bar and a gain that was real', () => {
  const { couldHaveKnown, endedAt } = under('ca-los-angeles');
  expect(couldHaveKnown.map((one) => one.fact)).toContain('identity');
  for (const one of couldHaveKnown) {
    expect(one.by).not.toBe('');
    expect(one.openSince).toBeLessThanOrEqual(one.wouldBe);
    expect(one.wouldBe).toBeLessThanOrEqual(one.was ?? endedAt);
  }
});
