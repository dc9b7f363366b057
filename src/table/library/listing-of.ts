/** What the page lists of what authors wrote: scenarios and packs in every language they have. */
import { callsignOf, type RenderLocale, textOf } from '#exercise/words.ts';
import { hashOf } from '#language/canonical.ts';
import { type Law, packOf } from '#law/pack.ts';
import { lawIn } from '#law/translations.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { ListedPack, Listing } from './library.ts';

/** What home and brief show of a scenario, in every language it has; the hash pins the playbook a run is opened with. */
export function listingOf(playbook: Playbook): Omit<Listing, 'load' | 'map'> {
  const seat = playbook.seats.find((one) => one.solo) ?? playbook.seats[0];
  const infoIn = (lang: string, words: RenderLocale['words']) => {
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
