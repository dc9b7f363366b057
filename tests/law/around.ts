/** A law of two layers and one pack, into which one file is put, or from which it is left out. */
import { authority } from './small-law.ts';

export function around(file: string, text: string | null): Map<string, string> {
  const gives = 'gives: { jurisdiction: commended }, by: [statute], because: B., title: T.';
  const files = new Map([
    ['law/authorities.yaml', `format: 1\nauthorities:\n${authority('statute')}\n`],
    [
      'law/layers/base.yaml',
      `format: 1\nid: base\ntitle: Base\nrules:\n  - { id: lane, of: decline, ${gives} }\n  - { id: obstructed, of: obstruct, ${gives}, supreme: true }\n`,
    ],
    ['law/layers/upper.yaml', 'format: 1\nid: upper\ntitle: Upper\n'],
    [
      'law/packs.yaml',
      'format: 1\npacks:\n  - { id: one, title: One, place: P, words: plain, layers: [base, upper], review: R. }\n',
    ],
  ]);
  if (text === null) files.delete(file);
  else files.set(file, text);
  return files;
}
