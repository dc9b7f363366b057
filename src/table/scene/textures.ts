/** Textures painted on 2D canvases: each made once, thrown away when it has not been drawn for a while. */
import type { Textures as PhaserTextures } from 'phaser';

type Paint = (ctx: CanvasRenderingContext2D) => void;

export class Textures {
  private readonly manager: PhaserTextures.TextureManager;
  private readonly known = new Map<string, number>();
  private look = '';
  private ratio = 1;
  private round = 0;
  private generation = 0;

  constructor(manager: PhaserTextures.TextureManager) {
    this.manager = manager;
  }

  /** Opens a drawing in that look: another look is painted under other names. */
  begin(look: string, ratio: number): void {
    this.look = look;
    this.ratio = ratio;
    this.round += 1;
  }

  /** A sign painted round its middle, that many CSS pixels wide and high. */
  sign(name: string, width: number, height: number, paint: Paint): string {
    return this.make(name, width, height, paint, true);
  }

  /** A sheet painted from its upper left corner. */
  sheet(name: string, width: number, height: number, paint: Paint): string {
    return this.make(name, width, height, paint, false);
  }

  /** Closes a drawing: what has long been out of use makes room. */
  end(): void {
    if (this.known.size <= MOST) return;
    for (const [key, round] of this.known) {
      if (round >= this.round - 1) continue;
      this.manager.remove(key);
      this.known.delete(key);
    }
  }

  /** Everything is painted anew, under new names. */
  forget(): void {
    this.generation += 1;
  }

  private make(name: string, width: number, height: number, paint: Paint, isCentred: boolean): string {
    const key = `${this.generation} ${this.look} ${name}`;
    const isKnown = this.known.has(key);
    this.known.set(key, this.round);
    if (isKnown) return key;
    // An even number of dots: a middle on a whole dot keeps edges sharp.
    const wide = Math.ceil((width * this.ratio) / 2) * 2;
    const high = Math.ceil((height * this.ratio) / 2) * 2;
    const texture = this.manager.createCanvas(key, wide, high);
    if (texture === null) throw new Error(`No texture for ${name}.`);
    const ctx = texture.context;
    if (isCentred) ctx.setTransform(this.ratio, 0, 0, this.ratio, wide / 2, high / 2);
    else ctx.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    paint(ctx);
    texture.refresh();
    return key;
  }
}

const MOST = 260;
