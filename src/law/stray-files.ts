/** Files in the law's folder that no reader takes: each is told, so that no layer and no probe is silently none (SPEC LW24). */
import type { Diagnostic } from '#language/diagnostic.ts';
import { nearest } from '#language/did-you-mean.ts';
import { plainName } from '#language/file-names.ts';

/** An error for each file below `law/` that nothing reads. */
export function strayLawFiles(paths: Iterable<string>): readonly Diagnostic[] {
  const all = [...paths].filter((path) => path.startsWith('law/'));
  return all
    .filter((path) => !READ.test(path))
    .map((file) => {
      const meant = meantBy(file);
      const taken = meant !== null && all.includes(meant) ? meant : null;
      const known =
        'The law has `authorities.yaml`, `packs.yaml`, `layers/….yaml`, `probes/….yaml` and `text.es.yaml`.';
      const other = `${known} Give it one of these names, or move it out of the folder.`;
      return {
        file,
        line: 1,
        column: 1,
        code: 'LW0311',
        severity: 'error',
        message: 'Nothing reads a file of this name.',
        repair:
          taken !== null
            ? `Remove it, or move it out of the folder: \`${taken}\` already exists.`
            : meant === null
              ? other
              : `Rename it to \`${meant}\`.`,
      };
    });
}

const READ = /^law\/(authorities\.yaml|packs\.yaml|text\.[a-z]{2}\.yaml|(layers|probes)\/.+\.yaml)$/;

/** The path a file was most likely meant to have; null where nobody can know. */
function meantBy(path: string): string | null {
  const [folder = '', ...more] = path
    .slice('law/'.length)
    .split('/')
    .toReversed()
    .map(plainName)
    .toReversed();
  if (more.length > 0) {
    const near = nearest(folder, ['layers', 'probes']);
    return near === null ? null : `law/${[near, ...more].join('/')}`;
  }
  const language = /^te?xt[a-z]{0,2}[._ -]([a-z]{2})([._-][a-z0-9]+)*\.yaml$/i.exec(folder)?.[1];
  if (language !== undefined) return `law/text.${language.toLowerCase()}.yaml`;
  const near = nearest(folder, ['authorities.yaml', 'packs.yaml']);
  return near === null ? null : `law/${near}`;
}
