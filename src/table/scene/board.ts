/** All that is drawn of the table, as quads in the order they are put: one object for Phaser, one draw of the graphics card. */
import { BlendModes, GameObjects, type Renderer, type Scene } from 'phaser';
import type { Sign } from './textures.ts';

type Quads = Renderer.WebGL.RenderNodes.BatchHandlerQuad;

export class Board extends GameObjects.GameObject {
  readonly blendMode = BlendModes.SKIP_CHECK;
  private readonly signs: Sign[] = [];
  /** Four corners a quad, from the upper left clockwise: x and y of each in dots. */
  private corners = new Float32Array(8 * 256);
  private count = 0;
  private turn = 0;
  private cos = 1;
  private sin = 0;

  constructor(scene: Scene) {
    super(scene, 'Board');
    scene.add.existing(this);
  }

  /** Takes everything off. */
  clear(): void {
    this.count = 0;
  }

  /** Puts a sign with its middle there, in dots, turned by so many radians clockwise, in its own size unless told otherwise. */
  put(sign: Sign, x: number, y: number, turn = 0, width = sign.width, height = sign.height): void {
    const n = this.count * 8;
    if (n === this.corners.length) this.grow();
    if (turn !== this.turn) {
      this.turn = turn;
      this.cos = Math.cos(turn);
      this.sin = Math.sin(turn);
    }
    const { corners, cos, sin } = this;
    const ax = (cos * width) / 2;
    const ay = (sin * width) / 2;
    const bx = (-sin * height) / 2;
    const by = (cos * height) / 2;
    corners[n] = x - ax - bx;
    corners[n + 1] = y - ay - by;
    corners[n + 2] = x + ax - bx;
    corners[n + 3] = y + ay - by;
    corners[n + 4] = x + ax + bx;
    corners[n + 5] = y + ay + by;
    corners[n + 6] = x - ax + bx;
    corners[n + 7] = y - ay + by;
    this.signs[this.count] = sign;
    this.count += 1;
  }

  /** Called by Phaser at each step. */
  renderWebGL(
    renderer: Renderer.WebGL.WebGLRenderer,
    board: Board,
    context: Renderer.WebGL.DrawingContext,
  ): void {
    const quads = renderer.renderNodes.getNode('BatchHandlerQuad') as Quads;
    const { corners: c, count, signs } = board;
    for (let i = 0, n = 0; i < count; i++, n += 8) {
      const { source, u, v, du, dv } = signs[i] as Sign;
      if (source.glTexture === null) continue;
      quads.batch(
        context,
        source.glTexture,
        c[n] as number,
        c[n + 1] as number,
        c[n + 6] as number,
        c[n + 7] as number,
        c[n + 2] as number,
        c[n + 3] as number,
        c[n + 4] as number,
        c[n + 5] as number,
        u,
        v,
        du,
        dv,
        0,
        OPAQUE,
        OPAQUE,
        OPAQUE,
        OPAQUE,
        OPTIONS,
      );
    }
  }

  private grow(): void {
    const more = new Float32Array(this.corners.length * 2);
    more.set(this.corners);
    this.corners = more;
  }
}

/** The colours of the sign as they are. */
const OPAQUE = 0xffffffff;
const OPTIONS = { multiTexturing: true };
