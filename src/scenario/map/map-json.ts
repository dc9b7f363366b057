/** What stands in a map's JSON, whatever it is. Nothing here throws. */

export type Json = Readonly<Record<string, unknown>>;

/** The value of a JSON text, with a byte order mark or without; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

export function recordOf(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** A number above zero, else 0. */
export function size(value: unknown): number {
  return isNumber(value) && value > 0 ? value : 0;
}

/** A custom property of a map, a layer or an object; undefined where it is not there. */
export function property(of: Json, name: string): unknown {
  return recordOf(listOf(of.properties).find((one) => recordOf(one)?.name === name))?.value;
}

/** To a hundredth of a pixel, so that sines of other machines give the same plan. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
