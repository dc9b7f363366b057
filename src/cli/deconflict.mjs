#!/usr/bin/env node
/**
 * `npx deconflict …`: starts main.ts with the Node this project brings along (SPEC CL3).
 *
 * This file and own-node.mjs alone must run on any Node from 20 on: the rest is TypeScript, which the Node 26 in node_modules runs as it is.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { noNode, ownNode } from './own-node.mjs';

const main = join(dirname(fileURLToPath(import.meta.url)), 'main.ts');
// Node keeps what it compiled for the next start, which then takes a third of the time; where it cannot, it goes without.
const kept = join(dirname(main), '../../node_modules/.cache/deconflict/compiled');
const node = ownNode();
if (node === null) {
  console.error(`deconflict: ${noNode()}`);
  process.exitCode = 1;
} else start(node);

function start(node) {
  const child = spawn(node, [main, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: kept, ...process.env },
  });
  // The terminal sends its signals to both; this process only waits for the other to end.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(
      `deconflict: cannot start Node (${error.message}). Run "npm rebuild node --ignore-scripts=false".`,
    );
    process.exit(1);
  });
  child.on('close', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128);
  });
}
