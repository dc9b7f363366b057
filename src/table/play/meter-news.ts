/** What a screen reader is told of the meters in the bar: politely, and not more often than somebody can listen to. */
import type { SeenMeter } from '#exercise/view.ts';

/** What was told last, and when in the story. */
export interface MeterNews {
  readonly at: number;
  readonly values: ReadonlyMap<string, number>;
  readonly text: string;
}

/** Where a reader begins: what stands there is read in the bar and not told. */
export function firstMeters(meters: readonly SeenMeter[], at: number): MeterNews {
  return { at: at - BETWEEN_MS, values: valuesOf(meters), text: '' };
}

/** The next sentence where a number is another than was told, ten seconds of the story after the last; else the same as before (TB191). */
export function meterNews(
  last: MeterNews,
  meters: readonly SeenMeter[],
  at: number,
  inWords: (value: number) => string,
): MeterNews {
  const changed = meters.filter(({ id, value }) => last.values.get(id) !== value);
  // A rewind goes back in the story.
  const isDue = at < last.at || at - last.at >= BETWEEN_MS;
  if (changed.length === 0 || !isDue) return last;
  const text = changed.map(({ label, value }) => `${label}: ${inWords(value)}.`).join(' ');
  return { at, values: valuesOf(meters), text };
}

const BETWEEN_MS = 10_000;

function valuesOf(meters: readonly SeenMeter[]): MeterNews['values'] {
  return new Map(meters.map(({ id, value }) => [id, value]));
}
