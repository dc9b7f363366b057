/** The table on its host: takes frames, keeps the camera, and draws when something has changed. Owns no truth: a frame is all it knows. */
import { type Camera, fitted, onScreen, panned, resized, type Size, showing, zoomed } from './camera.ts';
import { doesDiffer, GLIDE, glided, isSameSight } from './difference.ts';
import type { Box, SceneFrame, SceneHandle, SceneOptions } from './frame.ts';
import { dots, type OneGame } from './game.ts';
import { listen, watch } from './gestures.ts';
import { type Ground, groundOf, placeOn } from './ground.ts';
import { type Layout, layoutOf } from './layout.ts';
import { mapNames } from './map-labels.ts';
import { measureWith } from './paint-words.ts';
import { lettersAt, type Palette, paletteAt } from './palette.ts';
import { pickAt, REACH } from './pick.ts';
import {
  labelsAtRest,
  labelsInWords,
  type Picture,
  type Pictures,
  picturesOf,
  type Studio,
} from './picture.ts';
import type { Piece } from './pieces.ts';
import { Placings } from './placings.ts';
import { keptBar } from './scale-bar.ts';
import { Stage } from './stage.ts';

export class Table {
  private readonly host: HTMLElement;
  private readonly game: OneGame;
  private readonly options: SceneOptions;
  private readonly ground: Ground;
  private readonly stage: Stage;
  private readonly ink: CanvasRenderingContext2D;
  private readonly off: (() => void)[] = [];
  private studio: Studio;
  private palette: Palette;
  private family = 'sans-serif';
  private isNight: boolean;
  private looks = 0;
  private ratio: number;
  private size: Size;
  private camera: Camera;
  private clear: readonly Box[] = [];

  private frame: SceneFrame | null = null;
  private shownAt = 0;
  private layout: Layout | null = null;
  private pictures: Pictures | null = null;
  private readonly placings = new Placings();
  private picture: Picture | null = null;
  private readonly corner = keptBar();
  private glide: { readonly from: readonly Piece[]; readonly since: number } | null = null;
  private selected: string | null = null;
  private pointed: string | null = null;
  private follows = false;
  private asked = 0;
  private isClosed = false;
  private isLost = false;

  constructor(host: HTMLElement, game: OneGame, options: SceneOptions, ratio: number) {
    this.host = host;
    this.game = game;
    this.options = options;
    this.ratio = ratio;
    this.isNight = options.night;
    this.ground = groundOf(options.map);
    this.stage = new Stage(game.scene);
    const ink = document.createElement('canvas').getContext('2d');
    if (ink === null) throw new Error('This browser has no 2D canvas.');
    this.ink = ink;
    this.size = sizeOf(host);
    this.camera = fitted(this.ground, this.size);
    this.palette = paletteAt(host, options.night);
    this.studio = this.newStudio();
    this.fitCanvas();
    this.listen();
  }

  /** What the desk holds of this table. */
  handle(): SceneHandle {
    const middle = () => ({ x: this.size.width / 2, y: this.size.height / 2 });
    return {
      show: (frame) => this.show(frame),
      night: (on) => this.repaint(on),
      fit: () => this.look(fitted(this.ground, this.size)),
      zoom: (by) => this.look(zoomed(this.camera, by, middle(), this.ground, this.size)),
      pan: (dx, dy) => this.look(panned(this.camera, dx, dy, this.ground, this.size)),
      follow: (on) => {
        this.follows = on;
        this.ask();
      },
      select: (id) => this.select(id),
      where: (id) => this.where(id),
      keepClear: (boxes) => {
        this.clear = boxes;
        this.ask();
      },
      close: async () => this.close(),
    };
  }

  private show(frame: SceneFrame): void {
    if (this.isClosed) return;
    const before = this.frame;
    this.frame = frame;
    this.shownAt = performance.now();
    const isSame = before !== null && isSameSight(before, frame);
    if (isSame && !frame.jump) {
      // Only whoever was or is still on the way is elsewhere at another moment.
      const isOver = (this.layout?.until ?? 0) <= Math.min(before.at, frame.at);
      this.ask(!isOver && (before.at !== frame.at || before.moving !== frame.moving));
      return;
    }
    const were = this.picture?.pieces ?? [];
    this.layout = null;
    this.glide = null;
    if (!frame.jump && before !== null && !this.options.reducedMotion && were.length > 0) {
      const next = this.laid(frame).at(this.moment());
      if (doesDiffer(were, next)) this.glide = { from: were, since: this.shownAt };
    }
    this.ask();
  }

