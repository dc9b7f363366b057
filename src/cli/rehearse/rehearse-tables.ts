/** The tables of a rehearsal's report: endings, what was chosen and done, what was missed and broken, what nobody saw (SPEC CL37). */
import type { BotName } from '#playtest/bot.ts';
import type { PackNumbers, UseNumbers } from '#playtest/tally.ts';
import { escaped } from '../page/escaped.ts';
import { botsOf, numbersOf, type Told } from './rehearse-names.ts';

/** A row: its head as markup, then a cell for each bot: a share for its bar (null for an empty cell) and what it says. */
interface Row {
  readonly head: string;
  readonly isQuiet?: boolean;
  readonly cells: readonly { readonly share: number | null; readonly text: string }[];
}

/** Each ending by the share of each bot's runs, the most frequent first. */
export function endingsTable(told: Told): string {
  const { rehearsal } = told;
  const ids = new Set(rehearsal.bots.flatMap(({ endings }) => Object.keys(endings)));
  const share = (bot: BotName, id: string) =>
    sum(numbersOf(rehearsal, bot), ({ endings }) => endings[id] ?? 0) /
    sum(numbersOf(rehearsal, bot), ({ runs }) => runs);
  const bots = botsOf(rehearsal);
  const weight = (id: string) => bots.reduce((all, bot) => all + share(bot, id), 0);
  const rows = [...ids]
    .sort((a, b) => weight(b) - weight(a))
    .map(
      (id): Row => ({
        head: escaped(told.ending(id)),
        cells: bots.map((bot) => percent(told, share(bot, id))),
      }),
    );
  return table(told, told.words.sections.endings, rows);
}

/** For each decision its options, by the share of the times its card was put. */
export function choicesTables(told: Told): string {
  const { playbook, rehearsal, words } = told;
  const bots = botsOf(rehearsal);
  return playbook.decisions
    .filter((decision) => playbook.seats[decision.seat]?.id === rehearsal.seat)
    .map((decision) => {
      const at = playbook.decisions.indexOf(decision);
      const of = (bot: BotName) => numbersOf(rehearsal, bot).flatMap(({ decisions }) => decisions[at] ?? []);
      const put = (bot: BotName) => sum(of(bot), (one) => one.put);
      const all = bots.reduce((total, bot) => total + put(bot), 0);
      const heading = `<h3>${escaped(told.say(decision.ask))}</h3><p class="note">${escaped(
        all === 0 ? words.neverPut : words.put(told.number(all)),
      )}</p>`;
      if (all === 0) return `<section class="card">${heading}</section>`;
      const cell = (bot: BotName, count: number) =>
        put(bot) === 0 ? { share: null, text: '–' } : percent(told, count / put(bot));
      const rows = decision.options.map(({ say }, o): Row => {
        const uses = (bot: BotName) => of(bot).flatMap((one) => one.options[o] ?? []);
        const flag = flagOf(told, bots.flatMap(uses));
        return {
          head: `${escaped(told.say(say))}${flag}`,
          isQuiet: flag !== '',
          cells: bots.map((bot) =>
            cell(
              bot,
              sum(uses(bot), (use) => use.taken),
            ),
          ),
        };
      });
      const silence: Row = {
        head: `<i>${escaped(words.noAnswer)}</i>`,
        cells: bots.map((bot) =>
          cell(
            bot,
            sum(of(bot), (one) => one.lapsed),
          ),
        ),
      };
      return `<section class="card">${heading}${table(told, told.say(decision.ask), [...rows, silence])}</section>`;
    })
    .join('');
}

/** Standing actions by how often a run has them. */
export function actionsTable(told: Told): string {
  const { playbook, rehearsal } = told;
  const bots = botsOf(rehearsal);
  const most = Math.max(
    1,
    ...rehearsal.bots.flatMap(({ actions, runs }) => actions.map(({ taken }) => taken / runs)),
  );
  const rows = (rehearsal.bots[0]?.actions ?? []).map(({ id }, n): Row => {
    const uses = (bot: BotName) => numbersOf(rehearsal, bot).flatMap(({ actions }) => actions[n] ?? []);
    const say = playbook.actions.find((one) => one.id === id)?.say ?? id;
    const flag = flagOf(told, bots.flatMap(uses));
    return {
      head: `${escaped(told.say(say))}${flag}`,
      isQuiet: flag !== '',
      cells: bots.map((bot) => {
        const often =
          sum(uses(bot), ({ taken }) => taken) / sum(numbersOf(rehearsal, bot), ({ runs }) => runs);
        return { share: often / most, text: often === 0 ? '–' : told.number(often, 1) };
      }),
    };
  });
  return table(told, told.words.sections.actions, rows);
}

const MOST_ROWS = 8;

/** Under one pack the duties missed most often of the times they came due. */
export function dutiesTable(told: Told, pack: string): string {
  const bots = botsOf(told.rehearsal);
  const share = (bot: BotName, duty: string) => {
    const found = under(told, bot, pack)?.duties.find((one) => one.duty === duty);
    return found === undefined ? null : found.missed / (found.met + found.late + found.missed);
  };
  const ids = new Set(bots.flatMap((bot) => under(told, bot, pack)?.duties.map(({ duty }) => duty) ?? []));
  return ranked(told, `${told.words.sections.duties}, ${told.pack(pack)}`, [...ids], told.duty, share);
}

