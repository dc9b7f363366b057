/** Meanings that a colour tells: each pair is told apart without it, by the shape of the sign or by words, as somebody who sees colours otherwise sees them. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk } from '#table/words/en/desk.ts';
import { parts } from '#table/words/en/parts.ts';
import type { Box } from './eyes.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { coloursIn, pixel, ratio } from './pixels.ts';
import type { Picture } from './png.ts';
import { THEMES } from './screens.ts';
import { inStrip, type Strip, stripsOf } from './strips.ts';

/** Achromatopsia sees no colour at all: what holds there holds on a copy in grey as well. */
const EVERYBODY = ['protanopia', 'deuteranopia', 'tritanopia', 'achromatopsia'] as const;
/** Who looks at which theme; `npm run prove` has everybody look at both. */
const EYES: Readonly<Record<(typeof THEMES)[number], readonly (typeof EVERYBODY)[number][]>> = process.env
  .PROVE_RUNS
  ? { light: EVERYBODY, dark: EVERYBODY }
  : { light: ['protanopia', 'achromatopsia'], dark: ['deuteranopia', 'tritanopia', 'achromatopsia'] };
/** So much must a sign stand out from its ground, whoever looks. */
const SEEN = 3;
/** Two shapes that share more than this of their ink look alike. */
const ALIKE = 0.8;

/** One meaning: where its sign is on the page of parts, and the words that stand with it there. */
interface Meaning {
  readonly name: string;
  readonly sign: string;
  /** What holds the words, seen from the page; absent where a sign stands by itself. */
  readonly words?: string;
}

const RINGS = Object.keys(desk.play.rings) as (keyof typeof desk.play.rings)[];
const tokens = (kind: keyof typeof parts.kinds, rings = RINGS): readonly Meaning[] =>
  rings.map((ring) => {
    const row = `li:has(> span:text-is("${desk.play.rings[ring]}, ${parts.kinds[kind]}"))`;
    return { name: `${ring} ${kind}`, sign: `${row} > svg`, words: row };
  });
const STANDINGS = Object.keys(desk.standings) as (keyof typeof desk.standings)[];
const CHANNELS = Object.keys(desk.channels) as (keyof typeof desk.channels)[];

/** Meanings that must not be taken for each other. Alone: by shape, since the sign is met without its words; else by shape or words. */
const FAMILIES: readonly {
  readonly of: string;
  readonly alone: boolean;
  /** Two of them may share up to this part of their ink; else `ALIKE`. */
  readonly alike?: number;
  readonly meanings: readonly Meaning[];
}[] = [
  {
    of: 'who somebody is, by what is known',
    alone: true,
    meanings: tokens('person', ['local', 'unknown', 'says', 'confirmed', 'refuted', 'public', 'medical']),
  },
  {
    // They are kin, and words tell them apart as well; the half that is filled must still be seen.
    of: 'a man who says so, and one who showed a card',
    alone: true,
    alike: 0.9,
    meanings: tokens('person', ['says', 'card']),
  },
  { of: 'groups', alone: false, meanings: tokens('group') },
  { of: 'cars', alone: false, meanings: tokens('vehicle') },
  {
    of: 'a person, a group, a car, a thing',
    alone: true,
    meanings: (['person', 'group', 'vehicle', 'thing'] as const).flatMap((kind) => tokens(kind, ['local'])),
  },
  {
    of: 'standings',
    alone: false,
    meanings: STANDINGS.map((word) => ({
      name: word,
      sign: `[data-standing=${word}] > p svg`,
      words: `[data-standing=${word}] > p:has(svg)`,
    })),
  },
  {
    of: 'verdicts on the strip',
    alone: true,
    meanings: ['breach', 'lapse', 'kept'].map((tone) => ({
      name: tone,
      sign: `[data-part=sign] svg[data-tone=${tone}]`,
    })),
  },
  {
    of: 'aims',
    alone: true,
    meanings: ['true', 'false'].map((met) => ({
      name: `aim met: ${met}`,
      sign: `li[data-met=${met}] > svg`,
      words: `li[data-met=${met}]`,
    })),
  },
  {
    of: 'channels of the log',
    alone: false,
    meanings: CHANNELS.map((channel) => ({
      name: channel,
      sign: `[data-channel=${channel}] p`,
      words: `[data-channel=${channel}] p small`,
    })),
  },
  {
    of: 'the three axes',
    alone: false,
    meanings: ['jurisdiction', 'constitutional', 'crowd-safety'].map((axis) => ({
      name: axis,
      sign: `[data-part=axis-${axis}] h3`,
      words: `[data-part=axis-${axis}] h3`,
    })),
  },
];

