/** One Phaser game on one host, without a loop of its own: it draws when it is told to, and is gone when its closing has settled. */
import { Game, type Scene as PhaserScene, Scale, WEBGL } from 'phaser';

export interface OneGame {
  readonly scene: PhaserScene;
  readonly canvas: HTMLCanvasElement;
  resize(width: number, height: number): void;
  /** Draws once. */
  step(): void;
  /** The graphics card took the drawing away or gave it back; `gone` if it does not give it back within seconds. */
  onLost(tell: { lost(isLost: boolean): void; gone(cause: unknown): void }): void;
  close(): void;
}

/** Begins a game of that many dots. Rejects where WebGL cannot be had. */
export async function beginGame(host: HTMLElement, width: number, height: number): Promise<OneGame> {
  if (!hasWebGl()) throw new Error('This browser has no WebGL.');
  let game: Game | null = null;
  const scene = await new Promise<PhaserScene>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The scene did not start within ten seconds.')), 10_000);
    try {
      game = new Game({
        type: WEBGL,
        parent: host,
        width,
        height,
        banner: false,
        backgroundColor: '#000000',
        audio: { noAudio: true },
        input: { keyboard: false, mouse: false, touch: false, gamepad: false },
        disableContextMenu: false,
        autoFocus: false,
        transparent: true,
        scale: { mode: Scale.NONE, width, height },
        render: { antialias: true, antialiasGL: false, powerPreference: 'low-power' },
        scene: {
          // No clock, loader, tweens, lights or input of Phaser's: they would be asked at every step.
          plugins: [],
          create(this: PhaserScene) {
            clearTimeout(late);
            resolve(this);
          },
        },
      });
    } catch (cause) {
      clearTimeout(late);
      reject(cause);
    }
  });
  const made = game as Game | null;
  if (made === null) throw new Error('The scene did not start.');
  made.loop.sleep();
  const { canvas } = made;
  canvas.style.display = 'block';
  const off = new AbortController();
  return {
    scene,
    canvas,
    resize: (w, h) => made.scale.resize(w, h),
    // A step of Phaser's own would also ask its clocks, its input and its scale, of which the table uses none.
    step: () => {
      made.renderer.preRender();
      made.scene.render(made.renderer);
      made.renderer.postRender();
    },
    onLost: ({ lost, gone }) => {
      const { signal } = off;
      let wait: ReturnType<typeof setTimeout> | undefined;
      const late = () => gone(new Error('The graphics card took the drawing away.'));
      const takenAway = () => {
        lost(true);
        // A card that was only reset comes back at once.
        wait = setTimeout(late, 4_000);
      };
      const givenBack = () => {
        clearTimeout(wait);
        // After Phaser has put its own things back.
        setTimeout(() => signal.aborted || lost(false));
      };
      canvas.addEventListener('webglcontextlost', takenAway, { signal });
      canvas.addEventListener('webglcontextrestored', givenBack, { signal });
      signal.addEventListener('abort', () => clearTimeout(wait));
    },
    close: () => {
      off.abort();
      const gl = 'gl' in made.renderer ? made.renderer.gl : null;
      made.destroy(true);
      // With the loop asleep nobody else would come to carry it out.
      made.step(performance.now(), 0);
      gl?.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}

/** Dots to a CSS pixel; more than two and a half cost much and show little. */
export function dots(): number {
  return Math.min(2.5, Math.max(1, window.devicePixelRatio || 1));
}

function hasWebGl(): boolean {
  const probe = document.createElement('canvas');
  const gl = probe.getContext('webgl2') ?? probe.getContext('webgl');
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return gl !== null;
}
