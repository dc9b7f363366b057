/** Every source file with its text, and what it imports: the material of the house tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** The root of the repository. */
export const ROOT = join(import.meta.dirname, '../..');

/** Files below `folder` whose name ends as asked, relative to it with forward slashes, in code-point order. */
export function filesBelow(folder: string, ends: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => ends.test(file))
    .sort();
}

/** The text of a file, by its path from the root. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The code of a file without its comments, and with its strings emptied where `strings` is false. */
export function codeOf(text: string, strings = true): string {
  const pieces = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
  return text.replace(pieces, (piece) => {
    if (piece.startsWith('/')) return ' ';
    return strings ? piece : "''";
  });
}

/** What a file of `src` imports: rooms as `room/file.ts`, packages by name; styles too, and what a style sheet composes. */
export function importsOf(file: string, text: string): string[] {
  if (file.endsWith('.css')) {
    const from = /\bcomposes:[^;]*\bfrom\s+['"]([^'"]+)['"]|@import\s+(?:url\()?['"]([^'"]+)['"]/g;
    return [...codeOf(text).matchAll(from)].map((m) => target(file, m[1] ?? m[2] ?? ''));
  }
  const statement =
    /^\s*(?:import|export)\s[^'"`;()]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  const specs = [...codeOf(text).matchAll(statement)].map((m) => m[1] ?? m[2] ?? m[3] ?? '');
  return specs.map((spec) => target(file, spec));
}

function target(file: string, spec: string): string {
  const plain = spec.replace(/\?.*$/, '');
  if (plain.startsWith('#')) return plain.slice(1);
  if (plain.startsWith('.')) return posix.normalize(posix.join(dirname(file), plain));
  if (plain.startsWith('node:')) return plain;
  return plain
    .split('/')
    .slice(0, plain.startsWith('@') ? 2 : 1)
    .join('/');
}
