/** Ten runs that another version of the page left in one file: nothing of them is lost by what was worded anew since. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { debriefRun } from '#table/runs/debrief-run.ts';
import { resumeRun } from '#table/runs/open-run.ts';
import { importHere, pickedOf } from './import-here.ts';
import { room } from './shipped-room.ts';

/** All runs as the page of commit 6de3f3a exported them in Chromium, before options and radio were worded anew: five ended, five not, in both languages, under four laws. */
const LEFT = brotliDecompressSync(
  readFileSync(join(import.meta.dirname, 'fixtures/ten-runs-by-6de3f3a.json.br')),
).toString('utf8');

interface Left {
  readonly runs: readonly {
    readonly entries: readonly unknown[];
    readonly sealed: { readonly ending: string } | null;
    readonly reports: readonly { readonly text: string }[];
  }[];
}

test('[TB131] [TB132] [TB134] ten runs of a page with other words come in, open, play again and debrief as they were', async () => {
  const here = room();
  expect(await importHere(here, pickedOf(LEFT))).toMatchObject({
    ok: true,
    all: { taken: 10, twice: 0, refused: 0 },
  });
  const { runs } = JSON.parse(LEFT) as Left;
  const shown = new Set(runs.flatMap(({ reports }) => reports.map(({ text }) => text)));
  expect(shown.size).toBeGreaterThanOrEqual(4);
  const counts = { resumed: 0, debriefed: 0 };
  for (const { id, state } of await here.storage.journal.list()) {
    if (state === 'running') {
      const { session, reopened } = await resumeRun(here, id);
      expect(session.ended()).toBe(false);
      expect(reopened.played.state).toBeDefined();
      await session.send({ kind: 'stop' });
      session.close();
    }
    const { report, reopened, provenance } = await debriefRun(here, id);
    expect(reopened, id).not.toBeNull();
    expect(report.findings.length, id).toBeGreaterThan(0);
    expect(['own', 'shown']).toContain(provenance);
    if (state === 'running') counts.resumed += 1;
    counts.debriefed += 1;
  }
  expect(counts).toEqual({ resumed: 5, debriefed: 10 });
});
