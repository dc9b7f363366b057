/** What writers of test items get wrong, measured on what is shipped: length, order and time give nothing away. */
import { expect, test, vi } from 'vitest';
import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { PRINTED_PACKS } from '#cli/judge.ts';
import { runPlan } from '#plans/run-plan.ts';
import { planPaths, readPlanFor } from '#scenario/plan.ts';
import type { Option, Playbook } from '#scenario/playbook.ts';
import { scenarioIds } from '#scenario/read.ts';
import { halves, leastWithinMs } from '#scenario/texts/reading-time.ts';
import { bestOf, firstPuts, type Put } from '#verify/reading/first-put.ts';

vi.setConfig({ testTimeout: 60_000 });

const MOST = 0.4;
const files = readSources();
const law = shippedLaw();
/** Each scenario once a language, as if written in it: a translation must give nothing away either. */
const scenarios = scenarioIds(files).flatMap((id) => {
  const playbook = shippedPlaybook(id);
  const translated = Object.values(playbook.translations).map((texts) => ({ ...playbook, texts }));
  return [playbook, ...translated];
});

const PUTS = new Map<string, readonly Put[]>();

/** Every decision, where the first plan by name that leads there puts it; found once for each scenario. */
function puts(playbook: Playbook): readonly Put[] {
  const known = PUTS.get(playbook.id) ?? look(playbook);
  PUTS.set(playbook.id, known);
  return known;
}

function look(playbook: Playbook): readonly Put[] {
  const runs = planPaths(files, playbook.id).map((path) => {
    const { plan } = readPlanFor(playbook, files, path);
    if (plan === null) throw new Error(`${path} does not read.`);
    return runPlan(playbook, plan, { toEnd: true }).trace;
  });
  return firstPuts(playbook, runs);
}

function lengthOf(playbook: Playbook, option: Option): number {
  return Math.max(...halves(playbook.texts[option.say] ?? '').map((text) => text.length));
}

test.each(scenarios)(
  '[SC16] $texts.title: some plan puts every decision, with two options at least',
  (playbook) => {
    const put = puts(playbook);
    expect(put.map(({ decision }) => decision.id).sort()).toEqual(
      playbook.decisions.map(({ id }) => id).sort(),
    );
    for (const { decision, offered } of put) expect(offered.length, decision.id).toBeGreaterThan(1);
  },
);

test.each(
  scenarios.flatMap((playbook) =>
    PRINTED_PACKS.map((pack) => ({ title: playbook.texts.title, pack, playbook })),
  ),
)(
  '[SC16] $title under $pack: neither the first option nor the longest is the one to take',
  ({ playbook, pack }) => {
    const put = puts(playbook);
    const counted = put.map((one) => {
      const right = bestOf(playbook, one, { law, pack, asOf: playbook.asOf, switches: {} });
      const longest = Math.max(...one.offered.map((option) => lengthOf(playbook, option)));
      return {
        decision: one.decision.id,
        first: right.some((option) => option === one.offered[0]),
        longest: right.some((option) => lengthOf(playbook, option) === longest),
      };
    });
    const first = counted.filter((one) => one.first).map((one) => one.decision);
    const longest = counted.filter((one) => one.longest).map((one) => one.decision);
    expect(first.length / put.length, first.join(', ')).toBeLessThanOrEqual(MOST);
    expect(longest.length / put.length, longest.join(', ')).toBeLessThanOrEqual(MOST);
  },
);

test.each(scenarios)('[SC15] $texts.title: the options of a decision are of one length', (playbook) => {
  for (const { id, options } of playbook.decisions) {
    const lengths = options.map((option) => lengthOf(playbook, option));
    expect(Math.max(...lengths) / Math.min(...lengths), id).toBeLessThanOrEqual(1.25);
  }
});

test.each(scenarios)('[SC16] $texts.title: there is time to read a card and to weigh it', (playbook) => {
  for (const { id, ask, options, withinMs } of playbook.decisions) {
    const texts = [ask, ...options.map((option) => option.say)].map((text) => playbook.texts[text] ?? '');
    const versions = [0, 1].map((half) => texts.map((text) => halves(text)[half] ?? ''));
    expect(withinMs, id).toBeGreaterThanOrEqual(leastWithinMs(versions));
  }
});
