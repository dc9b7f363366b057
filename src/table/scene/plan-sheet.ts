/** The plan as one image: painted for a window somewhat larger than the screen, and again only when the screen leaves it or its look changes. */
import type { Textures } from 'phaser';
import type { Board } from './board.ts';
import { paintMark, paintPlan } from './paint-plan.ts';
import type { Piece } from './pieces.ts';
import type { Setting } from './setting.ts';
import { type Sign, signOn } from './textures.ts';

export class PlanSheet {
  private readonly textures: Textures.TextureManager;
  private texture: Textures.CanvasTexture | null = null;
  private sign: Sign | null = null;
  private painted = '';
  private last: Setting | null = null;
  private marks: readonly Piece[] = [];
  private left = 0;
  private top = 0;
  private count = 0;

  constructor(textures: Textures.TextureManager) {
    this.textures = textures;
  }

  /** Puts the plan on the board, with the lines that some pieces lie along. */
  show(board: Board, pieces: readonly Piece[], setting: Setting): void {
    const { camera, size, ratio, look } = setting;
    const marks = pieces.filter(({ line }) => line !== null);
    // While only tokens move all of these are the very same.
    const isSame =
      this.last?.camera === camera &&
      this.last.size === size &&
      this.last.ratio === ratio &&
      this.last.look === look &&
      marks.every((mark, i) => mark === this.marks[i]) &&
      marks.length === this.marks.length;
    if (!isSame) this.fit(marks, setting);
    const { sign } = this;
    if (sign === null) return;
    const [x, y] = [(this.left - camera.left) * ratio, (this.top - camera.top) * ratio];
    board.put(sign, Math.round(x) + sign.width / 2, Math.round(y) + sign.height / 2);
  }

  /** The plan is painted anew the next time. */
  forget(): void {
    this.painted = '';
    this.last = null;
  }

  /** Paints the plan unless what is painted looks the same and reaches to every edge of the screen. */
  private fit(marks: readonly Piece[], setting: Setting): void {
    const { camera, size, ratio, look } = setting;
    this.last = setting;
    this.marks = marks;
    const margin = Math.round(Math.min(size.width, size.height) * (ratio > 1.5 ? 0.12 : 0.3));
    const [wide, high] = [size.width + 2 * margin, size.height + 2 * margin];
    const lines = marks.map(({ id, token }) => `${id} ${token.mark}`);
    const name = [look, ratio, camera.scale, wide, high, ...lines].join(' ');
    const [dx, dy] = [camera.left - this.left, camera.top - this.top];
    const isInside = dx >= 0 && dy >= 0 && dx <= 2 * margin && dy <= 2 * margin;
    if (name === this.painted && isInside) return;
    // On whole pixels, so that lines lie the same wherever the window does.
    this.left = Math.round(camera.left) - margin;
    this.top = Math.round(camera.top) - margin;
    this.painted = name;
    this.paint(marks, setting, wide, high);
  }

  private paint(marks: readonly Piece[], setting: Setting, width: number, height: number): void {
    const { ratio, ground, palette, camera } = setting;
    const [wide, high] = [Math.ceil(width * ratio), Math.ceil(height * ratio)];
    if (this.texture === null || this.texture.width !== wide || this.texture.height !== high) {
      const before = this.texture;
      this.count += 1;
      this.texture = this.textures.createCanvas(`plan ${this.count}`, wide, high);
      if (this.texture === null) throw new Error('No texture for the plan.');
      this.sign = signOn(this.texture, 0, 0, wide, high);
      if (before) this.textures.remove(before);
    }
    const { texture } = this;
    const ctx = texture.context;
    const window = { scale: camera.scale, left: this.left, top: this.top };
    paintPlan(ctx, ground, palette, window, { width, height, ratio });
    for (const { line, token } of marks) {
      if (line && token.mark) {
        ctx.setTransform(ratio, 0, 0, ratio, -this.left * ratio, -this.top * ratio);
        paintMark(ctx, token.mark, line, palette);
      }
    }
    texture.refresh();
  }
}
