/** The Phaser side of the table: puts a sign on the board for all that a picture holds. Owns no truth. */
import type { Scene } from 'phaser';
import { Board } from './board.ts';
import type { Placed, Wording } from './labels.ts';
import { sizesAt } from './layout.ts';
import { paintFocus, paintHead, paintPerson, paintThing, paintVehicle } from './paint-signs.ts';
import { paintLabel } from './paint-words.ts';
import type { Palette } from './palette.ts';
import { boxOf } from './picture.ts';
import type { Piece } from './pieces.ts';
import { PlanSheet } from './plan-sheet.ts';
import type { Setting } from './setting.ts';
import { type Sign, Textures } from './textures.ts';

export class Stage {
  private readonly board: Board;
  private readonly sheet: PlanSheet;
  private readonly textures: Textures;
  /** The sign of each label's words, while signs hold. */
  private words = new WeakMap<Wording, Sign>();
  private generation = 0;

  constructor(scene: Scene) {
    this.board = new Board(scene);
    this.sheet = new PlanSheet(scene.textures);
    this.textures = new Textures(scene.textures);
  }

  /** Puts everything on the board anew, what lies on top last. */
  draw(pieces: readonly Piece[], labels: readonly Placed[], setting: Setting): void {
    const { camera, ground, ratio, look } = setting;
    const generation = this.textures.begin(`${look} ${ratio}`, ratio);
    if (generation !== this.generation) this.words = new WeakMap();
    this.generation = generation;
    this.board.clear();
    this.sheet.show(this.board, pieces, setting);
    const head = sizesAt(ground, camera.scale).head;
    for (const { leader } of labels) if (leader) this.leader(leader, setting);
    for (const piece of pieces) if (piece.heads.length > 0) this.group(piece, head, setting);
    for (const piece of pieces) if (piece.look !== null) this.vehicle(piece, setting);
    for (const piece of pieces) {
      if (piece.look === null && piece.line === null && piece.heads.length === 0) this.one(piece, setting);
    }
    this.focus(head, setting);
    for (const label of labels) this.label(label, setting);
    this.bar(setting);
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
    const sign = this.textures.sign(`head ${doing} ${r}`, r * 5, r * 5, (ctx) =>
      paintHead(ctx, doing, r, palette),
    );
    const turn = TURNS.has(doing) ? piece.heading : 0;
    const x = piece.x - camera.left;
    const y = piece.y - camera.top;
    for (const spot of piece.heads) this.board.put(sign, (x + spot.x) * ratio, (y + spot.y) * ratio, turn);
  }

  private vehicle(piece: Piece, { palette, camera, ratio }: Setting): void {
    const { ring, look, heading, length, width } = piece;
    if (look === null) return;
    // Painted in steps of four pixels and brought to its size: zooming paints little.
    const long = Math.ceil(length / 4) * 4;
    const wide = (long * width) / length;
    const sign = this.textures.sign(`car ${look} ${ring} ${long}`, long + 4, wide + 4, (ctx) =>
      paintVehicle(ctx, look, ring, long, wide, palette),
    );
    const scale = length / long;
    const [x, y] = [(piece.x - camera.left) * ratio, (piece.y - camera.top) * ratio];
    this.board.put(sign, x, y, heading, sign.width * scale, sign.height * scale);
  }

  /** A thing or a single person. */
  private one(piece: Piece, { palette, camera, ratio }: Setting): void {
    const { token, ring, heading } = piece;
    const { doing, you } = token;
    const r = Math.round(piece.radius * 2) / 2;
    let sign: Sign;
    let turn = 0;
    if (token.kind === 'thing') {
      sign = this.textures.sign(`thing ${ring} ${r}`, r * 2 + 4, r * 2 + 4, (ctx) =>
        paintThing(ctx, ring, r, palette),
      );
    } else if (ring === 'public') {
      sign = this.textures.sign(`one ${doing} ${r}`, r * 5, r * 5, (ctx) =>
        paintHead(ctx, doing, r * 0.86, palette),
      );
      turn = TURNS.has(doing) ? heading : 0;
    } else {
      const wide = r * 2 + 14;
      sign = this.textures.sign(`ring ${ring} ${r} ${you}`, wide, wide, (ctx) =>
        paintPerson(ctx, ring, r, you, palette),
      );
    }
    this.board.put(sign, (piece.x - camera.left) * ratio, (piece.y - camera.top) * ratio, turn);
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
    const sign = this.textures.sign(`focus ${wide} ${high}`, wide + 6, high + 6, (ctx) =>
      paintFocus(ctx, wide, high, palette),
    );
    this.board.put(sign, (box.x + box.width / 2) * ratio, (box.y + box.height / 2) * ratio);
  }

  private label({ id, wording, middle, turn }: Placed, { palette, ratio, family, first }: Setting): void {
    const isFirst = id === first;
    let sign = isFirst ? undefined : this.words.get(wording);
    if (sign === undefined) {
      sign = this.wordsOf(wording, family, palette, isFirst);
      if (!isFirst) this.words.set(wording, sign);
    }
    // On whole dots letters stay sharp: the corner for an upright label, the middle's half dots for one on its side.
    const isAcross = turn !== 0 && Math.abs(Math.sin(turn)) > 0.999;
    const w = isAcross ? sign.height : sign.width;
    const h = isAcross ? sign.width : sign.height;
    const x = Math.round(middle.x * ratio - w / 2) + w / 2;
    const y = Math.round(middle.y * ratio - h / 2) + h / 2;
    this.board.put(sign, x, y, turn);
  }

  private wordsOf(wording: Wording, family: string, palette: Palette, isFirst: boolean): Sign {
    const words = wording.lines.map(({ text, role, size }) => `${role} ${size} ${text}`).join('|');
    return this.textures.label(`label ${isFirst} ${words}`, wording.width, wording.height, (ctx) =>
      paintLabel(ctx, wording, family, palette, isFirst),
    );
  }

  /** One line for all, stretched and turned: what is clear beside it keeps its edges smooth. */
  private leader([from, to]: NonNullable<Placed['leader']>, { palette, ratio }: Setting): void {
    const sign = this.textures.sign('leader', LEADER, 6, (ctx) => {
      ctx.fillStyle = palette.dim;
      ctx.fillRect(-LEADER / 2, -0.625, LEADER, 1.25);
    });
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const long = Math.hypot(dx, dy) * ratio;
    const [x, y] = [((from.x + to.x) / 2) * ratio, ((from.y + to.y) / 2) * ratio];
    this.board.put(sign, x, y, Math.atan2(dy, dx), long);
  }

  private bar({ bar, ratio }: Setting): void {
    const { box, name, paint } = bar;
    const sign = this.textures.label(`bar ${name}`, box.width, box.height, paint);
    const [x, y] = [Math.round(box.x * ratio), Math.round(box.y * ratio)];
    this.board.put(sign, x + sign.width / 2, y + sign.height / 2);
  }
}

/** Pixels of the line that leads to a label, as it is painted. */
const LEADER = 64;
/** Signs that point where people look or go. */
const TURNS: ReadonlySet<string> = new Set(['filming', 'pressing', 'walking', 'leaving']);
