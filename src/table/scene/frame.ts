/** What the sand table is shown and what it gives back: the only words between the desk and the scene. No Phaser here. */
import type { SeatView } from '#exercise/view.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';

/** One moment as the seat sees it. The scene keeps the last one and nothing else. */
export interface SceneFrame {
  /** Milliseconds of exercise time. */
  readonly at: number;
  readonly view: Pick<SeatView, 'tokens' | 'place' | 'known' | 'callsign'> &
    Partial<Pick<SeatView, 'places'>>;
  /** The clock runs: between frames, whoever is on the way goes on at `speed` times real time. */
  readonly moving: boolean;
  readonly speed: number;
  /** A jump of the timeline: nobody is seen going there. */
  readonly jump: boolean;
}

/** A box in CSS pixels of the scene's host. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The few words that the scene writes itself; all others come with the frame and the map. */
export interface SceneWords {
  readonly you: string;
  /** The hand at the north arrow: N. */
  readonly north: string;
  /** The one measure of the scale bar and the ways out; metres unless told otherwise. */
  readonly units?: 'metres' | 'feet';
  readonly metres: (n: number) => string;
  readonly feet: (n: number) => string;
  /** The way out of the map on that side. */
  readonly wayOut: Readonly<Record<'north' | 'east' | 'south' | 'west', string>>;
  /** A way out by its name on the map, where that says more than its side. */
  readonly exits: Readonly<Record<string, string>>;
  /** What an author writes on a map for a kind of place, in the reader's words; whatever is not in it is a name and stays. */
  readonly kinds: Readonly<Record<string, string>>;
  /** The grounds of a home, and its door. */
  readonly curtilage: string;
  readonly threshold: string;
  /** What the seat knows of the men, by ring. */
  readonly rings: Readonly<Record<'unknown' | 'says' | 'card' | 'confirmed' | 'refuted', string>>;
}

export type Picked = { readonly token: string } | { readonly place: string };

export interface SceneOptions {
  readonly map: MapPlan;
  readonly reducedMotion: boolean;
  readonly night: boolean;
  readonly words: SceneWords;
  /** Somebody pressed a token, a group or a place; `at` in CSS pixels of the host. */
  readonly onPick: (picked: Picked, at: { readonly x: number; readonly y: number }) => void;
  /** The scene cannot go on (no WebGL, context lost for good). The desk goes on without it. Called at most once. */
  readonly onBroke: (cause: unknown) => void;
}

export interface SceneHandle {
  show(frame: SceneFrame): void;
  night(on: boolean): void;
  /** The whole map in view. */
  fit(): void;
  /** By a factor round the middle: 1.25 nearer, 0.8 farther. */
  zoom(by: number): void;
  /** By CSS pixels: positive shows what lies right and below. */
  pan(dx: number, dy: number): void;
  /** Keeps the reader's own token in view. A pan by hand ends it. */
  follow(on: boolean): void;
  /** Draws the focus ring round a token or place, and brings it into view. */
  select(id: string | null): void;
  /** Where a token or place is drawn, in CSS pixels of the host; null where it is not. */
  where(id: string): { readonly x: number; readonly y: number } | null;
  /** Boxes of the host that something else covers (controls, legend): no label goes there. */
  keepClear(boxes: readonly Box[]): void;
  /** Settled when the scene is gone. Never rejects. */
  close(): Promise<void>;
}
