/** Signs and labels painted on few large sheets, each once, so that all of them are drawn in one go. When too many have come since, they are begun anew. */
import type { Textures as PhaserTextures } from 'phaser';

/** A part of a texture that can be drawn: where it lies there, from 0 to 1 with up the other way round, and its size in dots. */
export interface Sign {
  readonly source: PhaserTextures.TextureSource;
  readonly u: number;
  readonly v: number;
  readonly du: number;
  readonly dv: number;
  readonly width: number;
  readonly height: number;
}

type Paint = (ctx: CanvasRenderingContext2D) => void;

/** What is asked of Phaser's textures. */
interface Manager {
  createCanvas(name: string, width: number, height: number): PhaserTextures.CanvasTexture | null;
  remove(sheet: PhaserTextures.CanvasTexture): unknown;
}

export class Textures {
  private readonly manager: Manager;
  private readonly signs = new Map<string, Sign>();
  private sheets: PhaserTextures.CanvasTexture[] = [];
  private readonly painted = new Set<PhaserTextures.CanvasTexture>();
  private look = '';
  private ratio = 1;
  private count = 0;
  /** Where the next sign goes on the last sheet, and how high its row is by now. */
  private pen = { x: 0, y: 0, row: 0 };
  private generation = 0;
  /** Sheets that the first drawing after a new beginning took; null until it is closed. */
  private needed: number | null = null;

  constructor(manager: Manager) {
    this.manager = manager;
  }

  /** Opens a drawing in that look: for another look all is painted anew. Answers a number that changes when no sign holds any longer. */
  begin(look: string, ratio: number): number {
    const most = (this.needed ?? 0) + MORE;
    if (look !== this.look || ratio !== this.ratio || this.sheets.length > most) this.forget();
    this.look = look;
    this.ratio = ratio;
    return this.generation;
  }

  /** A sign painted round its middle, that many CSS pixels wide and high. */
  sign(name: string, width: number, height: number, paint: Paint): Sign {
    return this.signs.get(name) ?? this.make(name, width, height, paint, true);
  }

  /** A label painted from its upper left corner. */
  label(name: string, width: number, height: number, paint: Paint): Sign {
    return this.signs.get(name) ?? this.make(name, width, height, paint, false);
  }

  /** Closes a drawing: what was painted goes to the graphics card. */
  end(): void {
    for (const sheet of this.painted) sheet.refresh();
    this.painted.clear();
    this.needed ??= this.sheets.length;
  }

  /** Everything is painted anew when it is next asked for. */
  forget(): void {
    this.generation += 1;
    for (const sheet of this.sheets) this.manager.remove(sheet);
    this.sheets = [];
    this.signs.clear();
    this.painted.clear();
    this.needed = null;
  }

  private make(name: string, width: number, height: number, paint: Paint, isCentred: boolean): Sign {
    const { ratio } = this;
    // An even number of dots: a middle on a whole dot keeps edges sharp.
    const wide = Math.ceil((width * ratio) / 2) * 2;
    const high = Math.ceil((height * ratio) / 2) * 2;
    const { sheet, x, y } = this.room(wide, high);
    const ctx = sheet.context;
    ctx.save();
    ctx.beginPath();
    ctx.rect(x, y, wide, high);
    ctx.clip();
    ctx.setTransform(ratio, 0, 0, ratio, isCentred ? x + wide / 2 : x, isCentred ? y + high / 2 : y);
    paint(ctx);
    ctx.restore();
    this.painted.add(sheet);
    const sign = signOn(sheet, x, y, wide, high);
    this.signs.set(name, sign);
    return sign;
  }

  /** Room in the row at hand, in the next one, or on a new sheet. */
  private room(wide: number, high: number) {
    const { pen } = this;
    const side = Math.ceil(SIDE * this.ratio);
    let sheet = this.sheets.at(-1);
    if (sheet && pen.x + wide + GAP > sheet.width) {
      pen.x = GAP;
      pen.y += pen.row + GAP;
      pen.row = 0;
    }
    if (sheet === undefined || pen.x + wide + GAP > sheet.width || pen.y + high + GAP > sheet.height) {
      // What is larger than a sheet has one of its own size.
      sheet = this.newSheet(Math.max(side, wide + 2 * GAP), Math.max(side, high + 2 * GAP));
      Object.assign(pen, { x: GAP, y: GAP, row: 0 });
    }
    const spot = { sheet, x: pen.x, y: pen.y };
    pen.x += wide + GAP;
    pen.row = Math.max(pen.row, high);
    return spot;
  }

  private newSheet(wide: number, high: number): PhaserTextures.CanvasTexture {
    this.count += 1;
    const sheet = this.manager.createCanvas(`signs ${this.count}`, wide, high);
    if (sheet === null) throw new Error('No sheet for signs.');
    this.sheets.push(sheet);
    return sheet;
  }
}

/** The part of a painted texture from that dot, so many dots wide and high. Throws if the texture has no source. */
export function signOn(
  texture: PhaserTextures.CanvasTexture,
  x: number,
  y: number,
  width: number,
  height: number,
): Sign {
  const source = texture.source[0];
  if (source === undefined) throw new Error('A texture without a source.');
  const { width: w, height: h } = texture;
  return { source, u: x / w, v: 1 - y / h, du: width / w, dv: -height / h, width, height };
}

/** Pixels of a sheet's side: a new sign sends the whole sheet to the graphics card, so it is not larger than some thirty labels need. */
const SIDE = 384;
/** Dots kept free round each sign, so that none shows at another's edge. */
const GAP = 2;
/** So many sheets beyond those that one drawing needs, and all are begun anew: however much it needs, the next one finds it painted. */
const MORE = 6;
