/** The acts of a scenario, each with where its author wrote it: in the scenario's file or in a library that it uses. */
import type { Act } from '#law/acts.ts';
import { decisionsOf } from './draft/decisions-written.ts';
import { down, type Site, siteOf } from './draft/site.ts';
import type { Playbook } from './playbook.ts';
import { type Files, open, shape } from './read.ts';
import { type ScenarioWritten, scenario } from './schema/schema.ts';

export interface ActAt {
  readonly act: Act;
  readonly site: Site;
}

/** A scenario's file opened again, to say where something stands that was found in its playbook. */
export interface Reopened {
  readonly written: ScenarioWritten;
  readonly top: Site;
}

/** Opens the file that a playbook was read from, once; null if it is not among the files or no longer has its shape. */
export function reopen(playbook: Playbook, files: Files): Reopened | null {
  const file = `${playbook.id}/scenario.yaml`;
  const text = files.get(file) ?? '';
  const known = last.get(playbook);
  if (known?.text === text) return known.reopened;
  const source = open(file, text, []);
  const written = shape<ScenarioWritten>(scenario, source, []);
  const reopened = written === null ? null : { written, top: siteOf(source) };
  last.set(playbook, { text, reopened });
  return reopened;
}

/** What each playbook's file came to when it was last opened: several who ask of the same one follow each other. */
const last = new WeakMap<Playbook, { readonly text: string; readonly reopened: Reopened | null }>();

/** Every act that a person can do there: those of options, as they are written, then those of standing actions, in the playbook's order. */
export function actsOf(playbook: Playbook, { written, top }: Reopened, files: Files): ActAt[] {
  const put = new Map(playbook.decisions.map((decision) => [decision.id, decision]));
  const chosen = [...decisionsOf(written, top)].flatMap(({ decision, site }) =>
    (put.get(decision.id)?.options ?? []).flatMap(({ acts }, n) =>
      at(acts, down(site, 'options', n, 'acts')),
    ),
  );
  const libraries = (written.uses ?? []).map((name) =>
    siteOf(open(`${name}.yaml`, files.get(`${name}.yaml`) ?? '', [])),
  );
  const standing = playbook.actions.flatMap(({ id, acts, talk }) => {
    const to = playbook.speakers[talk?.to ?? -1]?.id ?? '';
    const way = id.slice(to.length + 1);
    const places =
      talk === undefined
        ? [top, ...libraries].map((site) => down(site, 'actions', id, 'acts'))
        : [
            down(top, 'talk', to, 'ways', way, 'acts'),
            ...libraries.map((site) => down(site, 'talk', way, 'acts')),
          ];
    return at(acts, places.find(({ source, path }) => source.has(path)) ?? down(top, 'actions', id));
  });
  return [...chosen, ...standing];
}

function at(acts: readonly Act[], list: Site): ActAt[] {
  return acts.map((act, n) => ({ act, site: down(list, n) }));
}
