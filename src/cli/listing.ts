/** What the page lists of what authors wrote: scenarios and packs in every language they have, and the map a scenario names. */
import { callsignOf, type Tongue, textOf } from '#exercise/words.ts';
import { hashOf } from '#language/canonical.ts';
import { type ReadYaml, readYaml } from '#language/yaml-reader.ts';
import { type Law, packOf } from '#law/pack.ts';
import { lawIn } from '#law/translations.ts';
import { type MapPlan, readMapPlan } from '#scenario/map-plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { Files } from '#scenario/read.ts';
import type { ListedPack, Listing } from '#table/library.ts';

/** What home and brief show of a scenario, in every language it has; the hash pins the playbook a run is opened with. */
export function listingOf(playbook: Playbook): Omit<Listing, 'load' | 'map'> {
  const seat = playbook.seats.find((one) => one.solo) ?? playbook.seats[0];
  const infoIn = (lang: string, words: Tongue['words']) => {
    const text = (id: string) => textOf(playbook, id, { lang, words });
    return {
      id: playbook.id,
      title: text(playbook.title),
      role: text(playbook.brief.role),
      situation: text(playbook.brief.situation),
      note: text(playbook.brief.note),
      detail: playbook.brief.detail === undefined ? '' : text(playbook.brief.detail),
      objectives: playbook.brief.objectives.map(text),
      minutes: playbook.minutes,
      callsign: seat ? callsignOf(playbook, seat, { lang, words }) : '',
      asOf: playbook.asOf,
      startsAt: playbook.startsAt,
    };
  };
  const others = Object.keys(playbook.translations);
  return {
    info: infoIn('en', 'codes'),
    translated: Object.fromEntries([
      ['en/plain', infoIn('en', 'plain')],
      ...others.flatMap((lang) => [
        [lang, infoIn(lang, 'codes')],
        [`${lang}/plain`, infoIn(lang, 'plain')],
      ]),
    ]),
    seat: seat?.id ?? '',
    hash: hashOf(playbook),
    languages: ['en', ...others],
  };
}

/** Every pack with its review sentence, in every language the law has. */
export function packsOf(law: Law): readonly ListedPack[] {
  return Object.keys(law.packs).map((id) => {
    const { title, review, words } = packOf(law, id);
    const translated = Object.keys(law.translations ?? {}).map((lang) => {
      const told = packOf(lawIn(law, lang), id);
      return [lang, { id, title: told.title, review: told.review }] as const;
    });
    return { id, title, review, words, translated: Object.fromEntries(translated) };
  });
}

/** The map that a scenario names; null if it names none. What is wrong with it is among the scenario's problems. */
export function mapIn(files: Files, id: string, yaml: ReadYaml = readYaml): MapPlan | null {
  const file = `${id}/scenario.yaml`;
  const written = yaml(file, files.get(file) ?? '').source.value;
  const name = typeof written === 'object' && written !== null && 'map' in written ? written.map : null;
  const text = typeof name === 'string' ? files.get(`${id}/${name}`) : undefined;
  return text === undefined ? null : readMapPlan(text);
}
