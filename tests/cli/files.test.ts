/** Folders as they are on people's machines: what editors and systems leave, links, names nearly right. */
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import * as check from '#cli/check.ts';
import { scenarioAt } from '#cli/disk/scenario-at.ts';
import { listSources, readSources } from '#cli/disk/sources.ts';
import { partsOf, readParts } from '#cli/disk/watch-folder.ts';
import * as graph from '#cli/graph.ts';
import { authorsPlugin } from '#cli/page/authors-plugin.ts';
import * as play from '#cli/play.ts';
import * as seeds from '#cli/seeds.ts';
import { readLaw } from '#law/read.ts';
import { scenarioIds } from '#scenario/read.ts';
import { strayFiles } from '#scenario/stray-files.ts';
import { folder } from './deconflict.ts';
import { inProcess } from './in-process.ts';

vi.setConfig({ testTimeout: 60_000 });
const STARTER = join(import.meta.dirname, '../../src/cli/starter');

/** A home with the starter in it, called `starter`. */
function home(): string {
  const made = join(folder(), 'home');
  mkdirSync(made);
  cpSync(STARTER, join(made, 'starter'), { recursive: true });
  return made;
}

/** Everything that editors and systems leave beside a text, and links and folders that are called like one. */
function litter(where: string): void {
  for (const name of ['.scenario.yaml.swp', 'scenario.yaml~', '#scenario.yaml#', '4913', '._scenario.yaml'])
    writeFileSync(join(where, name), '\u0000\u0001');
  for (const name of ['.DS_Store', 'Thumbs.db', 'desktop.ini', '~$scenario.yaml', 'scenario.yaml.bak'])
    writeFileSync(join(where, name), '\u0000\u0001');
  symlinkSync('anna@desk.4711:1764540000', join(where, '.#scenario.yaml'));
  symlinkSync('/nowhere/gone.yaml', join(where, 'gone.plan.yaml'));
  symlinkSync('round.yaml', join(where, 'round.yaml'));
  symlinkSync('.', join(where, 'again'));
  mkdirSync(join(where, 'folder.plan.yaml'));
  mkdirSync(join(where, 'text.fr.yaml'));
  mkdirSync(join(where, '__MACOSX'));
  writeFileSync(join(where, '__MACOSX/scenario.yaml'), '\u0000');
}

/** As an editor on Windows saves a text: a byte order mark, and two characters at the end of each line. */
function asOnWindows(...files: readonly string[]): void {
  for (const file of files)
    writeFileSync(file, `\uFEFF${readFileSync(file, 'utf8').replaceAll('\n', '\r\n')}`);
}

test('[LG8] [HS7] a scenario, its map and its plan as Windows saves them are what they were, by hash and by column', async () => {
  const made = home();
  const plan = join(made, 'starter/plans/careful.plan.yaml');
  const scenario = join(made, 'starter/scenario.yaml');
  const played = async (out: string) => {
    const { code, err } = await inProcess(play, plan, '--out', join(made, out));
    expect([code, err]).toEqual([0, '']);
    return JSON.parse(readFileSync(join(made, out), 'utf8')) as unknown;
  };
  const before = await played('before.run.json');
  asOnWindows(scenario, join(made, 'starter/map.tmj'), plan);
  expect(await played('after.run.json')).toEqual(before);
  writeFileSync(scenario, readFileSync(scenario, 'utf8').replace('minutes:', 'minuts:'));
  const { err } = await inProcess(check, join(made, 'starter'), '--no-proof');
  expect(err).toMatch(/scenario\.yaml:\d+:1 {2}LG0101 error {2}There is no key `minuts` here\./);
});

const CLEAN = ['starter/map.tmj', 'starter/plans/careful.plan.yaml', 'starter/scenario.yaml'];

test('[CL50] what editors and systems leave, links that lead nowhere or round, folders called like files: no reader sees any of it', async () => {
  const made = home();
  for (const where of ['', 'starter', 'starter/plans']) litter(join(made, where));
  expect([...readSources(made).keys()]).toEqual(CLEAN);
  expect([...readParts(partsOf(made)).keys()].filter((name) => name.startsWith('starter/'))).toEqual(CLEAN);
  expect(scenarioAt(join(made, 'starter')).playbook.id).toBe('starter');
  for (const path of [made, join(made, 'starter'), join(made, 'starter/plans/careful.plan.yaml')]) {
    expect(await inProcess(check, path, '--no-proof', '--json')).toMatchObject({
      code: 0,
      out: expect.stringContaining('"problems": []'),
    });
  }
  expect((await inProcess(play, join(made, 'starter/plans/careful.plan.yaml'))).code).toBe(0);
  expect((await inProcess(seeds, join(made, 'starter'), '--truth', 'team=impostors')).code).toBe(0);
  expect((await inProcess(graph, join(made, 'starter'))).out).toContain('<svg');
});

