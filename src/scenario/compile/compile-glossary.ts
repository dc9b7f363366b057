/** The short forms that officers speak in and what they mean: those of the libraries, then the scenario's own. */

import type { PlaybookDraft } from '../draft/playbook-draft.ts';
import { down, type Site, siteOf } from '../draft/site.ts';
import type { Playbook, Short } from '../playbook.ts';
import type { ScenarioWritten } from '../schema/schema.ts';
import type { Library } from './action-merged.ts';

/** In order, each id once: an entry of the scenario takes the place of a library's. Nothing where nobody wrote any (SPEC SC86). */
export function compileGlossary(
  scenario: ScenarioWritten,
  libraries: readonly Library[],
  top: Site,
  draft: PlaybookDraft,
): Pick<Playbook, 'glossary'> {
  const found = new Map<string, Short>();
  const add = (entries: ScenarioWritten['glossary'], at: (id: string) => Site) => {
    for (const [id, { short, means }] of Object.entries(entries ?? {})) {
      const text = (field: 'short' | 'means', value: string) => draft.text(down(at(id), field), value);
      found.set(id, { short: text('short', short), means: text('means', means) });
    }
  };
  for (const { written, site } of libraries) {
    const own = (id: string) => down(siteOf(site.source), 'glossary', id);
    add(written.glossary, (id) => ({ ...own(id), textId: `common.glossary.${id}` }));
  }
  add(scenario.glossary, (id) => down(top, 'glossary', id));
  return found.size === 0 ? {} : { glossary: [...found.values()] };
}
