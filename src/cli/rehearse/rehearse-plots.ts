/** The plots of a rehearsal's report as SVG text: standings, pairs, durations (SPEC CL37). Colours come from the page's style. */
import type { StandingWord } from '#law/findings.ts';
import type { Axis } from '#law/trace.ts';
import type { BotName } from '#playtest/bot.ts';
import { CUED } from '#playtest/cues.ts';
import { LADDER } from '#playtest/separation.ts';
import type { AxisNumbers } from '#playtest/tally.ts';
import { escaped } from '../page/escaped.ts';
import { botsOf, numbersOf, type Told } from './rehearse-names.ts';

/** The standings from the best on, as every bar is stacked; what was not exercised comes last. */
export const STACKED: readonly StandingWord[] = ['sound', 'gaps', 'unsound', 'grave', 'not-exercised'];

const WIDTH = 360;
/** Where bars begin: names of bots stand before. */
const LEFT = 92;
const ROW = 24;
/** A share is written into its part of a bar from this width on. */
const ROOM = 30;

/** The numbers of one bot under one pack on one axis. */
export function axisOf(told: Told, bot: BotName, pack: string, axis: Axis): AxisNumbers | undefined {
  return numbersOf(told.rehearsal, bot)
    .flatMap(({ packs }) => packs)
    .find((one) => one.pack === pack)?.axes[axis];
}

/** One pack on one axis: a stacked bar for each bot. */
export function standingsPlot(told: Told, pack: string, axis: Axis): string {
  const { words } = told;
  const bots = botsOf(told.rehearsal);
  const rows = bots.map((bot, n) => {
    const numbers = axisOf(told, bot, pack, axis);
    if (numbers === undefined) return '';
    let x = LEFT;
    const parts = STACKED.map((word) => {
      const share = numbers.standings[word];
      const width = share * (WIDTH - LEFT);
      const from = x;
      x += width;
      if (width === 0) return '';
      const number =
        width < ROOM
          ? ''
          : `<text class="in ${word}" x="${round(from + width / 2)}" y="${n * ROW + 15}">${told.number(share * 100)}</text>`;
      return `<rect class="${word}" x="${round(from)}" y="${n * ROW + 2}" width="${round(width)}" height="${ROW - 6}"/>${number}`;
    });
    return `<text class="name" x="${LEFT - 8}" y="${n * ROW + 15}">${escaped(words.bots[bot])}</text>${parts.join('')}`;
  });
  return svg(
    [`${words.axes[axis]}, ${told.pack(pack)}.`, ...bots.map((bot) => inWords(told, bot, pack, axis))],
    bots.length * ROW,
    rows.join(''),
  );
}

/** A bar in words: for whoever cannot see it. */
function inWords(told: Told, bot: BotName, pack: string, axis: Axis): string {
  const numbers = axisOf(told, bot, pack, axis);
  if (numbers === undefined) return '';
  const parts = STACKED.filter((word) => numbers.standings[word] > 0).map(
    (word) => `${told.words.standings[word]} ${told.percent(numbers.standings[word])}`,
  );
  return `${told.words.bots[bot]}: ${parts.join(', ')}.`;
}

/** Marks of packs, as paths around nought. */
const MARKS = [
  'M-4-4H4V4H-4Z',
  'M0-5.5 5 4H-5Z',
  'M0-5.5 5.5 0 0 5.5-5.5 0Z',
  'M-4.5 0A4.5 4.5 0 1 0 4.5 0 4.5 4.5 0 1 0-4.5 0Z',
];

/** The mark of the pack of that number, as a small picture for the legend. */
export function markOf(pack: number): string {
  return `<svg class="key" viewBox="-8 -8 16 16" aria-hidden="true"><path class="mark m${pack % MARKS.length}" d="${MARKS[pack % MARKS.length]}"/></svg>`;
}

const PAIR_LEFT = 186;
const PAIR_ROW = 34;
const TICKS = [0, 25, 50, 75, 100];

