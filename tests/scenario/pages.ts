/** Reads the pages of diagnostics: Markdown whose examples are tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { strayByte } from '#language/utf8.ts';

const FOLDERS = ['language', 'scenario'].map(
  (room) => new URL(`../../src/${room}/diagnostics/`, import.meta.url),
);

export interface Example {
  readonly kind: 'broken' | 'fixed' | 'given';
  /** Where the problem must be, counted from the first line of the example. */
  readonly line: number;
  readonly column: number;
  /** The file it is; null for sections of the base scenario. */
  readonly file: string | null;
  readonly text: string;
}
export interface Page {
  readonly file: string;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly text: string;
  readonly examples: readonly Example[];
}

/** Every page, in order of its code. */
export function readPages(): Page[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^[A-Z]{2}\d{4}.*\.md$/.test(name))
      .sort()
      .map((name) => readPage(name, readFileSync(new URL(name, folder), 'utf8'))),
  );
}

/** The scenario that examples replace sections of. */
const BASE = readFileSync(new URL('../../src/scenario/diagnostics/base.yaml', import.meta.url), 'utf8');

/**
 * The files of an example: sections with the same top-level key leave the base scenario, the example follows at its end; a named file
 * stands beside it. `shift` is how many lines stand before the example.
 */
export function filesOf(examples: readonly Example[]): { files: Map<string, string>; shift: number } {
  const sections = examples.filter((example) => example.file === null).map((example) => example.text);
  const keys = new Set(
    sections.flatMap((text) => [...text.matchAll(/^([A-Za-z]+):/gm)].map((match) => match[1])),
  );
  const kept = BASE.split(/^(?=[A-Za-z]+:)/m).filter((section) => !keys.has(/^[A-Za-z]+/.exec(section)?.[0]));
  const files = new Map([['base/scenario.yaml', kept.join('') + sections.join('')]]);
  for (const { file, text } of examples) if (file !== null) files.set(file, text);
  return { files, shift: kept.join('').split('\n').length - 1 };
}

/** A text as it stands on disk: a byte that is not UTF-8 stands in it as a lone surrogate (src/language/utf8.ts). */
export function bytesOf(text: string): Uint8Array {
  return Buffer.concat(
    text.split(/(?<![\ud800-\udbff])(?=[\udc80-\udcff])|(?<=[\udc80-\udcff])/).map((part) => {
      const byte = strayByte(part);
      return byte === null ? Buffer.from(part) : Buffer.of(byte);
    }),
  );
}

/** `\xFA` in an example stands for a byte that is not UTF-8. */
function withBytes(text: string): string {
  return text.replaceAll(/\\x([0-9A-F]{2})/g, (_, hex) =>
    String.fromCharCode(0xdc00 + Number.parseInt(hex, 16)),
  );
}

function readPage(file: string, text: string): Page {
  const examples = [
    ...text.matchAll(
      /^```(?:yaml|json) (broken|fixed|given)(?: (\d+):(\d+))?(?: file=(\S+))?( bytes)?\n([\s\S]*?)^```$/gm,
    ),
  ];
  return {
    file,
    code: /^# ([A-Z]{2}\d{4}) /.exec(text)?.[1] ?? '',
    severity: /^Severity: (\w+)$/m.exec(text)?.[1] ?? '',
    message: /^Message: (.+)$/m.exec(text)?.[1] ?? '',
    text,
    examples: examples.map(([, kind, line, column, name, bytes, body]) => ({
      kind: kind === 'broken' || kind === 'fixed' ? kind : 'given',
      line: Number(line ?? 0),
      column: Number(column ?? 0),
      file: name ?? null,
      text: bytes === undefined ? (body ?? '') : withBytes(body ?? ''),
    })),
  };
}