  /** The moment drawn: that of the frame, and while the clock runs what has passed since. */
  private moment(): number {
    return this.frame === null ? 0 : this.frame.at + (performance.now() - this.shownAt) * this.speed();
  }

  /** How fast whoever is on the way goes on between two frames: not at all while the clock stands, nor where motion is unwanted. */
  private speed(): number {
    return this.frame?.moving && !this.options.reducedMotion ? this.frame.speed : 0;
  }

  private laid(frame: SceneFrame): Layout {
    if (this.layout === null || this.layout.scale !== this.camera.scale) {
      this.layout = layoutOf(this.ground, frame.view, this.camera.scale);
      this.pictures = picturesOf(this.studio, frame.view, this.layout);
    }
    return this.layout;
  }

  private isOnTheWay(moment: number): boolean {
    return this.speed() > 0 && (this.layout?.until ?? 0) > moment;
  }

  private look(camera: Camera): void {
    this.camera = camera;
    this.ask();
  }

  /** One drawing at the next chance, however often it is asked for. */
  private ask(isWanted = true): void {
    if (!isWanted || this.asked !== 0 || this.isClosed || this.isLost) return;
    this.asked = requestAnimationFrame(() => {
      this.asked = 0;
      try {
        this.draw();
      } catch (cause) {
        this.broke(cause);
      }
    });
  }

  private draw(): void {
    const { frame, size } = this;
    if (this.isClosed || size.width < 2 || size.height < 2) return;
    const moment = this.moment();
    if (frame && this.follows) this.followOwn(frame, moment);
    const { palette, family } = this;
    const { words, measure, grown } = this.studio;
    const perMetre = this.ground.metre * this.camera.scale;
    const { clear: covered } = this;
    const { bar, clear } = this.corner({ perMetre, words, family, palette, measure, grown, size, covered });
    const first = this.pointed ?? this.selected;
    if (frame) {
      const layout = this.laid(frame);
      const look = { camera: this.camera, size, clear, first };
      if (this.pictures) {
        this.picture = this.placings.picture(this.pictures, layout, moment, look, this.speed());
      }
    }
    const picture = this.picture ?? NOTHING;
    const part = this.glide ? (performance.now() - this.glide.since) / GLIDE : 1;
    const isGliding = this.glide !== null && part < 1;
    const pieces = isGliding ? glided(this.glide?.from ?? [], picture.pieces, part) : picture.pieces;
    const place = this.selected === null ? null : placeOn(this.ground, this.selected);
    this.stage.draw(pieces, isGliding ? labelsAtRest(picture, pieces) : picture.labels, {
      ground: this.ground,
      palette: this.palette,
      look: `${this.isNight} ${this.looks}`,
      family: this.family,
      camera: this.camera,
      size,
      ratio: this.ratio,
      selected: pieces.find(({ id }) => id === this.selected) ?? null,
      selectedPlace: place && onScreen(this.camera, place),
      first,
      bar,
    });
    this.game.step();
    if (!isGliding) this.glide = null;
    // By the moment drawn: whoever arrives meanwhile is drawn once more, at rest.
    const isAtRest = !isGliding && !this.isOnTheWay(moment);
    if (isAtRest) this.tell(picture);
    this.ask(!isAtRest);
  }

  private followOwn(frame: SceneFrame, moment: number): void {
    const own = this.laid(frame)
      .at(moment)
      .find(({ token }) => token.you);
    if (own) this.camera = showing(this.camera, own, this.ground, this.size);
  }

  private select(id: string | null): void {
    this.selected = id;
    const at = id === null ? null : this.where(id);
    if (at) {
      const spot = { x: at.x + this.camera.left, y: at.y + this.camera.top };
      this.camera = showing(this.camera, spot, this.ground, this.size);
    }
    this.ask();
  }

