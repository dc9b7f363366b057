/** The Phaser side of the table: images for what a picture holds, made when needed and taken away when not. Owns no truth. */
import type { GameObjects, Scene } from 'phaser';
import type { Camera, Size } from './camera.ts';
import type { Box } from './frame.ts';
import type { Ground } from './ground.ts';
import type { Placed } from './labels.ts';
import { sizesAt } from './layout.ts';
import { paintFocus, paintHead, paintPerson, paintThing, paintVehicle } from './paint-signs.ts';
import { paintLabel } from './paint-words.ts';
import type { Palette } from './palette.ts';
import { boxOf } from './picture.ts';
import type { Piece } from './pieces.ts';
import { PlanSheet } from './plan-sheet.ts';
import { Textures } from './textures.ts';

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

const DEPTHS = { leader: 1, head: 2, vehicle: 4, person: 6, focus: 8, label: 10, bar: 11 };

export class Stage {
  private readonly scene: Scene;
  private readonly sheet: PlanSheet;
  private readonly textures: Textures;
  /** Images by what they show; those not drawn this time are put away. */
  private readonly images = new Map<string, GameObjects.Image>();
  private readonly heads = new Map<string, GameObjects.Image[]>();
  private drawn = new Set<string>();

  constructor(scene: Scene) {
    this.scene = scene;
    this.sheet = new PlanSheet(scene);
    this.textures = new Textures(scene.textures);
  }

  draw(pieces: readonly Piece[], labels: readonly Placed[], setting: Setting): void {
    const { camera, ground } = setting;
    this.textures.begin(`${setting.look} ${setting.ratio}`, setting.ratio);
    this.drawn = new Set();
    this.sheet.show(pieces, setting);
    const head = sizesAt(ground, camera.scale).head;
    const groups = new Set<string>();
    for (const piece of pieces) {
      if (piece.line !== null) continue;
      if (piece.heads.length > 0) {
        groups.add(piece.id);
        this.group(piece, head, setting);
      } else this.token(piece, setting);
    }
    for (const [id, images] of this.heads) {
      if (groups.has(id)) continue;
      for (const image of images) image.destroy();
      this.heads.delete(id);
    }
    this.focus(head, setting);
    for (const label of labels) this.label(label, setting);
    this.bar(setting);
    for (const [id, image] of this.images) {
      if (this.drawn.has(id)) continue;
      image.destroy();
      this.images.delete(id);
    }
    this.textures.end();
  }

  /** Everything is painted anew at the next drawing: the graphics card has forgotten it. */
  forget(): void {
    this.sheet.forget();
    this.textures.forget();
  }

  private group(piece: Piece, head: number, { palette, camera, ratio }: Setting): void {
    const { doing } = piece.token;
    const r = Math.round(head * 2) / 2;
    const key = this.textures.sign(`head ${doing} ${r}`, r * 5, r * 5, (ctx) =>
      paintHead(ctx, doing, r, palette),
    );
    const images = this.heads.get(piece.id) ?? [];
    this.heads.set(piece.id, images);
    const turn = TURNS.has(doing) ? piece.heading : 0;
    const { left, top } = camera;
    for (let i = 0; i < piece.heads.length; i++) {
      const spot = piece.heads[i] as { x: number; y: number };
      let image = images[i];
      if (image === undefined) {
        image = this.scene.add.image(0, 0, key).setDepth(DEPTHS.head);
        images.push(image);
      }
      if (image.texture.key !== key) image.setTexture(key);
      image.setPosition((spot.x - left) * ratio, (spot.y - top) * ratio);
      image.rotation = turn;
    }
    while (images.length > piece.heads.length) images.pop()?.destroy();
  }

  private token(piece: Piece, { palette, camera, ratio }: Setting): void {
    const { token, ring, look, heading } = piece;
    const r = Math.round(piece.radius * 2) / 2;
    let key: string;
    let turn = 0;
    let scale = 1;
    if (look !== null) {
      // Painted in steps of four pixels and brought to its size: zooming paints little.
      const long = Math.ceil(piece.length / 4) * 4;
      const wide = (long * piece.width) / piece.length;
      const name = `car ${look} ${ring} ${long}`;
      key = this.textures.sign(name, long + 4, wide + 4, (ctx) =>
        paintVehicle(ctx, look, ring, long, wide, palette),
      );
      turn = heading;
      scale = piece.length / long;
    } else if (token.kind === 'thing') {
      key = this.textures.sign(`thing ${ring} ${r}`, r * 2 + 4, r * 2 + 4, (ctx) =>
        paintThing(ctx, ring, r, palette),
      );
    } else if (ring === 'public') {
      const { doing } = token;
      const name = `one ${doing} ${r}`;
      key = this.textures.sign(name, r * 5, r * 5, (ctx) => paintHead(ctx, doing, r * 0.86, palette));
      turn = TURNS.has(doing) ? heading : 0;
    } else {
      const isYou = token.you;
      const name = `ring ${ring} ${r} ${isYou}`;
      const wide = r * 2 + 14;
      key = this.textures.sign(name, wide, wide, (ctx) => paintPerson(ctx, ring, r, isYou, palette));
    }
    const image = this.image(`token ${piece.id}`, key, look === null ? DEPTHS.person : DEPTHS.vehicle);
    image.setPosition((piece.x - camera.left) * ratio, (piece.y - camera.top) * ratio);
    image.rotation = turn;
    image.setScale(scale);
    if (piece.inside !== null) image.setDepth(DEPTHS.person);
  }

