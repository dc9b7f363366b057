/** Runs in the browser for the bench `scene`: the sand table with so many people on the way, beside plain Phaser sprites of the same number. */
import { Game, Scale, type Scene, WEBGL } from 'phaser';
import type { SeenToken } from '#exercise/view.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import { beginGame } from '#table/scene/game.ts';
import type { SceneWords } from '#table/scene/mount.ts';
import { Table } from '#table/scene/table.ts';
import { scene } from '#table/words/en/scene.ts';

declare global {
  interface Window {
    measureScene: (map: MapPlan, people: number, rounds: number, frames: number) => Promise<Measured>;
  }
}
/** What a frame costs. */
export interface Cost {
  /** Milliseconds of script, the mean of each round: everything in it counts, also placing labels and collecting garbage. */
  readonly rounds: readonly number[];
  /** The middle of all single frames, in milliseconds. */
  readonly middle: number;
  /** Asked of the graphics card at each frame, on average: draws, textures bound, textures uploaded. */
  readonly draws: number;
  readonly binds: number;
  readonly uploads: number;
}
export interface Measured {
  readonly table: Cost;
  readonly plain: Cost;
}

const SIZE = { width: 900, height: 740 };
/** Exercise time goes on this much faster than real time, as fast as the desk lets it. */
const SPEED = 4;
const FRAME_MS = 1000 / 60;

window.measureScene = async (map, people, rounds, frames) => {
  const host = document.body.appendChild(document.createElement('div'));
  Object.assign(host.style, { width: `${SIZE.width}px`, height: `${SIZE.height}px`, position: 'absolute' });
  const game = await beginGame(host, SIZE.width, SIZE.height);
  const plain = await plainOf(people);
  const chances = takeChances();
  // All of them are on their way from the first frame to the last.
  const until = (rounds + 3) * frames * FRAME_MS * SPEED;
  const table = tableOf(host, game, map, people, until, chances.run);
  const kinds = [table, plain].map((one) => ({ ...one, at: 0, means: [] as number[], all: [] as number[] }));
  for (let round = 0; round <= rounds; round++) {
    // In turns, so that whatever else the machine does falls on both.
    for (const one of round % 2 === 0 ? kinds : kinds.toReversed()) {
      const times: number[] = [];
      for (let i = 0; i < frames; i++) {
        const since = performance.now();
        one.step(one.at);
        times.push(performance.now() - since);
        one.at += 1;
        // The picture is drawn by software: let it catch up.
        await chances.pause();
      }
      // The first round warms up.
      if (round === 0) continue;
      one.means.push(times.reduce((sum, time) => sum + time, 0) / frames);
      one.all.push(...times);
    }
  }
  const costs = kinds.map((one) => ({ rounds: one.means, middle: middle(one.all), ...counted(one, frames) }));
  chances.giveBack();
  for (const one of kinds) one.close();
  host.remove();
  const [ours, theirs] = costs;
  if (!ours || !theirs) throw new Error('Nothing was measured.');
  return { table: ours, plain: theirs };
};

interface Drawn {
  readonly canvas: HTMLCanvasElement;
  readonly step: (i: number) => void;
  readonly close: () => void;
}

/** The product's own table, its people walking in groups of twenty-five from curb to curb, all names beside them. */
function tableOf(
  host: HTMLElement,
  game: Awaited<ReturnType<typeof beginGame>>,
  map: MapPlan,
  people: number,
  until: number,
  draw: () => void,
): Drawn {
  const rings: SceneWords['rings'] = { unknown: '', says: '', card: '', confirmed: '', refuted: '' };
  const words: SceneWords = { ...scene, rings };
  const onBroke = (cause: unknown) => {
    throw cause;
  };
  const options = { map, reducedMotion: false, night: true, words, onPick: () => {}, onBroke };
  const handle = new Table(host, game, options, 1).handle();
  const places = ['south-curb', 'family-curb', 'junction', 'path-gate', 'press-corner', 'bus-stop'];
  const tokens = Array.from({ length: Math.ceil(people / 25) }, (_, i): SeenToken => {
    const at = places[i % places.length] ?? '';
    const from = places[(i + 2) % places.length] ?? '';
    return {
      id: `group-${i}`,
      label: `Group ${i}`,
      kind: 'group',
      side: 'public',
      at,
      place: at,
      going: { from, since: 0, until: until + i },
      how: 'on their way',
      doing: 'walking',
      people: Math.min(25, people - i * 25),
      mark: null,
      you: false,
    };
  });
  const view = { tokens, place: null, known: [], callsign: '' };
  return {
    canvas: game.canvas,
    step: (i) => {
      // The desk tells it the time; at its next chance it draws. Both count.
      handle.show({ at: i * FRAME_MS * SPEED, view, moving: true, speed: SPEED, jump: false });
      draw();
    },
    close: () => void handle.close(),
  };
}