test('[TB73] for protans, deutans, tritans and whoever sees no colour every pair of meanings differs in shape or in words', async () => {
  const { page } = await pageOf({ viewport: { width: 1440, height: 900 }, colorScheme: THEMES[0] });
  await page.goto(`${ADDRESS}#/parts`);
  await page.locator('[data-part=parts]').waitFor();
  await page.evaluate(() => document.fonts.ready);
  const devtools = await page.context().newCDPSession(page);
  const found = new Map<string, { readonly box: Box; readonly words: string }>();
  for (const { meanings } of FAMILIES) for (const one of meanings) found.set(one.name, await find(page, one));
  await page.evaluate(() => window.scrollTo(0, 0));
  const boxes = [...found.values()].map(({ box }) => box);
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    const plain = await stripsOf(page, boxes);
    for (const type of EYES[theme]) {
      await devtools.send('Emulation.setEmulatedVisionDeficiency', { type });
      const strips = await stripsOf(page, boxes);
      const changed = strips.reduce((all, { picture }, i) => all + differing(plain[i]?.picture, picture), 0);
      expect(changed, `${type} changes what is seen`).toBeGreaterThan(1000);
      expect.soft(confused(strips, found), `${type}, ${theme}`).toEqual([]);
      await devtools.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' });
    }
  }
});

/** Pairs that somebody would take for each other, and signs that they would not see. */
function confused(
  strips: readonly Strip[],
  found: ReadonlyMap<string, { readonly box: Box; readonly words: string }>,
): readonly string[] {
  const wrong: string[] = [];
  for (const { of, alone, alike: most = ALIKE, meanings } of FAMILIES) {
    const seen = meanings.map(({ name }) => {
      const at = found.get(name);
      if (!at) throw new Error(`${name} was not looked for.`);
      const [picture, box] = inStrip(strips, at.box);
      return { name, words: at.words, ink: inkOf(picture, box), strength: strengthOf(picture, box) };
    });
    for (const [i, one] of seen.entries()) {
      if (one.strength < SEEN) wrong.push(`${of}: ${one.name} stands out by ${one.strength.toFixed(2)} only`);
      for (const other of seen.slice(i + 1)) {
        const share = alike(one.ink, other.ink);
        const told = !alone && one.words !== other.words && one.words !== '' && other.words !== '';
        if (share > most && !told)
          wrong.push(`${of}: ${one.name} and ${other.name} share ${Math.round(share * 100)} % of their ink`);
      }
    }
  }
  return wrong;
}

/** Where the first such sign is, and the words a person sees with it. Throws where there is none: then the list is wrong. */
async function find(
  page: Page,
  { name, sign, words }: Meaning,
): Promise<{ readonly box: Box; readonly words: string }> {
  const all = page.locator(sign);
  // One sign may lie under another of the same moment.
  const clear = await all.evaluateAll((ones) =>
    ones.findIndex((one) => {
      one.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = one.getBoundingClientRect();
      const at = document.elementFromPoint(x + width / 2, y + height / 2);
      return at !== null && (one.contains(at) || at.contains(one));
    }),
  );
  if (clear < 0) throw new Error(`No sign of “${name}” is seen on the page of parts.`);
  const it = all.nth(clear);
  const box = await it.evaluate((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return { x: x + scrollX, y: y + scrollY, width, height };
  });
  return { box, words: words === undefined ? '' : (await page.locator(words).first().innerText()).trim() };
}

/** The shape alone: one bit a pixel, where something is drawn. */
interface Ink {
  readonly width: number;
  readonly height: number;
  readonly bits: readonly boolean[];
}

function inkOf(picture: Picture, box: Box): Ink {
  const [left, top] = [Math.round(box.x), Math.round(box.y)];
  const [width, height] = [Math.round(box.width), Math.round(box.height)];
  const ground = pixel(picture, left, top);
  const bits = Array.from(
    { length: width * height },
    (_, i) => ratio(ground, pixel(picture, left + (i % width), top + Math.floor(i / width))) > 1.6,
  );
  return { width, height, bits };
}

function strengthOf(picture: Picture, box: Box): number {
  const ground = pixel(picture, Math.round(box.x), Math.round(box.y));
  return Math.max(...coloursIn(picture, box).map(([colour]) => ratio(colour, ground)));
}

/** The greatest share of their ink that two shapes have in common, one laid over the other and moved by up to a pixel. */
function alike(a: Ink, b: Ink): number {
  let best = 0;
  const isInk = (ink: Ink, x: number, y: number) =>
    x >= 0 && y >= 0 && x < ink.width && y < ink.height && ink.bits[y * ink.width + x] === true;
  for (const dx of [-1, 0, 1]) {
    for (const dy of [-1, 0, 1]) {
      let both = 0;
      let either = 0;
      for (let y = 0; y < Math.max(a.height, b.height); y += 1) {
        for (let x = 0; x < Math.max(a.width, b.width); x += 1) {
          const [one, other] = [isInk(a, x, y), isInk(b, x + dx, y + dy)];
          if (one && other) both += 1;
          if (one || other) either += 1;
        }
      }
      best = Math.max(best, either === 0 ? 1 : both / either);
    }
  }
  return best;
}

function differing(a: Picture | undefined, b: Picture): number {
  if (a === undefined) return 0;
  let count = 0;
  for (let i = 0; i < Math.min(a.rgb.length, b.rgb.length); i += 3) {
    if (Math.abs((a.rgb[i] ?? 0) - (b.rgb[i] ?? 0)) > 8) count += 1;
  }
  return count;
}
