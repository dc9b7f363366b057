/** Text size and time to decide: what a reader needs changes how the page is drawn and when deadlines fall, and shows in no result. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAddress } from '#table/navigation/address.ts';
import { TEXT_SIZES } from '#table/preferences/preferences.ts';
import { debriefRun } from '#table/runs/debrief-run.ts';
import { startRun } from '#table/runs/open-run.ts';
import { shell } from '#table/words/en/shell.ts';
import { flagship, room, settings } from './shipped-room.ts';

test('[TB63] text can be twice as large, and each size offered is one that the style sheet draws', () => {
  const css = readFileSync(join(import.meta.dirname, '../../src/table/theme/tokens.css'), 'utf8');
  expect(TEXT_SIZES.at(-1)).toBe(200);
  for (const size of TEXT_SIZES.slice(1)) {
    expect(css).toMatch(new RegExp(`\\[data-text="${size}"\\] \\{\\s*font-size: ${size}%;`));
  }
});

test('[TB63] solo play gives extended time unless told otherwise', () => {
  const known = {
    scenarios: [{ id: 's', asOf: '2026-06-30', languages: ['en'] }],
    packs: [{ id: 'neutral', title: 'N' }],
  };
  const read = (query: string) => readAddress(`#/play/s${query}`, known, shell, () => 7);
  expect(read('')).toMatchObject({ settings: { extended: 150 } });
  expect(read('?extended=1')).toMatchObject({ settings: { extended: 100 } });
});

test('[TB63] a debrief does not tell how much time was given: two that differ in nothing else are the same', async () => {
  const reports = [];
  for (const extended of [100, 200] as const) {
    const here = room();
    const { session, run } = await startRun(here, flagship(), { ...settings, extended, clock: 'discussion' });
    await session.send({ kind: 'act', action: 'request-supervisor' });
    await session.send({ kind: 'stop' });
    session.close();
    reports.push((await debriefRun(here, run)).report);
  }
  expect(reports[0]).toEqual(reports[1]);
  expect(JSON.stringify(reports[0])).not.toContain('extended');
});