test('[CL50] the law and the build of the page read past what editors leave', () => {
  const made = join(folder(), 'home');
  cpSync('scenarios', made, { recursive: true });
  const before = readSources(made);
  for (const where of ['law', 'law/layers', 'law/probes', 'common', 'residence-207/plans'])
    litter(join(made, where));
  expect(readSources(made)).toEqual(before);
  expect(readLaw(readSources(made)).problems).toEqual([]);
  const watched: string[] = [];
  const begin = authorsPlugin(made).buildStart;
  if (typeof begin !== 'function') throw new Error('The plugin does not begin.');
  Reflect.apply(begin, { addWatchFile: (file: string) => watched.push(file) }, [{}]);
  expect(watched).toEqual([...before.keys()].map((file) => `${made}/${file}`));
});

test('[CL50] a linked scenario is read, a linked text too, and what vanishes after it was listed is not there', async () => {
  const made = home();
  const real = join(folder(), 'elsewhere');
  renameSync(join(made, 'starter'), real);
  symlinkSync(real, join(made, 'starter'));
  renameSync(join(real, 'map.tmj'), join(made, 'shared.tmj'));
  symlinkSync(join(made, 'shared.tmj'), join(real, 'map.tmj'));
  expect([...readSources(made).keys()].filter((name) => name !== 'shared.tmj')).toEqual(CLEAN);
  const checked = await inProcess(check, made, '--no-proof', '--json');
  expect(checked).toMatchObject({ code: 0, out: expect.stringContaining('"problems": []') });
  const listed = listSources(made);
  rmSync(join(real, 'plans'), { recursive: true });
  expect(listed.map(({ name }) => name)).toContain('starter/plans/careful.plan.yaml');
  expect([...readSources(made).keys()]).not.toContain('starter/plans/careful.plan.yaml');
});

/** The name a file has, and the name it gets told; null where nothing is to be told. */
const NAMES: Readonly<Record<string, string | null>> = {
  'scenario.yaml': null,
  'text.es.yaml': null,
  'map.tmj': null,
  'maps/yard.tmj': null,
  'plans/careful.plan.yaml': null,
  'plans/more/careful.plan.yaml': null,
  'scenario.yml': 'scenario.yaml',
  'Scenario.yaml': 'scenario.yaml',
  'senario.yaml': 'scenario.yaml',
  'scenario (copy).yaml': 'scenario.yaml',
  'scenario.yaml.txt': 'scenario.yaml',
  'text.pt-BR.yaml': 'text.pt.yaml',
  'texts.es.yml': 'text.es.yaml',
  'text_es_MX.YAML': 'text.es.yaml',
  'map.TMJ': 'map.tmj',
  'plan.careful.yaml': 'plans/careful.plan.yaml',
  'careful.plan.yaml': 'plans/careful.plan.yaml',
  'plans/careful.yaml': 'plans/careful.plan.yaml',
  'plans/careful.plan.yml': 'plans/careful.plan.yaml',
  'plans/careful-plan.yaml': 'plans/careful.plan.yaml',
  'Plan/careful.plan.yaml': 'plans/careful.plan.yaml',
  'plans/careful.plan - Copy (2).yaml': 'plans/careful.plan.yaml',
};

test('[SC74] a name nearly right is told with the right one, a name that says nothing is told too', () => {
  for (const [name, right] of Object.entries(NAMES)) {
    const told = strayFiles([`x/${name}`], 'x').map(({ code, repair }) => [code, repair]);
    expect(told, name).toEqual(right === null ? [] : [['SC0506', `Rename it to \`${right}\`.`]]);
  }
  expect(
    strayFiles(['x/todo.yaml', 'common/patrol.yml', 'y/todo.yaml'], 'x').map(({ code }) => code),
  ).toEqual(['SC0504', 'SC0506']);
  expect(strayFiles(['x/old/scenario.yaml'], 'x')).toMatchObject([{ code: 'SC0504', severity: 'warning' }]);
  expect(strayFiles(['x/scenario.yaml', 'x/scenario (1).yaml'], 'x')[0]?.repair).toMatch(/already exists/);
});

