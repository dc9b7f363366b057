/**
 * The sounds that a line or an effect can name: the one list that authors write from and the table has recordings or sketches for.
 *
 * `call-207` is the radio call of the flagship; all else is a sound of the scene.
 */
export const SOUNDS = [
  'call-207',
  'van-door',
  'crash',
  'ram',
  'spray',
  'siren',
  'siren-far',
  'engine-idle',
  'engine-drive',
  'shout',
  'glass',
  'horn',
] as const;
