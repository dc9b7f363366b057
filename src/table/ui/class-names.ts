/** Joins the class names that are there; an absent or false one is left out. */
export function cx(...names: readonly (string | undefined | false | null)[]): string {
  return names.filter(Boolean).join(' ');
}
