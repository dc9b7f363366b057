/**
 * Brings in of Phaser what the sand table draws with: a Vite plugin that puts those modules of its source in the place of the one file that
 * Phaser ships, which cannot be shaken. Less to load, and a third of the time in which the page answers nobody while it is begun.
 */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** As the build names its modules: node_modules may be a link. */
const SOURCE = realpathSync(join(import.meta.dirname, '../../../node_modules/phaser/src'));
/** Rollup's mark for modules that are no files. */
const MODULE = '\0phaser';

/** In the order of Phaser's own build: some of them require each other in a round. */
const FIRST = [
  'animations/index',
  'renderer/BlendModes',
  'cache/index',
  'cameras/2d/index',
  'core/index',
  'events/index',
  'core/Game',
  'gameobjects/DisplayList',
  'gameobjects/GameObjectCreator',
  'gameobjects/GameObjectFactory',
  'gameobjects/UpdateList',
  'gameobjects/GameObject',
  'renderer/index',
  'scene/ScenePlugin',
];
/** What Phaser's own builds switch on and off: WebGL alone, no sound (Howler's), nothing for finding faults in it. */
const FLAGS: Readonly<Record<string, boolean>> = {
  WEBGL_RENDERER: true,
  CANVAS_RENDERER: false,
  FEATURE_SOUND: false,
  PLUGIN_FBINSTANT: false,
  WEBGL_DEBUG: false,
};

/** It listens to the page for as long as that lives, one listener more for each game, and nothing of the table asks what it tells. */
const LEFT_OUT = join(SOURCE, 'core/VisibilityHandler.js');

/** The plugin. A name of Phaser that is not given here stops the build: it is added below. */
export function phaserPlugin(): Plugin {
  return {
    name: 'deconflict-phaser',
    enforce: 'pre',
    resolveId: (id) => (id === 'phaser' ? MODULE : undefined),
    load(id) {
      if (id === LEFT_OUT) return 'module.exports = function () {};';
      if (id !== MODULE) return undefined;
      const of = (module: string) => JSON.stringify(join(SOURCE, `${module}.js`));
      return [
        ...FIRST.map((module) => `import ${of(module)};`),
        `import GameObject from ${of('gameobjects/GameObject')};`,
        `import consts from ${of('const')};`,
        'export const GameObjects = { GameObject };',
        'export const WEBGL = consts.WEBGL;',
        `export { default as Game } from ${of('core/Game')};`,
        `export { default as Scale } from ${of('scale/const/index')};`,
        `export { default as BlendModes } from ${of('renderer/BlendModes')};`,
      ].join('\n');
    },
    transform(code, id) {
      if (!id.startsWith(SOURCE)) return undefined;
      const lean = code.replaceAll(/\btypeof ([A-Z_]+)\b/g, (all, flag: string) =>
        String(FLAGS[flag] ?? all),
      );
      return { code: lean };
    },
  };
}
