/** A text put in quotes as an author would write it. */

/** The text in double quotes; in single ones where it holds double quotes and no single ones. */
export function inQuotes(text: string): string {
  if (text.includes('"') && !text.includes("'")) return `'${text}'`;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
