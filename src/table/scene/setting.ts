/** What a drawing needs besides its picture. */
import type { Camera, Size } from './camera.ts';
import type { Box } from './frame.ts';
import type { Ground } from './ground.ts';
import type { Palette } from './palette.ts';
import type { Piece } from './pieces.ts';

/** All that a drawing needs besides its picture. */
export interface Setting {
  readonly ground: Ground;
  readonly palette: Palette;
  /** Changes with the palette and with the font: what was painted before is painted anew. */
  readonly look: string;
  readonly family: string;
  readonly camera: Camera;
  readonly size: Size;
  /** Dots of the screen to a CSS pixel. */
  readonly ratio: number;
  readonly selected: Piece | null;
  readonly selectedPlace: { readonly x: number; readonly y: number } | null;
  readonly first: string | null;
  /** The scale bar with the north arrow. */
  readonly bar: {
    readonly box: Box;
    readonly name: string;
    readonly paint: (ctx: CanvasRenderingContext2D) => void;
  };
}
