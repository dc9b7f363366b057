/** The log with its captions: sounds that no line tells of stand among the lines, at their moment. Pure (TB82). */
import type { LogItem, SeatView } from '#exercise/view.ts';
import { isSound, type SoundId } from '#table/sound/catalogue.ts';

export interface Caption {
  readonly kind: 'heard';
  readonly at: number;
  readonly n: number;
  readonly sound: SoundId;
}

/** Oldest first; a sound stands before what was told at the same moment. A recording of a line is its line, and has no caption. */
export function captioned(view: Pick<SeatView, 'log' | 'sounds'>): readonly (LogItem | Caption)[] {
  const captions = view.sounds.flatMap(({ at, n, sound }): Caption[] =>
    isSound(sound) ? [{ kind: 'heard', at, n, sound }] : [],
  );
  const rows: (LogItem | Caption)[] = [];
  let next = 0;
  for (const item of view.log) {
    for (let one = captions[next]; one !== undefined && one.at <= item.at; one = captions[next]) {
      rows.push(one);
      next += 1;
    }
    rows.push(item);
  }
  return [...rows, ...captions.slice(next)];
}
