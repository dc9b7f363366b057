/** Tokens as the table draws them, how they look and how many they are; and what an action is about (SPEC SC21). */
import { suggest } from '#language/did-you-mean.ts';
import { lookScope } from '../draft/scopes.ts';
import { into, type Site } from '../draft/site.ts';
import type { Look, Token } from '../playbook.ts';
import type { TokenWritten } from '../schema/schema.ts';
import type { Ground } from './compile-ground.ts';

/** A group of which nothing is said is so many people. */
const SOME_PEOPLE = 5;

/**
 * The tokens with their looks. To be called after everything else is compiled: conditions of looks come last, so that a look more
 * or less moves no number that a run keeps.
 */
export function compileTokens(ground: Ground): Token[] {
  const { draft, names, slots } = ground;
  const scope = lookScope(names, slots);
  return names.tokens.flatMap((token, n): Token[] => {
    const standing = names.standing[n];
    if (standing === undefined) return [];
    const { written, site } = standing;
    checkKind(written, site, ground);
    const looks = (written.looks ?? []).map((look, place): Look => {
      const here = into(into(site, 'looks'), place);
      return {
        when: draft.condition(look.when, into(here, 'when'), scope),
        ...(look.going === undefined ? {} : { going: look.going }),
        how: look.how === undefined ? null : draft.text(into(here, 'how'), look.how),
        doing: look.doing ?? null,
        people: look.people ?? null,
        ...(look.hands === undefined ? {} : { hands: draft.text(into(here, 'hands'), look.hands) }),
      };
    });
    return [
      {
        ...token,
        spot: slots.index.get(`spot.${token.id}`) ?? 0,
        shown: slots.index.get(`shown.${token.id}`) ?? -1,
        ...(token.kind === 'group' ? { people: written.people ?? SOME_PEOPLE } : {}),
        ...(written.mark === undefined ? {} : { mark: written.mark }),
        ...(written.face === undefined ? {} : { face: draft.text(into(site, 'face'), written.face) }),
        ...(written.hands === undefined ? {} : { hands: draft.text(into(site, 'hands'), written.hands) }),
        ...(looks.length === 0 ? {} : { looks }),
      },
    ];
  });
}

/** The tokens and places an action is about, each once; unknown ones are reported and left out. */
export function compileAbout(written: readonly string[] | undefined, site: Site, ground: Ground): string[] {
  const { draft, names } = ground;
  const known = [...names.token.keys(), ...names.place.keys()];
  const about = (written ?? []).filter((id, n) => {
    if (known.includes(id)) return true;
    const repair = suggest(id, known, 'Declare it under `places:` or `things:`.');
    draft.report('SC0110', into(site, n), `There is no token or place \`${id}\`.`, repair);
    return false;
  });
  return [...new Set(about)];
}

/** People are counted in groups, only things are marks, only people do something; and no look stands after one that always fits. */
function checkKind(written: TokenWritten, site: Site, { draft }: Ground): void {
  const { kind, people, mark, looks = [] } = written;
  const wrong = (at: Site, word: string, whose: string) =>
    draft.reportKey('SC0312', at, `\`${word}\` is for ${whose}; this is a ${kind}.`, `Remove \`${word}\`.`);
  if (people !== undefined && kind !== 'group') wrong(into(site, 'people'), 'people', 'groups');
  if (mark !== undefined && kind !== 'thing') wrong(into(site, 'mark'), 'mark', 'things');
  for (const word of ['face', 'hands'] as const) {
    if (written[word] !== undefined && kind !== 'person') wrong(into(site, word), word, 'people');
  }
  const always = looks.findIndex((look) => look.when === undefined && look.going === undefined);
  for (const [n, look] of looks.entries()) {
    const here = into(into(site, 'looks'), n);
    if (look.people !== undefined && kind !== 'group') wrong(into(here, 'people'), 'people', 'groups');
    if (look.doing !== undefined && kind !== 'group' && kind !== 'person')
      wrong(into(here, 'doing'), 'doing', 'people and groups');
    if (look.hands !== undefined && kind !== 'person') wrong(into(here, 'hands'), 'hands', 'people');
    if (always < 0 || n !== always + 1) continue;
    const message = 'This look is never seen: the one before it has no `when` and always fits.';
    draft.report('SC0313', here, message, 'Put the look without `when` last.');
  }
}
