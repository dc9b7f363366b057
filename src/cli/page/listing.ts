/** The map a scenario names, for the page that lists it. */
import { type ReadYaml, readYaml } from '#language/yaml-reader.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import { readMapPlan } from '#scenario/map/read-map.ts';
import type { Files } from '#scenario/read.ts';

/** The map that a scenario names; null if it names none. What is wrong with it is among the scenario's problems. */
export function mapIn(files: Files, id: string, yaml: ReadYaml = readYaml): MapPlan | null {
  const file = `${id}/scenario.yaml`;
  const written = yaml(file, files.get(file) ?? '').source.value;
  const name = typeof written === 'object' && written !== null && 'map' in written ? written.map : null;
  const text = typeof name === 'string' ? files.get(`${id}/${name}`) : undefined;
  return text === undefined ? null : readMapPlan(text);
}