  private focus(head: number, { selected, selectedPlace, camera, palette, ratio }: Setting): void {
    const place = selectedPlace && {
      x: selectedPlace.x - 11,
      y: selectedPlace.y - 11,
      width: 22,
      height: 22,
    };
    const box = selected ? boxOf(selected, camera, head) : place;
    if (box === null) return;
    const [wide, high] = [Math.round(box.width) + 12, Math.round(box.height) + 12];
    const key = this.textures.sign(`focus ${wide} ${high}`, wide + 6, high + 6, (ctx) =>
      paintFocus(ctx, wide, high, palette),
    );
    const image = this.image('focus', key, DEPTHS.focus);
    image.setPosition((box.x + box.width / 2) * ratio, (box.y + box.height / 2) * ratio);
  }

  private label(label: Placed, setting: Setting): void {
    const { palette, ratio, family, first } = setting;
    const { wording, middle, turn, leader, id } = label;
    const isFirst = id === first;
    const words = wording.lines.map(({ text, role, size }) => `${role} ${size} ${text}`).join('|');
    const key = this.textures.sheet(`label ${isFirst} ${words}`, wording.width, wording.height, (ctx) =>
      paintLabel(ctx, wording, family, palette, isFirst),
    );
    const image = this.image(`label ${id}`, key, DEPTHS.label);
    image.rotation = turn;
    // On whole dots letters stay sharp: the corner for an upright label, the middle's half dots for one on its side.
    const [w, h] =
      Math.abs(Math.sin(turn)) > 0.999 ? [image.height, image.width] : [image.width, image.height];
    const x = Math.round(middle.x * ratio - w / 2) + w / 2;
    const y = Math.round(middle.y * ratio - h / 2) + h / 2;
    image.setPosition(x, y);
    if (leader) this.leader(id, leader, setting);
  }

  /** Painted as it lies: a stretched line would have teeth. */
  private leader(id: string, [from, to]: NonNullable<Placed['leader']>, { palette, ratio }: Setting): void {
    const [dx, dy] = [Math.round(to.x - from.x), Math.round(to.y - from.y)];
    const [wide, high] = [Math.abs(dx) + 6, Math.abs(dy) + 6];
    const key = this.textures.sign(`leader ${dx} ${dy}`, wide, high, (ctx) => {
      ctx.beginPath();
      ctx.moveTo(-dx / 2, -dy / 2);
      ctx.lineTo(dx / 2, dy / 2);
      ctx.lineWidth = 1.25;
      ctx.strokeStyle = palette.dim;
      ctx.stroke();
    });
    const image = this.image(`leader ${id}`, key, DEPTHS.leader);
    image.setPosition(((from.x + to.x) / 2) * ratio, ((from.y + to.y) / 2) * ratio);
  }

  private bar({ bar, ratio }: Setting): void {
    const { box, name, paint } = bar;
    const image = this.image(
      'bar',
      this.textures.sheet(`bar ${name}`, box.width, box.height, paint),
      DEPTHS.bar,
    );
    image.setPosition(
      Math.round(box.x * ratio) + image.width / 2,
      Math.round(box.y * ratio) + image.height / 2,
    );
  }

  private image(id: string, key: string, depth: number): GameObjects.Image {
    this.drawn.add(id);
    let image = this.images.get(id);
    if (image === undefined) {
      image = this.scene.add.image(0, 0, key).setDepth(depth);
      this.images.set(id, image);
    } else {
      if (image.texture.key !== key) image.setTexture(key);
      if (image.depth !== depth) image.setDepth(depth);
    }
    return image;
  }
}

/** Signs that point where people look or go. */
const TURNS: ReadonlySet<string> = new Set(['filming', 'pressing', 'walking', 'leaving']);