/** Under one pack the rules broken in most runs. */
export function breachesTable(told: Told, pack: string): string {
  const bots = botsOf(told.rehearsal);
  const of = (bot: BotName, rule: string) =>
    under(told, bot, pack)?.breaches.find((one) => one.rule === rule);
  const ids = new Set(bots.flatMap((bot) => under(told, bot, pack)?.breaches.map(({ rule }) => rule) ?? []));
  const name = (rule: string) =>
    `${told.rule(rule)}${bots.some((bot) => of(bot, rule)?.grave === true) ? ` (${told.words.grave})` : ''}`;
  return ranked(told, `${told.words.sections.breaches}, ${told.pack(pack)}`, [...ids], name, (bot, rule) => {
    const runs = numbersOf(told.rehearsal, bot).find(({ packs }) =>
      packs.some((one) => one.pack === pack),
    )?.runs;
    return (of(bot, rule)?.runs ?? 0) / (runs ?? 1);
  });
}

/** What was seen of states, options, actions and endings by any bot, and what was not. */
export function coverageList(told: Told): string {
  const { playbook, rehearsal, words } = told;
  const seat = playbook.seats.findIndex(({ id }) => id === rehearsal.seat);
  const states = playbook.states.map(({ id, region }, n) => ({
    name: `<code>${escaped(`${playbook.regions[region]?.id ?? ''}/${id}`)}</code>`,
    isSeen: rehearsal.bots.some((one) => (one.states[n] ?? 0) > 0),
  }));
  const options = playbook.decisions.flatMap((decision, d) =>
    decision.seat === seat
      ? decision.options.map(({ say }, o) => ({
          name: escaped(words.quoted(told.say(say))),
          isSeen: rehearsal.bots.some((one) => (one.decisions[d]?.options[o]?.taken ?? 0) > 0),
        }))
      : [],
  );
  const actions = (rehearsal.bots[0]?.actions ?? []).map(({ id }, n) => ({
    name: escaped(words.quoted(told.say(playbook.actions.find((one) => one.id === id)?.say ?? id))),
    isSeen: rehearsal.bots.some((one) => (one.actions[n]?.taken ?? 0) > 0),
  }));
  const endings = playbook.endings.map(({ id }) => ({
    name: escaped(told.ending(id)),
    isSeen: rehearsal.bots.some((one) => (one.endings[id] ?? 0) > 0),
  }));
  return Object.entries({ states, options, actions, endings } as const)
    .map(([kind, all]) => {
      const never = all.filter(({ isSeen }) => !isSeen).map(({ name }) => name);
      const say = words.coverage[kind as keyof typeof words.coverage];
      const sentence = say(told.number(all.length - never.length), told.number(all.length));
      const not =
        never.length === 0
          ? ''
          : ` <span class="note">${escaped(words.notSeen)}: ${never.join('; ')}.</span>`;
      return `<li class="${never.length === 0 ? 'well' : 'told'}">${escaped(sentence)}.${not}</li>`;
    })
    .join('');
}

function ranked(
  told: Told,
  caption: string,
  ids: readonly string[],
  name: (id: string) => string,
  share: (bot: BotName, id: string) => number | null,
): string {
  const bots = botsOf(told.rehearsal);
  const lead = bots.includes('careful') ? 'careful' : bots[0];
  const total = (id: string) => bots.reduce((sum, bot) => sum + (share(bot, id) ?? 0), 0);
  const first = (id: string) => (lead === undefined ? 0 : (share(lead, id) ?? 0));
  const rows = ids
    .filter((id) => total(id) > 0)
    .sort((a, b) => first(b) - first(a) || total(b) - total(a))
    .slice(0, MOST_ROWS)
    .map(
      (id): Row => ({
        head: escaped(name(id)),
        cells: bots.map((bot) => {
          const one = share(bot, id);
          return one === null ? { share: null, text: '–' } : percent(told, one);
        }),
      }),
    );
  return rows.length === 0 ? `<p>${escaped(told.words.none)}</p>` : table(told, caption, rows);
}

function under({ rehearsal }: Told, bot: BotName, pack: string): PackNumbers | undefined {
  return numbersOf(rehearsal, bot)
    .flatMap(({ packs }) => packs)
    .find((one) => one.pack === pack);
}

function flagOf({ words }: Told, uses: readonly UseNumbers[]): string {
  if (uses.some(({ taken }) => taken > 0)) return '';
  const flag = uses.some(({ offered }) => offered > 0) ? words.neverTaken : words.neverOffered;
  return ` <b class="flag">${escaped(flag)}</b>`;
}

function percent(told: Told, share: number): Row['cells'][number] {
  return { share, text: share === 0 ? '–' : told.number(share * 100) };
}

/** A table that keeps its meaning when a narrow page lays its rows out anew: the roles are written out. */
function table(told: Told, caption: string, rows: readonly Row[]): string {
  const { words, rehearsal } = told;
  const heads = botsOf(rehearsal).map(
    (bot) => `<th role="columnheader" scope="col">${escaped(words.bots[bot])}</th>`,
  );
  const body = rows.map(({ head, isQuiet, cells }) => {
    const tds = cells.map(({ share, text }) => {
      const bar = share === null || share === 0 ? '' : ` style="--share:${Math.round(share * 1000) / 1000}"`;
      return `<td role="cell"${bar}>${escaped(text)}</td>`;
    });
    return `<tr role="row"${isQuiet === true ? ' class="quiet"' : ''}><th role="rowheader" scope="row">${head}</th>${tds.join('')}</tr>`;
  });
  return (
    `<table role="table"><caption class="hidden">${escaped(caption)}</caption>` +
    `<thead role="rowgroup"><tr role="row"><td role="cell"></td>${heads.join('')}</tr></thead>` +
    `<tbody role="rowgroup">${body.join('')}</tbody></table>`
  );
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
