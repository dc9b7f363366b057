/**
 * A third language of the page, made by this script: every English text longer by 40 % and more in its words, and run from right to left, as
 * Android's `ar-XB` does. It is put into a copy of the source as any language would be: one folder and one line. The copy is then built.
 */
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runNode } from './served.ts';

/** Its tag, and its name as a reader is offered it. */
export const PSEUDO = { tag: 'ar-xb', name: 'Pseudo' } as const;

/** The tables a language has, each with what it exports. */
const TABLES = ['shell', 'desk', 'guide', 'parts', 'author'] as const;
const LINE_BEFORE = "  es: { name: 'Español' },\n";

/** Copies the source into `folder` with the language in it, and builds the page there. @returns Where the built page is. */
export async function buildWithPseudo(folder: string): Promise<string> {
  cpSync(join(ROOT, 'src'), join(folder, 'src'), { recursive: true });
  for (const name of ['package.json', 'vite.config.ts', 'tsconfig.json'])
    cpSync(join(ROOT, name), join(folder, name));
  for (const name of ['node_modules', 'scenarios', 'assets'])
    symlinkSync(join(ROOT, name), join(folder, name));
  const words = join(folder, 'src/table/words');
  mkdirSync(join(words, PSEUDO.tag));
  for (const table of TABLES) {
    const text = `import { ${table} as english } from '../en/${table}.ts';\nimport { pseudo } from './pseudo.ts';\n\nexport const ${table}: typeof english = pseudo(english);\n`;
    writeFileSync(join(words, PSEUDO.tag, `${table}.ts`), text);
  }
  writeFileSync(
    join(words, PSEUDO.tag, 'pseudo.ts'),
    readFileSync(join(import.meta.dirname, 'pseudo-text.ts')),
  );
  const list = join(words, 'languages.ts');
  const lines = readFileSync(list, 'utf8');
  if (!lines.includes(LINE_BEFORE)) throw new Error('The list of languages has no line for Spanish.');
  const line = `  '${PSEUDO.tag}': { name: '${PSEUDO.name}', direction: 'rtl' },\n`;
  writeFileSync(list, lines.replace(LINE_BEFORE, `${LINE_BEFORE}${line}`));
  await runNode([
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    join(folder, 'vite.config.ts'),
    '--logLevel',
    'error',
  ]);
  return join(folder, 'dist');
}
