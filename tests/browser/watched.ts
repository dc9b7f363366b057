/** The author's page: `deconflict watch` on a folder of the test's own, ended with the test. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readSources } from '#cli/disk/sources.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { readScenario } from '#scenario/read.ts';
import { folder } from '../cli/deconflict.ts';
import { ownEnv, ROOT } from './served.ts';

/** A watched folder with one small scenario, `bus-stop`. */
export interface Watched {
  readonly address: string;
  /** Changes the scenario as an editor saves; throws where there is nothing to change. */
  readonly edit: (from: string | RegExp, to: string) => void;
  /** As it was at first. */
  readonly playbook: Playbook;
}

/** Begins to watch; resolves when the page can be opened. */
export async function watched(): Promise<Watched> {
  const home = join(folder(), 'home');
  mkdirSync(home);
  cpSync(join(ROOT, 'src/cli/starter'), join(home, 'bus-stop'), { recursive: true });
  for (const name of ['scenario.yaml', 'plans/careful.plan.yaml']) {
    const path = join(home, 'bus-stop', name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^(id|scenario): starter$/m, '$1: bus-stop'));
  }
  const { playbook } = readScenario(readSources(home), 'bus-stop');
  if (playbook === null) throw new Error('The starter does not compile.');
  const child = spawn(process.execPath, ['src/cli/main.ts', 'watch', home], {
    cwd: ROOT,
    env: { ...ownEnv(), PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => ended(child));
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text.toString();
      const found = /The page is at (\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', () => reject(new Error(said)));
  });
  const file = join(home, 'bus-stop/scenario.yaml');
  return {
    address,
    playbook,
    edit(from, to) {
      const text = readFileSync(file, 'utf8');
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`There is no ${String(from)} to change.`);
      writeFileSync(file, changed);
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const closed = new Promise((resolve) => child.on('close', resolve));
  child.kill('SIGTERM');
  await closed;
}
