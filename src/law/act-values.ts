/** Lists of values that acts share or that are long: what the vocabulary (acts.ts) offers for a field. */

/** What somebody can choose not to do, or to do later. */
export const LEFT_UNDONE = [
  'aid',
  'claim',
  'report',
  'check',
  'reason',
  'child',
  'complaint',
  'exit',
  'update',
  'supervisor',
  'answer',
  'camera',
  'response',
  'release',
  'notice',
  'name',
  'help',
  'record',
  'intervention',
  'consulate',
  'copy',
];

/** What a stop or a charge was over: what the person did or how the person was. */
export const OVER = ['filming', 'words', 'complaint', 'looks', 'language'];
/** What an entry or a search rests on. */
export const PAPER = ['none', 'administrative', 'judicial'];

/** What one can take part in for another agency. */
export const ASSISTED = [
  'perimeter',
  'entry',
  'arrest',
  'search',
  'identify',
  'transport',
  'facility',
  'custody',
  'command',
];

/** What one can refuse another agency. */
export const DECLINED = [
  'perimeter',
  'entry',
  'arrest',
  'search',
  'identify',
  'information',
  'interpret',
  'transport',
  'facility',
  'custody',
  'stop-filming',
  'all-help',
];
