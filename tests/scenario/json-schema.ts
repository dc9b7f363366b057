/** Writes the JSON Schemas for editors: `node tests/scenario/json-schema.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchemas } from './editor-schemas.ts';

for (const [name, text] of editorSchemas()) {
  writeFileSync(join(import.meta.dirname, '../../scenarios', name), text);
}
