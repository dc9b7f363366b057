/** How far two pictures of one screen are apart, and which of two folders' pictures are. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Picture, pictureOf } from '../browser/png.ts';
import type { Row } from './differences.ts';

/** A channel that is apart by no more is the same to the eye: pictures are kept in 256 colors. */
const SAME = 24;
/** A larger share of pixels is a difference. */
export const NOISE = 0.001;

/** The share of pixels of which some channel is apart; 1 where the pictures are not of one size. */
export function shareApart(a: Picture, b: Picture): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let apart = 0;
  for (let at = 0; at < a.rgb.length; at += 3) {
    for (let channel = at; channel < at + 3; channel += 1) {
      if (Math.abs((a.rgb[channel] ?? 0) - (b.rgb[channel] ?? 0)) <= SAME) continue;
      apart += 1;
      break;
    }
  }
  return apart / (a.width * a.height);
}

/** Every picture of two folders, by its name. */
export function comparePictures(old: string, now: string): readonly Row[] {
  const [had, has] = [readdirSync(old), readdirSync(now)];
  return [...new Set([...had, ...has])].sort().map((name): Row => {
    const row = { what: 'screen', item: name.replace('.png', '') } as const;
    if (!had.includes(name)) return { ...row, verdict: 'different', detail: 'is new' };
    if (!has.includes(name)) return { ...row, verdict: 'different', detail: 'is gone' };
    const [a, b] = [old, now].map((folder) => pictureOf(readFileSync(join(folder, name))));
    const share = a === undefined || b === undefined ? 1 : shareApart(a, b);
    const detail = share === 0 ? '' : `${(share * 100).toFixed(2)} % of the pixels differ`;
    return { ...row, verdict: share > NOISE ? 'different' : 'equal', detail };
  });
}
