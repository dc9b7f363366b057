/** What a rehearsal's ids read as, in the reader's language: the scenario's own words and the law's. */
import { type RenderLocale, textOf } from '#exercise/words.ts';
import type { Law } from '#law/pack.ts';
import { lawIn } from '#law/translations.ts';
import type { BotName } from '#playtest/bot.ts';
import type { BotNumbers, Rehearsal } from '#playtest/rehearse.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { RehearsalWords } from './rehearse-words.ts';

/** A rehearsal with the words to report it. Every name answers an id it does not know with the id; `truth` and `day` are what was asked for. */
export interface Told {
  readonly rehearsal: Rehearsal;
  readonly playbook: Playbook;
  readonly words: RehearsalWords;
  readonly title: string;
  readonly seat: string;
  say(text: string): string;
  pack(id: string): string;
  ending(id: string): string;
  duty(id: string): string;
  rule(id: string): string;
  readonly truth: string;
  readonly day: string;
  number(value: number, digits?: number): string;
  percent(share: number): string;
}

/** Makes the names. */
export function toldOf(rehearsal: Rehearsal, playbook: Playbook, law: Law, words: RehearsalWords): Told {
  const locale: RenderLocale = { lang: words.lang, words: 'plain' };
  const spoken = lawIn(law, words.lang);
  const layers = Object.values(spoken.layers);
  const say = (id: string) => textOf(playbook, id, locale);
  const duties = new Map(layers.flatMap((layer) => layer.duties.map((one) => [one.id, one.titles.missed])));
  const rules = new Map(layers.flatMap((layer) => layer.rules.map((one) => [one.id, one.title])));
  const number = (value: number, digits = 0) =>
    value.toLocaleString(words.locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  const seat = playbook.seats.find(({ id }) => id === rehearsal.seat);
  return {
    rehearsal,
    playbook,
    words,
    title: say(playbook.title),
    seat: seat === undefined ? rehearsal.seat : say(seat.role),
    say,
    pack: (id) => spoken.packs[id]?.title ?? id,
    ending: (id) => {
      const found = playbook.endings.find((one) => one.id === id);
      return found === undefined ? (words.endings[id] ?? id) : say(found.title);
    },
    duty: (id) => duties.get(id) || id,
    rule: (id) => rules.get(id) || id,
    truth: Object.entries(rehearsal.truth ?? {})
      .map(([name, value]) => truthInWords(playbook, name, value, say))
      .join('; '),
    day: new Date(`${rehearsal.asOf}T12:00:00Z`).toLocaleDateString(words.locale, {
      dateStyle: 'long',
      timeZone: 'UTC',
    }),
    number,
    percent: (share) => words.percent(number(share * 100)),
  };
}

/** The bots that played, each once, in the order they were played in. */
export function botsOf({ bots }: Rehearsal): readonly BotName[] {
  return [...new Set(bots.map(({ bot }) => bot))];
}

/** All entries of one bot: one, or one for each pack for those that go by its law. */
export function numbersOf({ bots }: Rehearsal, bot: BotName): readonly BotNumbers[] {
  return bots.filter((one) => one.bot === bot);
}

/** A list as part of a sentence. */
export function listed(names: readonly string[], and: string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** A drawn truth as the debrief says it, with what an author types for it; only that where the scenario has no words for it. */
function truthInWords(playbook: Playbook, name: string, value: string, say: (id: string) => string): string {
  const asked = `${name}=${value}`;
  const truth = playbook.truths.find(({ slot }) => playbook.slots[slot]?.id === `truth.${name}`);
  const says = truth?.says?.[playbook.slots[truth.slot]?.values?.indexOf(value) ?? -1];
  return truth?.label === undefined || says === undefined
    ? asked
    : `${say(truth.label)}: ${say(says)} (${asked})`;
}
