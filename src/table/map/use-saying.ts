/** The desk's words together with the measure of the reader's locale. */
import { useMemo } from 'react';
import { unitsOf } from '../ground/bearings.ts';
import { useDesk } from '../words/desk-words.ts';
import type { Saying } from './where-words.ts';

/** Feet or metres go by the browser's own locale: a Spanish reader in Los Angeles still paces in feet. */
export function useSaying(): Saying {
  const { play, ground } = useDesk();
  return useMemo(() => ({ t: play, g: ground, units: unitsOf(navigator.language) }), [play, ground]);
}
