/**
 * The Node that this project brings along, and what must be so before anything of it is started.
 *
 * Runs on any Node from 20 on. By itself (`node src/cli/own-node.mjs`) it ends with one sentence and 1 where what comes after it cannot run
 * on the same Node, and with `build` also where the page cannot be built here.
 */
import { accessSync, constants, existsSync } from 'node:fs';
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
export function noNode() {
  if (!existsSync(join(ROOT, 'node_modules')))
    return 'The packages of this project are not installed. Run "npm ci".';
  const why = existsSync(binary() ?? '')
    ? 'cannot be run: its file has lost its permissions'
    : 'was not installed: install scripts are off';
  return `The Node that comes with this project ${why}. Run "npm rebuild node --ignore-scripts=false".`;
}

/** Why the Node that runs this cannot run the TypeScript of this project; null where it can. */
export function whyNotRun() {
  if (canRun()) return null;
  return broughtNode() === null
    ? noNode()
    : `Node ${process.versions.node} cannot run TypeScript. Start it with npm or npx, which use the Node that comes with this project.`;
}

/**
 * Why the page cannot be built in a folder; null where it can. Vite takes what follows `#` or `?` in a path for a part of an address, and
 * does not load without its part for this system, which npm leaves out where it is told to leave out what is optional or for development.
 */
export async function whyNotBuilt(folder = ROOT) {
  const bad = /[#?]/.exec(folder)?.[0];
  if (bad !== undefined)
    return `The page cannot be built in a folder with "${bad}" in its name (${folder}). Rename the folder, or move the project.`;
  try {
    await import('vite');
    return null;
  } catch {
    return 'The tool that builds the page was not installed for this system. Run "npm ci --include=dev --include=optional".';
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const why = whyNotRun() ?? (process.argv[2] === 'build' ? await whyNotBuilt() : null);
  if (why !== null) {
    console.error(`deconflict: ${why}`);
    process.exitCode = 1;
  }
}

function canRun() {
  return Number.parseInt(process.versions.node, 10) >= OLDEST && Boolean(process.features.typescript);
}

function broughtNode() {
  const found = binary();
  try {
    accessSync(found ?? '', constants.X_OK);
    return found;
  } catch {
    return null;
  }
}

/** Where the package `node` keeps its program; null without the package. */
function binary() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    return null;
  }
}
