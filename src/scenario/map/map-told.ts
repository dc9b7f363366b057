/** What is told of a map of Tiled: why it cannot be drawn, and what of it is left out, each with what to do in Tiled. */
import { nearest } from '#language/did-you-mean.ts';
import { isNumber, type Json, listOf, property, recordOf } from './map-json.ts';

/** One problem; where it stands in the map is in its words. */
export interface MapProblem {
  readonly code: 'MP0002' | 'MP0003' | 'MP0004' | 'MP0104' | 'MP0105' | 'MP0106';
  readonly message: string;
  readonly repair: string;
}

/** The layers that are read, by name. Those that are drawn look otherwise when they are hidden, tinted or moved by parallax. */
export const LAYERS = [
  'roads',
  'lots',
  'buildings',
  'curtilage',
  'places',
  'routes',
  'exits',
  'gather',
  'labels',
];
const DRAWN = new Set(['roads', 'lots', 'buildings', 'curtilage', 'labels']);

/** A layer by its kind and name. */
export function layerNamed(layer: Json): string {
  return typeof layer.name === 'string' && layer.name !== ''
    ? `the layer \`${layer.name}\``
    : 'a layer without a name';
}

/** An object by its number, name and layer: how Tiled lists it. */
export function objectNamed(object: Json | null, layer: string): string {
  const id = isNumber(object?.id) ? ` ${object.id}` : '';
  const name = typeof object?.name === 'string' && object.name !== '' ? ` \`${object.name}\`` : '';
  return `Object${id}${name} in the layer \`${layer}\``;
}

/** Why nothing of the map can be drawn: it is no orthogonal map. */
export function noMap(map: Json | null, text: string): MapProblem {
  const repair = 'Save it from Tiled 1.10 or later as JSON (.tmj).';
  if (map === null && /^\s*</.test(text)) {
    return {
      code: 'MP0002',
      message: 'This map is saved as XML, not as JSON.',
      repair: 'In Tiled, choose File > Export As and save it as a JSON map file (.tmj).',
    };
  }
  if (map === null) return { code: 'MP0002', message: 'This is not JSON, or it is much too long.', repair };
  if (map.type !== 'map') return { code: 'MP0002', message: 'This is not a Tiled map.', repair };
  return {
    code: 'MP0002',
    message: `The map is ${String(map.orientation)}, but only an orthogonal map is drawn.`,
    repair:
      'In Tiled, choose Map > Map Properties and set Orientation to Orthogonal. Then place the objects again.',
  };
}

/** What is wrong with the scale of a map. */
export function noScale(map: Json): MapProblem {
  const written = property(map, 'metresPerPixel');
  const names = listOf(map.properties).map((one) => String(recordOf(one)?.name));
  const near = nearest(
    'metresPerPixel',
    names.filter((name) => name !== 'metresPerPixel'),
  );
  const other = near === null ? '' : ` It has \`${near}\`.`;
  const message =
    written === undefined
      ? `The map does not say how many meters a pixel is.${other}`
      : "The map's `metresPerPixel` is not a number above 0.";
  return {
    code: 'MP0003',
    message,
    repair: 'Give the map the property `metresPerPixel`, of type float: 0.1, for example.',
  };
}

/** What is wrong with the size of a map; `most` in pixels. */
export function noSize(map: Json, most: number): MapProblem {
  const tiles = `${JSON.stringify(map.width) ?? '?'} × ${JSON.stringify(map.height) ?? '?'} tiles of ${JSON.stringify(map.tilewidth) ?? '?'} × ${JSON.stringify(map.tileheight) ?? '?'} pixels`;
  const repair =
    map.infinite === true
      ? 'In Tiled, choose Map > Map Properties and clear Infinite. Then set a size under Map > Resize Map.'
      : `In Tiled, choose Map > Resize Map: whole tiles, at least 1 and at most ${most} pixels each way.`;
  return { code: 'MP0004', message: `The map has no size that can be drawn: ${tiles}.`, repair };
}

/** What of the map as a whole is not used. */
export function unusedOfMap(map: Json): readonly MapProblem[] {
  const told: MapProblem[] = [];
  const tell = (message: string, repair: string) => told.push({ code: 'MP0106', message, repair });
  if (map.infinite === true)
    tell(
      `The map is infinite; it is drawn as if it were ${String(map.width)} × ${String(map.height)} tiles in size.`,
      'In Tiled, choose Map > Map Properties and clear Infinite.',
    );
  if (listOf(map.tilesets).length > 0)
    tell(
      'The map’s tilesets are not used: no tiles are drawn.',
      'Remove them from the map: only the objects of its layers are drawn.',
    );
  if (typeof map.backgroundcolor === 'string')
    tell('The map’s background color is not used.', 'Clear Background Color under Map > Map Properties.');
  return told;
}

/** What of a layer is not used; `isRead` where its objects are. */
export function unusedOfLayer(layer: Json, isRead: boolean): readonly MapProblem[] {
  const told: MapProblem[] = [];
  const name = typeof layer.name === 'string' ? layer.name : '';
  if (layer.type !== 'group' && !isRead) told.push(unreadLayer(layer, name));
  const counts = layer.type === 'group' || (isRead && DRAWN.has(name));
  if (!counts) return told;
  const tell = (what: string, repair: string) =>
    told.push({ code: 'MP0106', message: `${capital(layerNamed(layer))} ${what}.`, repair });
  if (layer.visible === false) tell('is hidden in Tiled, but is drawn anyway', 'Show it, or remove it.');
  if (isNumber(layer.opacity) && layer.opacity !== 1)
    tell('is drawn fully opaque', 'Set its opacity to 100%.');
  if (typeof layer.tintcolor === 'string') tell('is drawn without its tint', 'Clear its tint color.');
  const parallax = [layer.parallaxx, layer.parallaxy].some((one) => isNumber(one) && one !== 1);
  if (parallax) tell('is drawn without parallax', 'Set its parallax factor to 1, 1.');
  return told;
}

function unreadLayer(layer: Json, name: string): MapProblem {
  if (layer.type !== 'objectgroup') {
    const kind =
      { tilelayer: 'a tile layer', imagelayer: 'an image layer' }[String(layer.type)] ??
      'not a layer of objects';
    return {
      code: 'MP0104',
      message: `Nothing in ${layerNamed(layer)} is drawn: it is ${kind}.`,
      repair: 'Draw it as objects in `roads`, `lots`, `buildings`, `curtilage` or `labels`.',
    };
  }
  const near = nearest(name, LAYERS);
  const repair =
    near === null
      ? `Name it one of: ${LAYERS.join(', ')}; or remove the layer.`
      : `Did you mean \`${near}\`?`;
  return { code: 'MP0104', message: `Nothing in ${layerNamed(layer)} is used.`, repair };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
