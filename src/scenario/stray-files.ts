/** Files in a scenario's folder that no reader takes, most of them for their name: each is told, so that no test is silently none (SPEC SC74). */
import type { Diagnostic } from '#language/diagnostic.ts';
import { editDistance } from '#language/did-you-mean.ts';
import { plainName } from '#language/file-names.ts';

/** Whether a file of this name is a scenario, or was most likely meant to be one (`Scenario.yaml`, `scenario.yml`, `senario.yaml`). */
export function isScenarioName(name: string): boolean {
  const stem = /^(.+)\.yaml$/.exec(plainName(name))?.[1]?.toLowerCase();
  return stem !== undefined && editDistance(stem, 'scenario') <= 2;
}

/** A problem for each file of the scenario, and of the libraries, that nothing reads: an error where it is clear what it was meant to be. */
export function strayFiles(paths: Iterable<string>, id: string): readonly Diagnostic[] {
  const all = [...paths];
  const unread = all.filter((path) =>
    path.startsWith(`${id}/`) ? !READ.test(path.slice(id.length + 1)) : isStrayLibrary(path),
  );
  return unread.map((path) => {
    const folder = path.startsWith(`${id}/`) ? `${id}/` : 'common/';
    const meant = folder === 'common/' ? libraryMeant(path) : meantBy(path.slice(folder.length));
    return strayFile(path, meant, meant !== null && all.includes(folder + meant));
  });
}

const READ = /^(scenario\.yaml|text\.[a-z]{2}\.yaml|plans\/.+\.plan\.yaml|.+\.tmj)$/;

function strayFile(file: string, meant: string | null, isTaken: boolean): Diagnostic {
  const start = { file, line: 1, column: 1 };
  if (meant === null) {
    const repair =
      'A scenario has `scenario.yaml`, `text.es.yaml`, maps (`.tmj`) and `plans/….plan.yaml`. Give it one of these names, or move it out of the folder.';
    return { ...start, code: 'SC0504', severity: 'warning', message: 'Nothing reads this file.', repair };
  }
  return {
    ...start,
    code: 'SC0506',
    severity: 'error',
    message: `Nothing reads a file named \`${file.slice(file.lastIndexOf('/') + 1)}\`.`,
    repair: isTaken
      ? `Remove it, or move it out of the folder: \`${meant}\` already exists.`
      : `Rename it to \`${meant}\`.`,
  };
}

/** The name a file was most likely meant to have; null where nobody can know. */
function meantBy(inside: string): string | null {
  // A folder of another name holds what was put aside.
  if (!/^(plans?\/)?[^/]+$/i.test(inside)) return null;
  const name = plainName(inside.slice(inside.lastIndexOf('/') + 1));
  if (isScenarioName(name)) return 'scenario.yaml';
  if (name.endsWith('.tmj')) return name;
  const language = /^te?xt[a-z]{0,2}[._ -]([a-z]{2})([._-][a-z0-9]+)*\.yaml$/i.exec(name)?.[1];
  if (language !== undefined) return `text.${language.toLowerCase()}.yaml`;
  const stem = name.replace(/\.yaml$/, '');
  const isPlan = /^plans?\//i.test(inside) || /(^|[._ -])plan([._ -]|$)/i.test(stem);
  const words = stem.replace(/(^|[._ -]+)plan(?=[._ -]|$)/gi, '').replace(/^[._ -]+|[._ -]+$/g, '');
  return isPlan ? `plans/${words || 'plan'}.plan.yaml` : null;
}

function isStrayLibrary(path: string): boolean {
  return path.startsWith('common/') && !/\.tmj/i.test(path) && !/^common\/[^/]+\.yaml$/.test(path);
}

function libraryMeant(path: string): string | null {
  const name = plainName(path.slice('common/'.length));
  return name.includes('/') ? null : name.toLowerCase();
}
