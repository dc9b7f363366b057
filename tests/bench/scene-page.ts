/** Runs in the browser for the bench `scene`: the sand table with so many people on the way, beside plain Phaser sprites of the same number. */
import { Game, Scale, type Scene, WEBGL } from 'phaser';
import type { SeenToken } from '#exercise/view.ts';
import type { MapPlan } from '#scenario/map-plan.ts';
import { beginGame } from '#table/scene/game.ts';
import type { SceneWords } from '#table/scene/mount.ts';
import { Table } from '#table/scene/table.ts';
import { scene } from '#table/texts/en/scene.ts';

declare global {
  interface Window {
    measureScene: (map: MapPlan, people: number, frames: number) => Promise<Measured>;
  }
}
/** Milliseconds of script a frame, the middle of all frames. */
export interface Measured {
  readonly table: number;
  readonly plain: number;
}

window.measureScene = async (map, people, frames) => {
  const host = document.body.appendChild(document.createElement('div'));
  Object.assign(host.style, { width: '900px', height: '740px' });
  // In turns, so that whatever else the machine does falls on both.
  const [table, plain] = [await tableOf(host, map, people), await plainOf(people)];
  const times = { table: [] as number[], plain: [] as number[] };
  for (let i = 0; i < frames; i++) {
    for (const [kind, step] of [
      ['table', table.step],
      ['plain', plain.step],
    ] as const) {
      const since = performance.now();
      step(i);
      times[kind].push(performance.now() - since);
    }
    // The picture is drawn by software: let it catch up.
    await new Promise(requestAnimationFrame);
  }
  table.close();
  plain.close();
  host.remove();
  return { table: middle(times.table), plain: middle(times.plain) };
};

/** The product's own table, its people walking in groups of twenty-five from curb to curb, all names beside them. */
async function tableOf(host: HTMLElement, map: MapPlan, people: number) {
  const game = await beginGame(host, 900, 740);
  const rings: SceneWords['rings'] = { unknown: '', says: '', card: '', confirmed: '', refuted: '' };
  const words: SceneWords = { ...scene, rings };
  const options = { map, reducedMotion: false, night: true, words, onPick: () => {}, onBroke: () => {} };
  const table = new Table(host, game, options, 1);
  const handle = table.handle();
  const places = ['south-curb', 'family-curb', 'junction', 'path-gate', 'press-corner', 'bus-stop'];
  const groups = Math.ceil(people / 25);
  const tokens = Array.from({ length: groups }, (_, i): SeenToken => {
    const at = places[i % places.length] ?? '';
    const from = places[(i + 2) % places.length] ?? '';
    return {
      id: `group-${i}`,
      label: `Group ${i}`,
      kind: 'group',
      side: 'public',
      at,
      place: at,
      going: { from, since: 0, until: 1_000_000 + i },
      how: 'on their way',
      doing: 'walking',
      people: Math.min(25, people - i * 25),
      mark: null,
      you: false,
    };
  });
  const view = { tokens, place: null, known: [], callsign: '' };
  const step = (i: number) => {
    // A moment of its own each frame: everybody has moved.
    handle.show({ at: (i + 1) * 900, view, moving: false, speed: 1, jump: false });
    table.drawNow();
  };
  step(0);
  return { step, close: () => handle.close() };
}

/** What it is held against: so many sprites of one texture, each put somewhere else every frame. */
async function plainOf(people: number) {
  const parent = document.body.appendChild(document.createElement('div'));
  const ready = Promise.withResolvers<Scene>();
  const game = new Game({
    type: WEBGL,
    parent,
    width: 900,
    height: 740,
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
    step: (i: number) => {
      for (const [n, sprite] of sprites.entries()) sprite.setPosition((n * 37 + i) % 900, (n * 91 + i) % 740);
      game.step(performance.now(), 16);
    },
    close: () => {
      game.destroy(true);
      game.step(0, 0);
      parent.remove();
    },
  };
}

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