  private where(id: string): { readonly x: number; readonly y: number } | null {
    const pieces = this.frame ? this.laid(this.frame).at(this.moment()) : [];
    const piece = pieces.find((one) => one.id === id);
    if (piece) return { x: piece.x - this.camera.left, y: piece.y - this.camera.top };
    const place = placeOn(this.ground, id);
    return place && onScreen(this.camera, place);
  }

  private listen(): void {
    const by = (camera: Camera) => {
      this.follows = false;
      this.look(camera);
    };
    this.off.push(
      listen(this.host, this.game.canvas, {
        pan: (dx, dy) => by(panned(this.camera, dx, dy, this.ground, this.size)),
        zoom: (times, round) => this.look(zoomed(this.camera, times, round, this.ground, this.size)),
        fit: () => by(fitted(this.ground, this.size)),
        press: (at, isFinger) => {
          const picked = this.under(at, isFinger ? REACH.finger : REACH.mouse);
          if (picked) this.options.onPick(picked, at);
        },
        point: (at) => {
          const picked = at && this.under(at, REACH.mouse);
          const id = picked && 'token' in picked ? picked.token : null;
          this.game.canvas.style.cursor = picked ? 'pointer' : 'grab';
          if (id === this.pointed) return;
          this.pointed = id;
          this.ask();
        },
      }),
    );
    this.off.push(
      watch(this.host, {
        sized: () => this.resize(),
        seen: () => this.ask(),
        lettered: () => this.repaint(this.isNight),
      }),
    );
    this.game.onLost({
      lost: (isLost) => {
        this.isLost = isLost;
        if (!isLost) this.stage.forget();
        this.ask();
      },
      gone: (cause) => this.broke(cause),
    });
  }

  private under(at: { readonly x: number; readonly y: number }, reach: number) {
    if (this.picture === null || this.frame === null) return null;
    const { places, place } = this.frame.view;
    const ids = places?.map(({ id }) => id) ?? (place ? [place.id] : []);
    return pickAt(this.picture, this.ground, this.camera, ids, at, reach);
  }

  private resize(): void {
    const after = sizeOf(this.host);
    const ratio = dots();
    if (after.width < 2 || after.height < 2) return;
    if (after.width === this.size.width && after.height === this.size.height && ratio === this.ratio) return;
    this.camera = resized(this.camera, this.size, after, this.ground);
    this.size = after;
    this.ratio = ratio;
    this.fitCanvas();
    this.ask();
  }

  private fitCanvas(): void {
    const { width, height } = this.size;
    this.game.resize(
      Math.max(1, Math.round(width * this.ratio)),
      Math.max(1, Math.round(height * this.ratio)),
    );
    Object.assign(this.game.canvas.style, { width: `${width}px`, height: `${height}px`, margin: '0' });
  }

  private repaint(isNight: boolean): void {
    if (this.isClosed) return;
    this.isNight = isNight;
    this.looks += 1;
    this.palette = paletteAt(this.host, this.isNight);
    this.studio = this.newStudio();
    this.layout = null;
    this.ask();
  }

  private newStudio(): Studio {
    const { family, grown } = lettersAt(this.host);
    this.family = family;
    const { ground } = this;
    const { words } = this.options;
    const measure = measureWith(this.ink, family);
    return { ground, names: mapNames(ground, words, measure, grown), words, measure, grown };
  }

  /** Once they rest, the labels drawn stand on the host for tests. */
  private tell(picture: Picture): void {
    const told = labelsInWords(picture);
    if (told !== this.host.dataset.labels) this.host.dataset.labels = told;
  }

  private broke(cause: unknown): void {
    if (this.isClosed) return;
    this.close();
    this.options.onBroke(cause);
  }

  private close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    cancelAnimationFrame(this.asked);
    for (const stop of this.off) stop();
    delete this.host.dataset.labels;
    this.game.close();
  }
}

const NOTHING: Picture = { pieces: [], labels: [] };

function sizeOf(host: HTMLElement): Size {
  return { width: host.clientWidth, height: host.clientHeight };
}
