/** Holds a scenario against its map as the page reads it: a place that the map lacks is an error, what of the map is not used a warning (SPEC SC75). */
import { characterProblems, strangeInValue } from '#language/characters.ts';
import { suggest } from '#language/did-you-mean.ts';
import type { PlaybookDraft } from '../draft/playbook-draft.ts';
import { down, into, type Site } from '../draft/site.ts';
import type { MapPlan, Point } from '../map/map-plan.ts';
import { readMap } from '../map/read-map.ts';
import type { ScenarioWritten } from '../schema/schema.ts';

/** Checks the map the scenario names; none named, nothing checked. */
export function checkMap(
  written: ScenarioWritten,
  top: Site,
  files: ReadonlyMap<string, string>,
  draft: PlaybookDraft,
): void {
  if (written.map === undefined) return;
  const here = into(top, 'map');
  const folder = top.source.file.replace(/[^/]*$/, '');
  const text = files.get(folder + written.map);
  if (text === undefined) {
    const maps = [...files.keys()].flatMap((path) =>
      path.startsWith(folder) && path.endsWith('.tmj') ? [path.slice(folder.length)] : [],
    );
    const repair = /\.tmj$/i.test(written.map)
      ? suggest(written.map, maps, 'Add the file, or remove `map:`.')
      : 'In Tiled, choose File > Export As and save the map as a JSON map file (.tmj).';
    draft.report('MP0001', here, `There is no map \`${written.map}\` in this folder.`, repair);
    return;
  }
  const file = folder + written.map;
  const strange = characterProblems(file, text);
  draft.problems.push(...strange);
  const { plan, told } = readMap(text);
  for (const { code, message, repair } of told) {
    draft.report(code, here, `\`${written.map}\`: ${message}`, repair, plan === null ? 'error' : 'warning');
  }
  if (plan === null) return;
  const names = Object.keys(plan.places);
  const words = strange.length > 0 ? [] : [...names, ...plan.labels.map(({ text }) => text)];
  for (const text of words) {
    for (const { code, message, repair } of strangeInValue(text)) {
      draft.report(code, here, `\`${written.map}\`, at \`${text}\`: ${message}`, repair);
    }
  }
  for (const id of Object.keys(written.places ?? {})) {
    if (Object.hasOwn(plan.places, id)) continue;
    const repair = suggest(id, names, 'The map has no layer `places` with points in it.');
    draft.reportKey('MP0101', down(top, 'places', id), `The map has no place \`${id}\`.`, repair);
  }
  checkUse(plan, Object.keys(written.places ?? {}), here, draft);
}

/** An area where a group gathers needs a place of its name, a way two places that it joins; else nobody ever stands or goes there. */
function checkUse(plan: MapPlan, places: readonly string[], here: Site, draft: PlaybookDraft): void {
  for (const name of Object.keys(plan.gather)) {
    if (places.includes(name)) continue;
    const message = `Nobody gathers in \`${name}\` on the map: the scenario has no such place.`;
    draft.report('MP0102', here, message, suggest(name, places, 'Declare it under `places:`.'), 'warning');
  }
  const near = NEAR_METRES / plan.metresPerPixel;
  const points = places.flatMap((id) => (Object.hasOwn(plan.places, id) ? [plan.places[id] as Point] : []));
  for (const [name, line] of Object.entries(plan.routes)) {
    if (/-line$/.test(name) || points.filter((point) => offOf(line, point) <= near).length >= 2) continue;
    const message = `Nobody uses the route \`${name}\` on the map: fewer than two places of the scenario are on it.`;
    const repair = 'Draw it from one place to another, or remove it.';
    draft.report('MP0103', here, message, repair, 'warning');
  }
}

/** So far from a drawn way a place may lie and still be on it. */
const NEAR_METRES = 3;

/** How far a point is from a line. */
function offOf(line: readonly Point[], point: Point): number {
  const offs = line.slice(1).map((b, n) => {
    const a = line[n] ?? b;
    const [x, y] = [b.x - a.x, b.y - a.y];
    const long = x * x + y * y;
    const part = long === 0 ? 0 : ((point.x - a.x) * x + (point.y - a.y) * y) / long;
    const on = Math.min(1, Math.max(0, part));
    return Math.hypot(a.x + on * x - point.x, a.y + on * y - point.y);
  });
  return Math.min(...offs);
}