test('[LW24] so are files of the law', () => {
  const names = {
    'law/Packs.yaml': 'law/packs.yaml',
    'law/authorities.yml': 'law/authorities.yaml',
    'law/layer/harbor.yaml': 'law/layers/harbor.yaml',
    'law/probes/stop.YAML': 'law/probes/stop.yaml',
    'law/text.es-MX.yaml': 'law/text.es.yaml',
  };
  for (const [name, right] of Object.entries(names)) {
    const told = readLaw(new Map([[name, '']])).problems.filter(({ file }) => file === name);
    expect(told, name).toMatchObject([{ code: 'LW0311', repair: `Rename it to \`${right}\`.` }]);
  }
});

test('[SC74] a scenario whose file is called nearly right is told by its folder, by the one above, and where it is asked for by name', async () => {
  const made = home();
  renameSync(join(made, 'starter/scenario.yaml'), join(made, 'starter/Scenario.yml'));
  const told = expect.objectContaining({ code: 'SC0506', file: join(made, 'starter/Scenario.yml') });
  for (const path of [made, join(made, 'starter')]) {
    const { code, out } = await inProcess(check, path, '--no-proof', '--json');
    expect({ code, problems: JSON.parse(out).problems }).toEqual({ code: 1, problems: [told] });
  }
  expect(() => scenarioAt(join(made, 'starter'))).toThrow(/SC0506[\s\S]*Rename it to `scenario.yaml`/);
  expect(scenarioIds(readSources(made))).toEqual(['starter']);
});

/** A run of the starter, as a text. */
async function played(): Promise<string> {
  const path = join(folder(), 'a.run.json');
  const { code } = await inProcess(play, join(home(), 'starter/plans/careful.plan.yaml'), '--out', path);
  expect(code).toBe(0);
  return readFileSync(path, 'utf8');
}

test('[CL52] the scenario of a run is found beside the run, above it, or where it is said to be; of several the one it was played on', async () => {
  const [replay, debrief, plan] = await Promise.all([
    import('#cli/replay.ts'),
    import('#cli/debrief.ts'),
    import('#cli/plan.ts'),
  ]);
  const [made, run] = [home(), await played()];
  mkdirSync(join(made, 'starter/runs/may'), { recursive: true });
  const far = join(folder(), 'a.run.json');
  writeFileSync(far, run);
  const places = { 'a.run.json': plan, 'starter/a.run.json': debrief, 'starter/runs/may/a.run.json': replay };
  for (const [path, verb] of Object.entries(places)) {
    writeFileSync(join(made, path), run);
    expect(await inProcess(verb, join(made, path), '--json'), path).toMatchObject({ code: 0 });
    const refused = await inProcess(verb, far);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('--scenario FOLDER') });
    expect((await inProcess(verb, far, '--scenario', join(made, 'starter'))).code).toBe(0);
  }
  const other = join(made, 'starter/runs/starter');
  cpSync(STARTER, other, { recursive: true });
  const text = readFileSync(join(other, 'scenario.yaml'), 'utf8');
  writeFileSync(join(other, 'scenario.yaml'), text.replace('minutes: 5', 'minutes: 6'));
  expect((await inProcess(replay, join(made, 'starter/runs/may/a.run.json'))).code).toBe(0);
  const hostile = join(made, 'hostile.run.json');
  writeFileSync(hostile, run.replace('"scenario":"starter"', '"scenario":"../home/starter"'));
  expect((await inProcess(replay, hostile)).err).toContain('There is no scenario "../home/starter"');
});

test('[LG8] [CL4] a run with a byte that is not UTF-8 is refused with its line and column', async () => {
  const path = join(folder(), 'a.run.json');
  const [before = '', after = ''] = (await played()).split('"scenario"');
  writeFileSync(path, Buffer.concat([Buffer.from(`${before}\n"scen`), Buffer.of(0xfa), Buffer.from(after)]));
  const { code, err } = await inProcess(await import('#cli/replay.ts'), path);
  expect(code).toBe(1);
  expect(err).toContain(`${path}:2:6  LG0011 error  The byte FA is not UTF-8.`);
});
