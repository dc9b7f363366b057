/** Standing actions: those of the libraries a scenario uses, with the fields it overrides, then its own. */

import type { PlaybookDraft } from '../draft/playbook-draft.ts';
import { down, into, type Site, siteOf } from '../draft/site.ts';
import type { ScenarioWritten } from '../schema/schema.ts';
import type { ActionMerged, Library } from './action-merged.ts';
import { mergeTalk } from './talk.ts';

const NEEDED = ['seat', 'group', 'say', 'acts', 'takes'] as const;

/** All standing actions in order: libraries as listed, the scenario's own, then talk. Missing fields are reported. */
export function mergeActions(
  written: ScenarioWritten,
  libraries: readonly Library[],
  top: Site,
  draft: PlaybookDraft,
): ActionMerged[] {
  const merged = new Map<string, ActionMerged>();
  for (const { written: library, site } of libraries) {
    for (const [id, action] of Object.entries(library.actions ?? {})) {
      const place = down(siteOf(site.source), 'actions', id);
      const here: Site = { ...place, textId: `common.${id}` };
      if (merged.has(id)) {
        draft.reportKey(
          'SC0301',
          here,
          `Two libraries declare the action \`${id}\`.`,
          'Use only one of them, or rename one action.',
        );
      }
      merged.set(id, { id, written: action, at: (field) => into(here, field) });
    }
  }
  for (const [id, own] of Object.entries(written.actions ?? {})) {
    const here = down(top, 'actions', id);
    const base = merged.get(id);
    const given = new Set(Object.keys(own));
    merged.set(id, {
      id,
      written: { ...base?.written, ...own },
      at: (field) => (base === undefined || given.has(field) ? into(here, field) : base.at(field)),
    });
    for (const field of NEEDED) {
      if (base !== undefined || own[field] !== undefined) continue;
      const near = libraries.length > 0 ? ' No library declares it, so it must be complete here.' : '';
      draft.reportKey(
        'LG0102',
        here,
        `The action \`${id}\` has no \`${field}\`.${near}`,
        `Add \`${field}:\`, or correct the name of the action.`,
      );
    }
  }
  return [...merged.values(), ...mergeTalk(written, libraries, top, new Set(merged.keys()), draft)];
}
