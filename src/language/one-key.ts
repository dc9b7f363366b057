/** A word written where an object with one key is wanted, as the object that was meant (SPEC LG13). */
import { z } from 'zod';
import { keysOf } from './schema-keys.ts';

type Schema = z.core.$ZodType;

/**
 * `explain` as `{ explain: {} }` where any name may be the key, `go: home` as `{ go: home }`, `home` as `{ go: home }` where several keys
 * take such a word and `go` is one of them, else as the first that does. Null where none of these fits.
 */
export function oneKey(word: string, schemas: readonly Schema[]): string | null {
  const keys = keysOf(schemas);
  const [, key = '', value = ''] = /^([\w-]+): +(.+)$/.exec(word) ?? [];
  if (keys.has(key)) return `{ ${key}: ${value} }`;
  if (!/^[a-z][a-z0-9-]*$/.test(word)) return null;
  const takes = (object: object) => schemas.some((one) => z.core.safeParse(one, object).success);
  const [first] = ['go', ...keys].filter((one) => keys.has(one) && takes({ [one]: word }));
  if (first !== undefined) return `{ ${first}: ${word} }`;
  return takes({ [word]: {} }) ? `{ ${word}: {} }` : null;
}
