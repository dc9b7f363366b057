/** A rehearsal as one page that needs nothing else: no script, no font, no picture from anywhere (SPEC CL37). */
import { AXES } from '#law/trace.ts';
import { escaped } from '../page/escaped.ts';
import { botsOf, type Told } from './rehearse-names.ts';
import { axisOf, markOf, pairsPlot, STACKED, standingsPlot, timePlot } from './rehearse-plots.ts';
import { sentencesOf } from './rehearse-sentences.ts';
import { STYLE } from './rehearse-style.ts';
import {
  actionsTable,
  breachesTable,
  choicesTables,
  coverageList,
  dutiesTable,
  endingsTable,
} from './rehearse-tables.ts';
import type { RehearsalWords } from './rehearse-words.ts';

/** The whole page. */
export function rehearsalPage(told: Told): string {
  const { words, rehearsal, title } = told;
  const isCompared = rehearsal.separations.length + rehearsal.cues.length > 0;
  const isShown = ({ id }: Part) => id !== 'apart' || isCompared;
  const parts = partsOf(told).filter(isShown);
  const link = ({ id }: Part) => `<li><a href="#${id}">${escaped(words.sections[id])}</a></li>`;
  return [
    '<!doctype html>',
    `<html lang="${words.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escaped(`${words.title}: ${title}`)}</title><style>${STYLE}</style></head>`,
    `<body style="--bots:${botsOf(rehearsal).length}"><main>`,
    `<header><p class="kicker">${escaped(words.title)}</p><h1>${escaped(title)}</h1><p class="note">${escaped(madeOf(told))}</p></header>`,
    `<nav aria-label="${escaped(words.contents)}"><ol class="contents card">${parts.map(link).join('')}</ol></nav>`,
    ...parts.map(({ id, lead, inside }) => section(id, words.sections[id], lead, inside)),
    `<footer><p>${escaped(words.foot)}</p></footer></main></body></html>\n`,
  ].join('\n');
}

/** What was run, in one line. */
export function madeOf({ words, rehearsal, number, seat, truth, day }: Told): string {
  const { runs, seed, extended } = rehearsal;
  const made = words.made({
    runs: number(runs),
    from: String(seed),
    to: String(seed + runs - 1),
    seat,
    extended: number(extended),
    day,
  });
  return truth === '' ? made : `${made} ${words.underTruth(truth)}`;
}

interface Part {
  readonly id: keyof RehearsalWords['sections'];
  readonly lead: string;
  readonly inside: string;
}

function partsOf(told: Told): readonly Part[] {
  const { words } = told;
  const { leads } = words;
  const card = (inside: string) => `<div class="card">${inside}</div>`;
  return [
    {
      id: 'tells',
      lead: '',
      inside: `<ul class="found card">${sentencesOf(told).map(finding).join('')}</ul>`,
    },
    { id: 'players', lead: '', inside: `<dl class="players card">${players(told)}</dl>` },
    { id: 'standings', lead: leads.standings, inside: standings(told) },
    { id: 'apart', lead: leads.apart, inside: pairs(told) },
    { id: 'time', lead: leads.time, inside: card(`<div class="wide">${timePlot(told)}</div>`) },
    { id: 'endings', lead: leads.endings, inside: card(endingsTable(told)) },
    { id: 'duties', lead: leads.duties, inside: perPack(told, dutiesTable) },
    { id: 'breaches', lead: leads.breaches, inside: perPack(told, breachesTable) },
    { id: 'choices', lead: leads.choices, inside: choicesTables(told) },
    { id: 'actions', lead: leads.actions, inside: card(actionsTable(told)) },
    { id: 'coverage', lead: '', inside: `<ul class="found card">${coverageList(told)}</ul>` },
    { id: 'method', lead: '', inside: card(words.method.map((one) => `<p>${escaped(one)}</p>`).join('')) },
  ];
}

function section(id: string, title: string, lead: string, inside: string): string {
  const led = lead === '' ? '' : `<p>${escaped(lead)}</p>`;
  return `<section id="${id}"><h2>${escaped(title)}</h2>${led}${inside}</section>`;
}

function finding({ isWell, text }: ReturnType<typeof sentencesOf>[number]): string {
  const kind = isWell === null ? 'told' : isWell ? 'well' : 'ill';
  return `<li class="${kind}">${escaped(text)}</li>`;
}

function players({ words, rehearsal }: Told): string {
  return botsOf(rehearsal)
    .map((bot) => `<div><dt>${escaped(words.bots[bot])}</dt><dd>${escaped(words.whoTheyAre[bot])}</dd></div>`)
    .join('');
}

function standings(told: Told): string {
  const { words, rehearsal } = told;
  const legend = STACKED.map(
    (word) =>
      `<li><svg class="key" viewBox="0 0 16 16" aria-hidden="true"><rect class="${word}" x="1" y="1" width="14" height="14"/></svg>${escaped(words.standings[word])}</li>`,
  ).join('');
  const packs = rehearsal.packs.map((pack) => {
    const figures = AXES.map(
      (axis) =>
        `<figure><figcaption>${escaped(words.axes[axis])}</figcaption>${standingsPlot(told, pack, axis)}</figure>`,
    );
    return `<section class="card"><h3>${escaped(told.pack(pack))}</h3><div class="three">${figures.join('')}</div>${asTable(told, pack)}</section>`;
  });
  return `<ul class="legend">${legend}</ul>${packs.join('')}`;
}

/** The numbers behind the bars of one pack, with what was kept of what was due. */
function asTable(told: Told, pack: string): string {
  const { words, rehearsal } = told;
  const heads = STACKED.map((word) => `<th scope="col">${escaped(words.standings[word])}</th>`).join('');
  const rows = AXES.flatMap((axis) =>
    botsOf(rehearsal).flatMap((bot) => {
      const numbers = axisOf(told, bot, pack, axis);
      if (numbers === undefined) return [];
      const { kept, due } = numbers;
      const cells = STACKED.map((word) => `<td>${escaped(told.percent(numbers.standings[word]))}</td>`).join(
        '',
      );
      return `<tr><th scope="row">${escaped(`${words.axes[axis]}: ${words.bots[bot]}`)}</th>${cells}<td>${escaped(words.kept(told.number(kept), told.number(due)))}</td></tr>`;
    }),
  );
  return `<details><summary>${escaped(words.asTable)}</summary><table class="plain"><thead><tr><td></td>${heads}<td></td></tr></thead><tbody>${rows.join('')}</tbody></table></details>`;
}

function pairs(told: Told): string {
  const { words, rehearsal } = told;
  const laws = rehearsal.packs.map((pack, n) => `<li>${markOf(n)}${escaped(told.pack(pack))}</li>`).join('');
  const band =
    rehearsal.cues.length === 0
      ? ''
      : `<li><svg class="key" viewBox="0 0 16 16" aria-hidden="true"><rect class="band" y="5" width="16" height="6"/></svg>${escaped(words.band)}</li>`;
  const figures = AXES.map(
    (axis) =>
      `<figure><figcaption>${escaped(words.axes[axis])}</figcaption>${pairsPlot(told, axis)}</figure>`,
  );
  return `<div class="card"><ul class="legend">${laws}${band}</ul><div class="three">${figures.join('')}</div></div>`;
}

function perPack(told: Told, make: (told: Told, pack: string) => string): string {
  return told.rehearsal.packs
    .map((pack) => `<section class="card"><h3>${escaped(told.pack(pack))}</h3>${make(told, pack)}</section>`)
    .join('');
}
