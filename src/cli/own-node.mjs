/**
 * The Node that this project brings along, and what must be so before anything of it is started.
 *
 * Runs on any Node from 20 on. By itself (`node src/cli/own-node.mjs`) it ends with one sentence and 1 where the project cannot be started
 * by the Node it runs on, and with `build` also where the page cannot be built here.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
/** The oldest Node that runs the TypeScript of this project as it is. */
const OLDEST = 24;

/** The Node of the npm package `node`; without it the one that runs this, if it can run TypeScript; null if it cannot. */
export function ownNode() {
  return broughtNode() ?? (canRun() ? process.execPath : null);
}

/** What to do where there is none. */
export const NO_NODE = existsSync(join(ROOT, 'node_modules'))
  ? 'The Node that this project brings was not installed: install scripts are off. Run "npm rebuild node --ignore-scripts=false".'
  : 'The packages of this project are not installed. Run "npm ci".';

/** Why the page cannot be built in a folder; null where it can. Vite takes what follows `#` or `?` in a path for a part of an address. */
export function whyNotBuilt(folder = ROOT) {
  const bad = /[#?]/.exec(folder)?.[0];
  return bad === undefined
    ? null
    : `The page cannot be built in a folder with "${bad}" in its name (${folder}). Rename the folder, or move the project.`;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const why =
    canRun() || broughtNode() !== null ? (process.argv[2] === 'build' ? whyNotBuilt() : null) : NO_NODE;
  if (why !== null) {
    console.error(`deconflict: ${why}`);
    process.exitCode = 1;
  }
}

function canRun() {
  return Number.parseInt(process.versions.node, 10) >= OLDEST && Boolean(process.features.typescript);
}

function broughtNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}
