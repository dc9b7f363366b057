/** Talking with people: the ways of the libraries a scenario uses, made a standing action for each person it lists (SPEC SC70). */

import type { PlaybookDraft } from '../draft/playbook-draft.ts';
import { down, into, type Site, siteOf } from '../draft/site.ts';
import type { ScenarioWritten, TalkWritten } from '../schema/schema.ts';
import type { ActionMerged, Library } from './action-merged.ts';

interface WayAt {
  readonly written: TalkWritten;
  readonly here: Site;
}

const NEEDED = ['way', 'seat', 'say', 'acts', 'takes'] as const;

/**
 * One action `<person>-<way>` for each person under `talk:` and each way, in the order of the libraries, then the person's own. A person
 * overrides a way field by field. What lacks a field, and a name that an action has, is reported; `taken` are those names.
 */
export function mergeTalk(
  { talk = {} }: ScenarioWritten,
  libraries: readonly Library[],
  top: Site,
  taken: ReadonlySet<string>,
  draft: PlaybookDraft,
): ActionMerged[] {
  const given = waysOf(libraries);
  return Object.entries(talk).flatMap(([person, { when, about, ways = {} }]) => {
    const site = down(top, 'talk', person);
    const names = new Set([...given.keys(), ...Object.keys(ways)]);
    return [...names].flatMap((name): ActionMerged[] => {
      const own = Object.hasOwn(ways, name) ? ways[name] : {};
      if (own === false || own === undefined) return [];
      const here = down(site, 'ways', name);
      const base = given.get(name);
      const written = { ...base?.written, ...own };
      const id = `${person}-${name}`;
      if (!isWhole(written, base === undefined, name, here, draft)) return [];
      if (taken.has(id)) {
        const message = `\`${id}\` is already the name of a standing action.`;
        draft.reportKey('SC0301', here, message, 'Give the way, or the action, another name.');
        return [];
      }
      const { way = 'ask', tone, ...action } = written;
      const at = (field: string) =>
        base === undefined || Object.hasOwn(own, field) ? into(here, field) : into(base.here, field);
      return [{ id, written: action, at, talk: { to: person, site, when, about, way, tone } }];
    });
  });
}

/** The ways of all libraries; of two with one name the last counts, as a scenario's would. */
function waysOf(libraries: readonly Library[]): ReadonlyMap<string, WayAt> {
  return new Map(
    libraries.flatMap(({ written, site }) =>
      Object.entries(written.talk ?? {}).map(([name, way]): [string, WayAt] => {
        const place = down(siteOf(site.source), 'talk', name);
        return [name, { written: way, here: { ...place, textId: `common.talk.${name}` } }];
      }),
    ),
  );
}

function isWhole(
  written: TalkWritten,
  isOwn: boolean,
  name: string,
  here: Site,
  draft: PlaybookDraft,
): boolean {
  const lacks = isOwn ? NEEDED.filter((field) => written[field] === undefined) : [];
  for (const field of lacks) {
    const message = `The way \`${name}\` has no \`${field}\`. No library declares it, so it must be complete here.`;
    draft.reportKey('LG0102', here, message, `Add \`${field}:\`, or correct the name of the way.`);
  }
  return lacks.length === 0;
}