/** What it is held against: so many sprites of one texture, each put somewhere else every frame. */
async function plainOf(people: number): Promise<Drawn> {
  const parent = document.body.appendChild(document.createElement('div'));
  Object.assign(parent.style, { position: 'absolute' });
  const ready = Promise.withResolvers<Scene>();
  const game = new Game({
    type: WEBGL,
    parent,
    ...SIZE,
    banner: false,
    audio: { noAudio: true },
    scale: { mode: Scale.NONE },
    render: { antialiasGL: false },
    scene: {
      create(this: Scene) {
        ready.resolve(this);
      },
    },
  });
  const made = await ready.promise;
  game.loop.sleep();
  const dot = made.textures.createCanvas('dot', 20, 20);
  dot?.context.fillRect(4, 4, 12, 12);
  dot?.refresh();
  const sprites = Array.from({ length: people }, () => made.add.sprite(0, 0, 'dot'));
  return {
    canvas: game.canvas,
    step: (i) => {
      for (const [n, sprite] of sprites.entries()) {
        sprite.setPosition((n * 37 + i) % SIZE.width, (n * 91 + i) % SIZE.height);
      }
      game.step(performance.now(), FRAME_MS);
    },
    close: () => {
      game.destroy(true);
      game.step(0, 0);
      parent.remove();
    },
  };
}

/** Takes the page's chances to draw into the hand: they are run when told, so that they can be timed. */
function takeChances() {
  const { requestAnimationFrame: ask, cancelAnimationFrame: cancel } = window;
  let waiting = new Map<number, FrameRequestCallback>();
  let count = 0;
  window.requestAnimationFrame = (callback) => {
    count += 1;
    waiting.set(count, callback);
    return count;
  };
  window.cancelAnimationFrame = (id) => void waiting.delete(id);
  return {
    run: () => {
      const now = waiting;
      waiting = new Map();
      for (const callback of now.values()) callback(performance.now());
    },
    pause: () => new Promise<number>((resolve) => ask.call(window, resolve)),
    giveBack: () => Object.assign(window, { requestAnimationFrame: ask, cancelAnimationFrame: cancel }),
  };
}

/** A round more, untimed, with the graphics card's doors watched. */
function counted(one: Drawn & { at: number }, frames: number): Pick<Cost, 'draws' | 'binds' | 'uploads'> {
  const gl = one.canvas.getContext('webgl2') ?? one.canvas.getContext('webgl');
  if (gl === null) throw new Error('The canvas is not drawn with WebGL.');
  const counts = { draws: 0, binds: 0, uploads: 0 };
  const doors = {
    drawElements: 'draws',
    drawArrays: 'draws',
    bindTexture: 'binds',
    texImage2D: 'uploads',
    texSubImage2D: 'uploads',
  } as const;
  for (const [door, kind] of Object.entries(doors)) {
    const plain: unknown = Reflect.get(gl, door);
    if (typeof plain !== 'function') continue;
    const watched = (...given: unknown[]) => {
      counts[kind] += 1;
      return Reflect.apply(plain, gl, given);
    };
    Object.defineProperty(gl, door, { value: watched, configurable: true });
  }
  for (let i = 0; i < frames; i++) one.step(one.at++);
  for (const door of Object.keys(doors)) Reflect.deleteProperty(gl, door);
  return { draws: counts.draws / frames, binds: counts.binds / frames, uploads: counts.uploads / frames };
}

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
