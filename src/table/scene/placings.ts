/** The picture to draw: made anew where somebody stands, carried along between two placings of labels while somebody walks (SPEC TB98). Owns no truth. */
import type { Layout } from './layout.ts';
import type { Look, Picture, Pictures } from './picture.ts';

/** Milliseconds of real time between two placings of labels while somebody is on the way. */
export const HOLD = 400;

export class Placings {
  private last: {
    readonly pictures: Pictures;
    readonly look: Look;
    readonly at: number;
    readonly picture: Picture;
  } | null = null;

  /**
   * The picture at a moment. While the clock runs at `speed` and somebody is on the way, labels are those of the last of the moments that lie
   * `HOLD` apart, carried to this one: still a function of the moment. With `speed` 0, and once all stand, they are placed for the moment.
   */
  picture(pictures: Pictures, { until }: Layout, moment: number, look: Look, speed: number): Picture {
    const isWalking = speed > 0 && moment < until;
    const step = HOLD * speed;
    // After the last has arrived every moment looks the same.
    const at = isWalking ? Math.floor(moment / step) * step : Math.min(moment, until);
    if (this.last?.pictures !== pictures || this.last.at !== at || !isSameLook(this.last.look, look)) {
      this.last = { pictures, look, at, picture: pictures(at, look) };
    }
    const { picture } = this.last;
    return isWalking ? pictures(moment, look, picture.labels) : picture;
  }
}

function isSameLook(one: Look, other: Look): boolean {
  return (
    one.camera === other.camera &&
    one.size === other.size &&
    one.clear === other.clear &&
    one.first === other.first
  );
}
