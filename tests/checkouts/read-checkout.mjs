/**
 * Run beside a checkout, by its path: prints its playbooks, and its packs with the models of each, as JSON. What it imports is found by the
 * file's name, since rooms move.
 */
import { globSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [root = '.'] = process.argv.slice(2);
const [found = ''] = globSync('src/cli/**/shipped.ts', { cwd: root });
const { shippedLaw, shippedPlaybook } = await import(pathToFileURL(join(root, found)).href);
const folders = readdirSync(join(root, 'scenarios'), { withFileTypes: true });
const ids = folders
  .filter(
    (one) => one.isDirectory() && globSync(`scenarios/${one.name}/scenario.yaml`, { cwd: root }).length > 0,
  )
  .map(({ name }) => name);
const packs = Object.entries(shippedLaw().packs).map(([id, { switches }]) => [
  id,
  switches.model?.values ?? [],
]);
process.stdout.write(
  JSON.stringify({
    playbooks: Object.fromEntries(ids.map((id) => [id, shippedPlaybook(id)])),
    packs: Object.fromEntries(packs),
  }),
);
