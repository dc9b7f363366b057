/** What a file was most likely meant to be called. */

/** A name without what Windows hides (`.txt`) and what systems add to a copy; its end small and in full: `careful (1).YML` is `careful.yaml`. */
export function plainName(name: string): string {
  return name
    .replace(/\.txt$/i, '')
    .replace(/^(copy of|copia de) /i, '')
    .replace(/( ?\((copy|copia)?( ?\d+)?\)| - (copy|copia)( \(\d+\))?| copy( \d+)?)(?=\.[a-z])/i, '')
    .replace(/(\.ya?ml)+$/i, '.yaml')
    .replace(/\.tmj$/i, '.tmj');
}
