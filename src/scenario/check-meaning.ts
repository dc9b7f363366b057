/** Meaning checks on a compiled scenario: what reads well but will not play well. */
import type { Diagnostic } from '#language/diagnostic.ts';
import type { Source } from '#language/yaml-reader.ts';
import type { Playbook } from './playbook.ts';
import type { ScenarioWritten } from './schema.ts';
import type { Site } from './site.ts';

export interface Checked {
  readonly written: ScenarioWritten;
  readonly top: Site;
  readonly files: ReadonlyMap<string, string>;
  readonly translations: Readonly<Record<string, Source>>;
}

/** Every problem of meaning, in no particular order. */
export function checkMeaning(_playbook: Playbook, _checked: Checked): Diagnostic[] {
  return [];
}
