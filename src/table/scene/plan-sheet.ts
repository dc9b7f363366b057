/** The plan as one image: painted for a window somewhat larger than the screen, and again only when the screen leaves it or its look changes. */
import type { GameObjects, Scene, Textures } from 'phaser';
import { paintMark, paintPlan } from './paint-plan.ts';
import type { Piece } from './pieces.ts';
import type { Setting } from './stage.ts';

export class PlanSheet {
  private readonly scene: Scene;
  private texture: Textures.CanvasTexture | null = null;
  private image: GameObjects.Image | null = null;
  private painted = '';
  private left = 0;
  private top = 0;
  private count = 0;

  constructor(scene: Scene) {
    this.scene = scene;
  }

  show(pieces: readonly Piece[], setting: Setting): void {
    const { camera, size, ratio, look } = setting;
    const margin = Math.round(Math.min(size.width, size.height) * (ratio > 1.5 ? 0.12 : 0.3));
    const [wide, high] = [size.width + 2 * margin, size.height + 2 * margin];
    const marks = pieces.filter(({ line }) => line !== null);
    const name = [
      look,
      ratio,
      camera.scale,
      wide,
      high,
      ...marks.map(({ id, token }) => `${id} ${token.mark}`),
    ].join(' ');
    const [dx, dy] = [camera.left - this.left, camera.top - this.top];
    const isInside = dx >= 0 && dy >= 0 && dx <= 2 * margin && dy <= 2 * margin;
    if (name !== this.painted || !isInside) {
      // On whole pixels, so that lines lie the same wherever the window does.
      this.left = Math.round(camera.left) - margin;
      this.top = Math.round(camera.top) - margin;
      this.painted = name;
      this.paint(marks, setting, wide, high);
    }
    this.image?.setPosition(
      Math.round((this.left - camera.left) * ratio),
      Math.round((this.top - camera.top) * ratio),
    );
  }

  forget(): void {
    this.painted = '';
  }

  private paint(marks: readonly Piece[], setting: Setting, width: number, height: number): void {
    const { ratio, ground, palette, camera } = setting;
    const [wide, high] = [Math.ceil(width * ratio), Math.ceil(height * ratio)];
    if (this.texture === null || this.texture.width !== wide || this.texture.height !== high) {
      const before = this.texture;
      this.count += 1;
      this.texture = this.scene.textures.createCanvas(`plan ${this.count}`, wide, high);
      if (this.texture === null) throw new Error('No texture for the plan.');
      if (this.image) this.image.setTexture(this.texture.key);
      else this.image = this.scene.add.image(0, 0, this.texture.key).setOrigin(0, 0).setDepth(0);
      if (before) this.scene.textures.remove(before);
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
