/** What lies where, in sentences: for the words version of the sand table, its menu, and whoever asks where they are. Pure. */
import type { SeatView, SeenToken } from '#exercise/view.ts';
import type { DeskTexts } from '#table/words/en/desk.ts';
import { type Bearing, judged, type Units } from '../ground/bearings.ts';
import type { Surroundings, WayOut } from '../ground/surroundings.ts';
import { quotedWords } from '../words/shown-words.ts';

/** The desk's words and the measure they are said in. */
export interface Saying {
  readonly t: DeskTexts['play'];
  readonly g: DeskTexts['ground'];
  readonly units: Units;
}
/** Groups of at least so many are told by about how many; smaller ones are named by the scenario. */
const MANY = 10;

/** `about 90 ft southeast`, or `beside you`. */
export function bearingWords(bearing: Bearing, { g, units }: Saying): string {
  if (bearing.compass === null) return g.beside;
  return g.off(g[units](judged(bearing.metres, units)), g.compass[bearing.compass]);
}

/** How a token is: about how many where they are many, where it is going, and what the scenario says of it; empty where there is nothing. */
export function stateWords(token: SeenToken, { g }: Saying): readonly string[] {
  const many = token.kind === 'group' && token.people >= MANY ? [g.aboutPeople(roundTo(token.people))] : [];
  const going = token.going === null ? [] : [g.onTheWay];
  return [...many, ...going, ...(token.how === null ? [] : [quotedWords(token.how)])];
}

/** Which way it lies, how far, and how wide it is. */
export function exitWords({ bearing, width }: WayOut, { g, units }: Saying): string {
  const wide = g[units](judged(width, units));
  if (bearing.compass === null) return g.exitHere(wide);
  return g.exit(g.compass[bearing.compass], g[units](judged(bearing.metres, units)), wide);
}

/** Where the reader is and what is around them, in a few sentences: to be heard, so each stands alone. SPEC TB51. */
export function whereInWords(
  view: Pick<SeatView, 'place'>,
  { spots, exits }: Surroundings,
  saying: Saying,
): string {
  const { t, g } = saying;
  const sentences = [view.place === null ? t.nowhere : t.youAre(quotedWords(view.place.label))];
  for (const { label, own, bearing, tokens } of spots) {
    if (tokens.length === 0) continue;
    const who = tokens
      .map((one) => [quotedWords(one.label), ...stateWords(one, saying)].join(', '))
      .join('; ');
    const named = quotedWords(label);
    const where = bearing === null ? named : `${named}, ${bearingWords(bearing, saying)}`;
    sentences.push(own ? `${capital(g.beside)}: ${who}` : `${where}: ${who}`);
  }
  if (spots.every((spot) => spot.tokens.length === 0)) sentences.push(g.nobodyNear.replace(/\.$/, ''));
  const [nearest] = exits;
  return `${sentences.join('. ')}.${nearest ? ` ${g.nearestExit(exitWords(nearest, saying))}` : ''}`;
}

function roundTo(people: number): number {
  const step = people < 50 ? 5 : 10;
  return Math.round(people / step) * step;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
