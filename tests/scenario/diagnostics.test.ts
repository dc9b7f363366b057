import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPlans } from '#cli/proof/check-plans.ts';
import type { Diagnostic } from '#language/diagnostic.ts';
import type { Law } from '#law/pack.ts';
import { readLaw } from '#law/read.ts';
import type { PlanRun } from '#plans/run-plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { readScenario } from '#scenario/read.ts';
import { joined, proofJobs } from '#verify/proof-jobs.ts';
import { prove } from '#verify/prove.ts';
import { lawCoverage } from '#verify/reading/law-coverage.ts';
import { libraryCues } from '#verify/reading/library-cues.ts';
import { type Example, filesOf, readPages } from './pages.ts';

const PAGES = readPages();
/** A scenario that is not there has no text; sample.test.ts tests it. */
const NOTHING_TO_SHOW = 'SC0502';
const SOURCES = ['language', 'scenario', 'kernel', 'plans', 'playtest', 'verify'].flatMap((room) => {
  const folder = new URL(`../../src/${room}/`, import.meta.url);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return names.map((name) => readFileSync(new URL(name, folder), 'utf8'));
});

function problemsOf(examples: readonly Example[]): Diagnostic[] {
  const { files } = filesOf(examples);
  const { playbook, problems } = readScenario(files, 'base');
  const { law } = readLaw(files);
  if (playbook === null || law === null) return [...problems, ...checkPlans(playbook, files, 'base')];
  const played: PlanRun[] = [];
  const ofPlans = checkPlans(playbook, files, 'base', law, played);
  const traces = played.map(({ trace }) => trace);
  return [
    ...problems,
    ...ofPlans,
    ...lawCoverage(playbook, files, { law, files }),
    ...libraryCues([{ playbook, files, law, traces, named: (file) => file }]),
    ...proofProblems(playbook, files, law),
  ];
}

/** What `check` proves of an example that brings its law along. */
function proofProblems(playbook: Playbook, files: ReadonlyMap<string, string>, law: Law): Diagnostic[] {
  const progress = { now: () => performance.now(), tell: () => {} };
  const made = proofJobs(playbook, law).map((job) => {
    const under = { law, pack: job.pack, asOf: playbook.asOf, switches: job.switches };
    const limits = { states: 20_000, ms: 60_000 };
    return { job, ...prove({ playbook, files, seat: job.seat, under }, limits, progress) };
  });
  return joined(made).map(({ problem }) => problem);
}

describe('[SC1] every code has a page and every page a code', () => {
  test('[SC1] the codes in the source are the codes of the pages', () => {
    const used = new Set(SOURCES.flatMap((text) => text.match(/(?<=['"])(LG|SC|MP)\d{4}(?=['"])/g) ?? []));
    expect(PAGES.map((page) => page.code).sort()).toEqual([...used].sort());
    expect(used.size).toBeGreaterThan(30);
  });

  for (const page of PAGES) {
    test(`[SC1] ${page.code}: its broken example raises it, and only it, where it says; its fixed one nothing`, () => {
      expect(page.file.startsWith(page.code)).toBe(true);
      const given = page.examples.filter((example) => example.kind === 'given');
      const broken = page.examples.filter((example) => example.kind === 'broken');
      const fixed = page.examples.filter((example) => example.kind === 'fixed');
      if (page.code !== NOTHING_TO_SHOW) expect(broken.length).toBeGreaterThan(0);
      expect(fixed).toHaveLength(broken.length);
      for (const [n, example] of broken.entries()) {
        const { shift } = filesOf([...given, example]);
        const problems = problemsOf([...given, example]);
        const line = example.line + (example.file === null ? shift : 0);
        expect(problems.map(({ code, line, column }) => ({ code, line, column }))).toEqual([
          { code: page.code, line, column: example.column },
        ]);
        const [problem] = problems;
        if (n === 0) expect(problem?.message).toBe(page.message);
        expect(problem?.severity).toBe(page.severity);
        expect(problem?.repair).toMatch(/^[A-Z].*[.?]$/s);
        expect(problem?.file).toBe(example.file ?? 'base/scenario.yaml');
        expect(problemsOf([...given, fixed[n] ?? example])).toEqual([]);
      }
    });
  }
});

test('[SC1] every page says why and what to write', () => {
  for (const page of PAGES) {
    expect(page.text, page.code).toMatch(/^## Why$/m);
    expect(page.text, page.code).toMatch(/^## What to write$/m);
  }
});
