/** A report as it is made today reads as one that was kept: else it would be lost on the way to another device. */
import { expect, test } from 'vitest';
import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { debrief } from '#debrief/debrief.ts';
import type { DebriefReport } from '#debrief/report.ts';
import { runPlan } from '#plans/run-plan.ts';
import { reportShape } from '#protocol/report-shape.ts';
import { planPaths, readPlanFor } from '#scenario/plan.ts';

const playbook = shippedPlaybook('residence-207');
const law = shippedLaw();
const files = readSources();
const reports = planPaths(files, playbook.id)
  .filter((_, n) => n % 9 === 0)
  .map((path, n): DebriefReport => {
    const { plan } = readPlanFor(playbook, files, path);
    if (plan === null) throw new Error(`${path} does not read.`);
    const { opening, entries } = runPlan(playbook, plan, { toEnd: true });
    return debrief({ playbook, law, opening, entries, pack: Object.keys(law.packs)[n % 4] ?? '' });
  });

test('[JN15] [TB11] every report of a shipped plan has the shape of a kept one, and so has one of an earlier version', () => {
  for (const report of reports) {
    const { success, error } = reportShape.safeParse(JSON.parse(JSON.stringify(report)));
    expect(success, `${report.ending.id}: ${JSON.stringify(error?.issues.slice(0, 2))}`).toBe(true);
    const { sooner: _, why: __, told: ___, ...older } = report;
    expect(reportShape.safeParse(older).success).toBe(true);
  }
});

/** What is drawn without asking again whether it is there. */
const DAMAGED: readonly ((report: DebriefReport) => object)[] = [
  (report) => ({ ...report, sooner: { ...report.sooner, did: [{}], could: 5 } }),
  (report) => ({ ...report, why: { jurisdiction: null } }),
  (report) => ({ ...report, told: [{ at: 1, whom: 'all' }] }),
  (report) => ({ ...report, ending: { ...report.ending, turn: { did: {} } } }),
  (report) => ({ ...report, objectives: report.objectives.map((aim) => ({ ...aim, how: 'well' })) }),
  (report) => ({ ...report, ladder: { ...report.ladder, rows: [{ label: '', cells: [{ at: 0 }] }] } }),
];

test.each(DAMAGED)('[TB11] a part that is not what it is taken for is refused: %#', (damage) => {
  for (const report of reports.slice(0, 1)) expect(reportShape.safeParse(damage(report)).success).toBe(false);
});
