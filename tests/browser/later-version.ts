/** The built product in a folder of its own, which becomes that of a later version: as a build after one word of a title was changed. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { pageServer } from '#cli/page/page-server.ts';
import { hashOf } from '#language/canonical.ts';
import { ROOT } from './served.ts';
import { PLAYBOOK } from './shipped.ts';

export const OLD_TITLE = PLAYBOOK.texts[PLAYBOOK.title] ?? '';
export const NEW_TITLE = OLD_TITLE.replace('Larkspur', 'Sorrel');

export interface Versions {
  readonly address: string;
  /** The folder that is served. */
  readonly root: string;
  /** From now on the server has the later version. */
  readonly becomeLater: () => void;
  /** What the server says the version that it has is played with. */
  readonly say: (engine: string) => void;
}

/** Serves a copy of what is built, until the test is over. */
export async function versions(): Promise<Versions> {
  const root = mkdtempSync(join(tmpdir(), 'deconflict-versions-'));
  cpSync(join(ROOT, 'dist'), root, { recursive: true });
  const server = pageServer(root);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(root, { recursive: true });
  });
  const facts = join(root, 'version.json');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    root,
    becomeLater: () => becomeLater(root),
    say: (engine) =>
      writeFileSync(facts, JSON.stringify({ ...JSON.parse(readFileSync(facts, 'utf8')), engine })),
  };
}

/** Changes the title wherever it stands, with the playbook's hash, and names every script anew, as a build would. */
function becomeLater(root: string): void {
  const later = { ...PLAYBOOK, texts: { ...PLAYBOOK.texts, [PLAYBOOK.title]: NEW_TITLE } };
  const names = readdirSync(join(root, 'assets')).filter((name) => name.endsWith('.js'));
  const texts = [
    'index.html',
    'sw.js',
    'version.json',
    'version-kept.json',
    ...names.map((name) => `assets/${name}`),
  ];
  for (const file of texts) {
    let text = readFileSync(join(root, file), 'utf8');
    text = text.replaceAll(OLD_TITLE, NEW_TITLE).replaceAll(hashOf(PLAYBOOK), hashOf(later));
    for (const name of names) text = text.replaceAll(name, renamed(name));
    // The revision of what has no hash in its name.
    if (file === 'sw.js') text = text.replace(/"revision":"[0-9a-f]{8}/g, '"revision":"later000');
    writeFileSync(join(root, file), text);
  }
  for (const name of names) renameSync(join(root, 'assets', name), join(root, 'assets', renamed(name)));
}

function renamed(name: string): string {
  return name.replace(/\.js$/, '_.js');
}
