/** An instructor's marks on findings, from a session file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Mark } from '#exercise/marks.ts';
import { readRunFile } from '#protocol/run-file.ts';
import { deconflict, folder } from './deconflict.ts';

interface Found {
  readonly seq: number;
  readonly axis: string;
  readonly rule: string;
  readonly verdict: string;
  readonly mark?: unknown;
}

test('[CL64] [DB18] marks stand beside findings that stay as they were, and disagreements are listed by rule', async () => {
  const path = join(folder(), 'a.run.json');
  await deconflict('play', 'scenarios/residence-207/plans/ends-crush.plan.yaml', '--out', path);
  const bare = JSON.parse((await deconflict('debrief', path, '--json')).out) as {
    axes: unknown;
    findings: Found[];
  };
  const [first, second] = bare.findings.filter(({ verdict }) => verdict === 'forbidden');
  if (first === undefined || second === undefined) throw new Error('too few findings');
  const mark = ({ seq, axis, rule }: Found, says: Mark['says']): Mark => ({
    seq,
    axis,
    rule,
    says,
    why: `Because ${says}.`,
  });
  const marks = [mark(first, 'disagree'), mark(second, 'agree')];
  const file = JSON.parse(readFileSync(path, 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...file, marks }));

  const marked = JSON.parse((await deconflict('debrief', path, '--json')).out) as typeof bare;
  expect(marked.axes).toEqual(bare.axes);
  expect(marked.findings.map(({ mark: _, ...rest }) => rest)).toEqual(bare.findings);
  expect(marked.findings.flatMap(({ mark: own, rule }) => (own === undefined ? [] : [[rule, own]]))).toEqual([
    [first.rule, { says: 'disagree', why: 'Because disagree.' }],
    [second.rule, { says: 'agree', why: 'Because agree.' }],
  ]);
  expect((await deconflict('debrief', path)).out).toContain('Instructor’s mark: Disagree. Because disagree.');

  const listed = await deconflict('law', 'disagreements', path, '--json');
  const { rules } = JSON.parse(listed.out) as { rules: { rule: string; marks: Mark[] }[] };
  expect(rules.map(({ rule }) => rule)).toEqual([first.rule]);
  expect(rules[0]?.marks[0]).toMatchObject({ ...marks[0], session: path });
  const prose = await deconflict('law', 'disagreements', path);
  expect(prose.out).toContain('1 of 2 marks in 1 session do not agree');
  expect(prose.out).toContain('marked disagree: Because disagree.');
});

test('[CL64] [JN20] a mark without a reason, or of another kind, is no mark; no session named is wrong use', async () => {
  const none = await deconflict('law', 'disagreements');
  expect([none.code, none.out]).toEqual([2, '']);
  const path = join(folder(), 'a.run.json');
  await deconflict('play', 'scenarios/residence-207/plans/ends-crush.plan.yaml', '--out', path);
  const file = JSON.parse(readFileSync(path, 'utf8')) as object;
  const reads = (mark: object) => readRunFile(JSON.stringify({ ...file, marks: [mark] })).ok;
  const good = { seq: 1, axis: 'jurisdiction', rule: 'base/a', says: 'agree', why: 'So.' };
  expect([reads(good), reads({ ...good, why: '' }), reads({ ...good, says: 'perhaps' })]).toEqual([
    true,
    false,
    false,
  ]);
});