/** One axis: a line for each pair of bots, a mark for each pack; longest and first with the band of baselines. */
export function pairsPlot(told: Told, axis: Axis): string {
  const { rehearsal, words } = told;
  const x = (share: number) => round(PAIR_LEFT + 8 + share * (WIDTH - PAIR_LEFT - 16));
  const lanes = (pack: string, y: number) => {
    const n = rehearsal.packs.indexOf(pack);
    return { n: n % MARKS.length, y: y + (n - (rehearsal.packs.length - 1) / 2) * 5.5 };
  };
  const mark = (pack: string, share: number, y: number, isApart: boolean) => {
    const lane = lanes(pack, y);
    return `<path class="mark m${lane.n}${isApart ? '' : ' unsure'}" transform="translate(${x(share)} ${round(lane.y)})" d="${MARKS[lane.n]}"/>`;
  };
  const label = (text: string, y: number) =>
    `<text class="name" x="${PAIR_LEFT - 6}" y="${y + 4}">${escaped(text)}</text>`;
  const rows: string[] = [];
  const says: string[] = [];
  const next = () => rows.length * PAIR_ROW + PAIR_ROW / 2;
  for (const [better, than] of LADDER) {
    const of = rehearsal.separations.filter(
      (one) => one.axis === axis && one.better === better && one.than === than,
    );
    if (of.length === 0) continue;
    const y = next();
    const name = words.pairRow(words.bots[better], words.bots[than]);
    says.push(
      `${name}: ${of.map((one) => `${told.pack(one.pack)} ${told.number(one.share * 100)}`).join(', ')}.`,
    );
    rows.push(label(name, y) + of.map((one) => mark(one.pack, one.share, y, one.isApart)).join(''));
  }
  for (const bot of CUED) {
    const of = rehearsal.cues.filter((one) => one.axis === axis && one.bot === bot);
    if (of.length === 0) continue;
    const y = next();
    const name = words.cueRow(words.bots[bot]);
    says.push(
      `${name}: ${of.map((one) => `${told.pack(one.pack)} ${told.number(one.share * 100)}`).join(', ')}.`,
    );
    const bands = of.map((one) => {
      const lane = lanes(one.pack, y);
      return `<rect class="band" x="${x(one.from)}" y="${round(lane.y - 2)}" width="${round(x(one.to) - x(one.from))}" height="4"/>`;
    });
    rows.push(label(name, y) + bands.join('') + of.map((one) => mark(one.pack, one.share, y, true)).join(''));
  }
  const height = rows.length * PAIR_ROW;
  const ticks = TICKS.map(
    (tick) =>
      `<path class="${tick === 50 ? 'even' : 'tick'}" d="M${x(tick / 100)} 0V${height}"/><text class="scale" x="${x(tick / 100)}" y="${height + 14}">${tick}</text>`,
  );
  return svg(
    [`${words.sections.apart}, ${words.axes[axis]}.`, ...says],
    height + 32,
    `${ticks.join('')}${rows.join('')}<text class="scale" x="${x(0.5)}" y="${height + 28}">${escaped(words.pairAxis)}</text>`,
  );
}

/** How long each bot's runs took: whole range, middle half, median. */
export function timePlot(told: Told): string {
  const { rehearsal, words } = told;
  const bots = botsOf(rehearsal);
  const spreads = bots.map((bot) => ({
    bot,
    of: numbersOf(rehearsal, bot).map(({ durations }) => durations),
  }));
  const most = Math.max(60_000, ...spreads.flatMap(({ of }) => of.map((one) => one.most)));
  const step = stepFor(most / 60_000);
  const end = Math.ceil(most / 60_000 / step) * step;
  const x = (ms: number) => round(LEFT + 10 + (ms / 60_000 / end) * (WIDTH - LEFT - 30));
  const says: string[] = [];
  const rows = spreads.map(({ bot, of }, n) => {
    const y = n * 28 + 14;
    const middle = (pick: (one: (typeof of)[number]) => number) =>
      of.map(pick).sort((a, b) => a - b)[(of.length - 1) >> 1] ?? 0;
    const least = Math.min(...of.map((one) => one.least));
    const last = Math.max(...of.map((one) => one.most));
    const [lower, median, upper] = [middle((d) => d.lower), middle((d) => d.median), middle((d) => d.upper)];
    says.push(
      `${words.bots[bot]}: ${[least, median, last].map((ms) => told.number(ms / 60_000, 1)).join(' – ')}.`,
    );
    return (
      `<text class="name" x="${LEFT - 8}" y="${y + 4}">${escaped(words.bots[bot])}</text>` +
      `<path class="range" d="M${x(least)} ${y}H${x(last)}M${x(least)} ${y - 5}V${y + 5}M${x(last)} ${y - 5}V${y + 5}"/>` +
      `<rect class="half" x="${x(lower)}" y="${y - 7}" width="${round(Math.max(2, x(upper) - x(lower)))}" height="14"/>` +
      `<path class="median" d="M${x(median)} ${y - 9}V${y + 9}"/>`
    );
  });
  const height = bots.length * 28;
  const ticks = Array.from({ length: Math.round(end / step) + 1 }, (_, i) => i * step).map(
    (minute) =>
      `<path class="tick" d="M${x(minute * 60_000)} 0V${height}"/><text class="scale" x="${x(minute * 60_000)}" y="${height + 14}">${told.number(minute)}</text>`,
  );
  return svg(
    [`${words.sections.time}.`, ...says],
    height + 32,
    `${ticks.join('')}${rows.join('')}<text class="scale" x="${x((end * 60_000) / 2)}" y="${height + 28}">${escaped(words.minutes)}</text>`,
  );
}

function stepFor(minutes: number): number {
  return [1, 2, 5, 10, 15, 30, 60, 120].find((step) => minutes / step <= 8) ?? 240;
}

/** A picture; `says` is all that it shows, for whoever cannot see it. */
function svg(says: readonly string[], height: number, inside: string): string {
  return `<svg class="plot" role="img" aria-label="${escaped(says.join(' '))}" viewBox="0 0 ${WIDTH} ${round(height)}">${inside}</svg>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
