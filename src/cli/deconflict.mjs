#!/usr/bin/env node
/**
 * `npx deconflict …`: starts main.ts with the Node this project brings along.
 *
 * This file alone must run on any Node from 20 on: the rest is TypeScript, which the Node 26 in node_modules runs as it is.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = join(dirname(fileURLToPath(import.meta.url)), 'main.ts');
// Node keeps what it compiled for the next start, which then takes a third of the time; where it cannot, it goes without.
const kept = join(dirname(main), '../../node_modules/.cache/deconflict/compiled');
const child = spawn(nodeThatRunsTypeScript(), [main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { NODE_COMPILE_CACHE: kept, ...process.env },
});

// The terminal sends its signals to both; this process only waits for the other to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`deconflict: cannot start Node (${error.message}). Run "npm ci" first.`);
  process.exit(1);
});
child.on('close', (code, signal) => {
  process.exitCode = code ?? (signal === null ? 1 : 128);
});

/** The Node of the npm package `node`; without it, the one that runs this file. */
function nodeThatRunsTypeScript() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(binary) ? binary : process.execPath;
  } catch {
    return process.execPath;
  }
}
