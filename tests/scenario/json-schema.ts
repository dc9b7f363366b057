/** Makes the JSON Schemas for editors from the Zod schemas. `node tests/scenario/json-schema.ts` writes them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { planFile } from '#scenario/plan.ts';
import { library, scenario } from '#scenario/schema.ts';

const SCENARIOS = join(import.meta.dirname, '../../scenarios');

/** File name below scenarios/ → its JSON Schema as text. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const files = {
    'scenario.schema.json': scenario,
    'library.schema.json': library,
    'plan.schema.json': planFile,
  };
  return new Map(
    Object.entries(files).map(([name, schema]) => [
      name,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 1)}\n`,
    ]),
  );
}

/** Writes them all. */
function writeJsonSchemas(): void {
  for (const [name, text] of jsonSchemas()) writeFileSync(join(SCENARIOS, name), text);
}

if (import.meta.main) writeJsonSchemas();
