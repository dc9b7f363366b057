/** What a first scenario of one's own ran into: each file as it was written, and mended as its message says and in nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPlans } from '#cli/check-plans.ts';
import { readSources } from '#cli/sources.ts';
import { readScenario } from '#scenario/read.ts';

const HERE = new URL('./first-scenarios/', import.meta.url);
const shipped = readSources();

/** A folder of this one's, with the shipped libraries, its scenario changed by `mend`. */
function filesOf(id: string, mend: (text: string) => string = (text) => text): Map<string, string> {
  const below = (folder: string): string[] =>
    readdirSync(new URL(`${folder}/`, HERE), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? below(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    );
  const own = below(id).map((path) => {
    const text = readFileSync(new URL(path, HERE), 'utf8');
    return [path, path.endsWith('scenario.yaml') ? mend(text) : text] as const;
  });
  return new Map([...[...shipped].filter(([path]) => path.startsWith('common/')), ...own]);
}

/** What reading and playing its plans finds, as `line code`. */
function toldOf(id: string, files: ReadonlyMap<string, string>) {
  const { playbook, problems } = readScenario(files, id);
  return [...problems, ...checkPlans(playbook, files, id)];
}

describe('a decision for a seat that nobody plays', () => {
  const SEAT = /(- id: which-draft\n\s+seat: )pio/;

  test('[SC71] is told with the seat and a seat that is played; mended so, nothing of it is told', () => {
    const told = toldOf('leaked-plan', filesOf('leaked-plan')).filter(({ code }) => code === 'SC0314');
    expect(told.map(({ line, column, message, repair }) => [line, column, message, repair])).toEqual([
      [
        171,
        19,
        'Nobody plays `pio`: nobody answers, and its `silence` comes after 15m.',
        'Write `deputy` here. Or let a person play `pio`: `solo: true` under `seats:`.',
      ],
    ]);
    for (const mend of [
      (text: string) => text.replace(SEAT, '$1deputy'),
      (text: string) => text.replace(/(pio: \{[^}]*) \}/, '$1, solo: true }'),
    ]) {
      const mended = toldOf('leaked-plan', filesOf('leaked-plan', mend));
      expect(mended.filter(({ code, severity }) => code === 'SC0314' || severity === 'error')).toEqual([]);
    }
  });

  test('[SC71] an automation plays a seat too', () => {
    const automated = (text: string) =>
      `${text}automations:\n  pio: [{ id: drafts-on, when: "story.desk == 'draft'", do: [{ set: { statement: out } }], repeat: once }]\n`;
    const told = toldOf('leaked-plan', filesOf('leaked-plan', automated));
    expect(told.filter(({ code, severity }) => code === 'SC0314' || severity === 'error')).toEqual([]);
  });
});
