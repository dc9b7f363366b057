/** Reads a scenario: from the authors' files to a playbook and diagnostics. The door of this room. */

import type { z } from 'zod';
import { type Diagnostic, hasErrors, inReadingOrder, type Place } from '#language/diagnostic.ts';
import { suggest } from '#language/did-you-mean.ts';
import { type ReadYaml, readYaml, type Source } from '#language/yaml-reader.ts';
import { zodProblems } from '#language/zod-issues.ts';
import { checkMeaning } from './check/check-meaning.ts';
import type { Library } from './compile/action-merged.ts';
import { compile } from './compile/compile.ts';
import { into, siteOf } from './draft/site.ts';
import type { Playbook } from './playbook.ts';
import { missingNeeds } from './schema/library-needs.ts';
import { library, type ScenarioWritten, scenario, translation } from './schema/schema.ts';
import { FORMS } from './schema/schema-forms.ts';
import { isScenarioName, strayFiles } from './stray-files.ts';

/** The authors' texts by path relative to `scenarios/`: `residence-207/scenario.yaml`. */
export type Files = ReadonlyMap<string, string>;

/** The ids of all scenarios among the files, in code-point order; one whose `scenario.yaml` is called nearly so is among them. */
export function scenarioIds(files: Files): string[] {
  const ids = [...files.keys()].flatMap((path) => {
    const [id = '', name = '', ...more] = path.split('/');
    return more.length === 0 && !['common', 'law'].includes(id) && isScenarioName(name) ? [id] : [];
  });
  return [...new Set(ids)].sort();
}

/**
 * Reads one scenario with its libraries, translations and map.
 *
 * Never throws (SPEC LG1). The playbook is null exactly if one of the problems is an error; problems stand in reading order. `yaml`
 * reads the single files: who reads a scenario again and again gives a reader that remembers.
 */
export function readScenario(
  files: Files,
  id: string,
  yaml: ReadYaml = readYaml,
): { playbook: Playbook | null; problems: Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const file = `${id}/scenario.yaml`;
  const text = files.get(file);
  problems.push(...strayFiles(files.keys(), id));
  if (text === undefined) {
    const isMisnamed = scenarioIds(files).includes(id);
    return { playbook: null, problems: isMisnamed ? problems : [missingScenario(files, id, file)] };
  }
  const source = open(file, text, problems, yaml);
  const written = shape<ScenarioWritten>(scenario, source, problems);
  if (written === null) return { playbook: null, problems: inReadingOrder(problems) };
  const top = siteOf(source);
  if (written.id !== id) {
    problems.push({
      ...source.at(['id']),
      code: 'SC0505',
      severity: 'error',
      message: `The scenario has the id \`${written.id}\`, but its folder is \`${id}\`.`,
      repair: `Write \`id: ${id}\`, or rename the folder.`,
    });
  }
  const lacking: Diagnostic[] = [];
  const libraries = (written.uses ?? []).flatMap((name, n) => {
    const named = source.at(['uses', n]);
    const read = readLibrary(files, name, named, problems, yaml);
    lacking.push(...read.flatMap((one) => missingNeeds(name, one.written, written, named)));
    return read;
  });
  const translations = readTranslations(files, id, problems, yaml);
  const compiled = compile({ scenario: written, top, libraries, translations: translations.texts });
  // What a library lacks is told once, where it is named, and not at each line of it that names it.
  const isLibrarys = ({ file: of }: Diagnostic) => lacking.length > 0 && of !== file;
  problems.push(...lacking, ...compiled.problems.filter((problem) => !isLibrarys(problem)));
  problems.push(
    ...checkMeaning(compiled.playbook, { written, top, files, translations: translations.sources }),
  );
  return { playbook: hasErrors(problems) ? null : compiled.playbook, problems: inReadingOrder(problems) };
}

/** The value of a text if it has the shape of the schema; else null, with problems. A text that is no YAML is not looked at further. */
export function shape<Written>(
  schema: z.ZodType<Written>,
  source: Source,
  problems: Diagnostic[],
): Written | null {
  if (problems.some((problem) => problem.file === source.file && problem.severity === 'error')) return null;
  const parsed = schema.safeParse(source.value);
  if (parsed.success) return parsed.data;
  problems.push(...zodProblems(parsed.error.issues, source, FORMS, schema));
  return null;
}

/** Opens a YAML text, keeping its problems. */
export function open(file: string, text: string, problems: Diagnostic[], yaml: ReadYaml = readYaml): Source {
  const read = yaml(file, text);
  problems.push(...read.problems);
  return read.source;
}

function readLibrary(
  files: Files,
  name: string,
  named: Place,
  problems: Diagnostic[],
  yaml: ReadYaml,
): Library[] {
  const file = `${name}.yaml`;
  const text = files.get(file);
  if (text === undefined) {
    const known = [...files.keys()].flatMap((each) => /^(common\/[^/]+)\.yaml$/.exec(each)?.[1] ?? []);
    const repair = suggest(name, known, 'There are no libraries under scenarios/common.');
    problems.push({
      ...named,
      code: 'SC0501',
      severity: 'error',
      message: `There is no library \`${name}\`.`,
      repair,
    });
    return [];
  }
  const opened = open(file, text, problems, yaml);
  const written = shape(library, opened, problems);
  return written === null ? [] : [{ written, site: into(siteOf(opened), 'actions') }];
}

function readTranslations(files: Files, id: string, problems: Diagnostic[], yaml: ReadYaml) {
  const texts: Record<string, Record<string, string>> = {};
  const sources: Record<string, Source> = {};
  for (const [path, text] of files) {
    const language = path.startsWith(`${id}/`)
      ? /^[^/]+\/text\.([a-z]{2})\.yaml$/.exec(path)?.[1]
      : undefined;
    if (language === undefined) continue;
    if (language === 'en') {
      problems.push({
        file: path,
        line: 1,
        column: 1,
        code: 'SC0703',
        severity: 'error',
        message: 'The English text is in `scenario.yaml` itself; a second English file is not used.',
        repair:
          'Write the text in `scenario.yaml` and delete this file. Name a translation by its language: `text.es.yaml`.',
      });
      continue;
    }
    const source = open(path, text, problems, yaml);
    const written = shape(translation, source, problems);
    if (written === null) continue;
    texts[language] = written;
    sources[language] = source;
  }
  return { texts, sources };
}

function missingScenario(files: Files, id: string, file: string): Diagnostic {
  const repair = suggest(id, scenarioIds(files), 'Write one: see LANGUAGE.md.');
  return {
    file,
    line: 1,
    column: 1,
    code: 'SC0502',
    severity: 'error',
    message: `There is no scenario \`${id}\`.`,
    repair,
  };
}
