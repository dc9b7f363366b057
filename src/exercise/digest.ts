import { hashOf } from '#language/canonical.ts';
import type { Exercise } from './exercise.ts';

/**
 * `sha256:<hex>` over the canonical JSON of the core state without `seq` (SPEC EX3).
 *
 * The entry carries its own `seq`; without it in the digest, one big advance and many small ones end in the same digest (EX4).
 */
export function digest(exercise: Exercise): string {
  return hashOf({ ...exercise, seq: undefined });
}
