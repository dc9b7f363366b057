/** A map as a plain plan: what lies where, in pixels of the map. */

export interface Point {
  readonly x: number;
  readonly y: number;
}
/** A closed polygon, its last point joined to its first. `kind` is what Tiled calls class: roadway, sidewalk, porch … */
export interface Area {
  readonly name: string;
  readonly kind: string;
  readonly points: readonly Point[];
}
/** An open line. */
export interface Line {
  readonly name: string;
  readonly kind: string;
  readonly points: readonly Point[];
}
/** A way out, drawn as a line across it; `width` in metres. */
export interface Exit {
  readonly name: string;
  readonly points: readonly Point[];
  readonly width: number;
}
/** A text with its box; `rotation` in degrees clockwise round the box's upper left corner. */
export interface MapLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
}
/** Plain JSON. `width` and `height` in pixels. Names are the author's: look them up with `Object.hasOwn`. */
export interface MapPlan {
  readonly metresPerPixel: number;
  readonly width: number;
  readonly height: number;
  readonly roads: readonly Area[];
  readonly lots: readonly Area[];
  readonly buildings: readonly (Area & { readonly home: boolean })[];
  readonly curtilage: readonly Area[];
  /** Open lines of the layers above, such as a front walk. */
  readonly lines: readonly Line[];
  readonly places: Readonly<Record<string, Point>>;
  readonly routes: Readonly<Record<string, readonly Point[]>>;
  readonly exits: readonly Exit[];
  /** Where a group at the place of the same name stands. */
  readonly gather: Readonly<Record<string, Area>>;
  readonly labels: readonly MapLabel[];
}
