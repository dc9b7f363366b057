/** Beginning a scenario from the command line. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deconflict, deconflictIn, deconflictWith, folder } from './deconflict.ts';

test('[CL20] a new scenario checks clean, is called as asked, and is never written over what is there', async () => {
  const home = folder();
  const made = await deconflict('new', 'traffic-stop', '--in', home);
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(readdirSync(join(home, 'traffic-stop')).sort()).toEqual(['map.tmj', 'plans', 'scenario.yaml']);
  expect(readFileSync(join(home, 'traffic-stop/scenario.yaml'), 'utf8')).toContain('\nid: traffic-stop\n');
  const checked = await deconflict('check', '--no-proof', join(home, 'traffic-stop'), '--json');
  expect(JSON.parse(checked.out)).toMatchObject({ ok: true, problems: [] });
  writeFileSync(join(home, 'traffic-stop/scenario.yaml'), 'mine');
  expect(await deconflict('new', 'traffic-stop', '--in', home)).toMatchObject({ code: 1, out: '' });
  expect(readFileSync(join(home, 'traffic-stop/scenario.yaml'), 'utf8')).toBe('mine');
  expect((await deconflict('new', 'Traffic Stop', '--in', home)).code).toBe(2);
  expect((await deconflict('new', 'law', '--in', home)).code).toBe(2);
}, 30_000);

test("[CL20] in a folder of one's own a new scenario can be played, replayed and debriefed", async () => {
  const home = join(folder(), 'scenarios');
  cpSync('scenarios', home, { recursive: true });
  const own = { DECONFLICT_SCENARIOS: home };
  expect((await deconflictWith(own, 'new', 'bus-stop')).code).toBe(0);
  const out = join(home, 'careful.run.json');
  const plan = join(home, 'bus-stop/plans/careful.plan.yaml');
  const played = await deconflictWith(own, 'play', plan, '--out', out, '--json');
  expect(JSON.parse(played.out)).toMatchObject({ ending: 'known', failures: [] });
  expect((await deconflictWith(own, 'replay', out)).code).toBe(0);
  const { axes } = JSON.parse((await deconflictWith(own, 'debrief', out, '--json')).out);
  expect(axes.jurisdiction.standing).not.toBe('not-exercised');
}, 60_000);

test('[CL20] a scenario that stands anywhere is found by its folder, its plans by theirs, its runs from anywhere', async () => {
  const home = join(folder(), 'my scenarios');
  mkdirSync(home);
  const here = (...args: readonly string[]) => deconflictIn(home, ...args);
  expect((await here('new', 'bus-stop', '--in', '.')).out).toBe(
    'bus-stop now has map.tmj, plans/careful.plan.yaml, scenario.yaml.\nNext: npx deconflict watch bus-stop\n',
  );
  const seeds = await here('seeds', './bus-stop', '--truth', 'team=impostors', '--count', '1');
  expect(seeds).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\n$/) });
  const played = await here('play', 'bus-stop/plans/careful.plan.yaml', '--out', 'a.run.json');
  expect(played).toMatchObject({ code: 0, err: '' });
  expect(await here('replay', 'a.run.json')).toMatchObject({ code: 0, err: '' });
  expect((await here('debrief', 'a.run.json')).out).toContain('Two men at the bus stop');
  expect((await deconflict('replay', join(home, 'a.run.json'))).code).toBe(0);
}, 60_000);
