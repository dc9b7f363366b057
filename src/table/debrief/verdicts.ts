/** How a finding reads at a glance: its word, its sign, whether it asks for something better. Never by colour alone. */
import type { Finding } from '#law/findings.ts';
import type { DeskTexts } from '#table/words/en/desk.ts';

/** `breach` graver than `lapse`; `kept` for duties met and merits; `plain` for what was merely permitted. */
export type Tone = 'breach' | 'lapse' | 'kept' | 'plain';

/** The tone of a finding, from its verdict. */
export function toneOf(finding: Finding): Tone {
  if (finding.grave || finding.verdict === 'forbidden') return 'breach';
  if (finding.verdict === 'discouraged') return 'lapse';
  return finding.verdict === 'permitted' ? 'plain' : 'kept';
}

/** `duty missed`, `forbidden`, `commended` …, with `grave` before it where it is. */
export function verdictWord(desk: DeskTexts, { on, verdict, grave }: Finding): string {
  const word = 'duty' in on ? desk.duties[on.outcome] : desk.verdicts[verdict];
  return grave ? `${desk.grave}, ${word}` : word;
}

/** The icon that stands beside the word. */
export function verdictIcon(finding: Finding): string {
  const tone = toneOf(finding);
  if (finding.grave) return 'grave';
  if ('duty' in finding.on && finding.on.outcome === 'late') return 'late';
  if (tone === 'breach') return 'missed';
  if (tone === 'lapse') return 'unsound';
  return tone === 'kept' ? 'kept' : 'not-exercised';
}

/** Whether a reader should look at it first. */
export function toImprove(finding: Finding): boolean {
  const tone = toneOf(finding);
  return tone === 'breach' || tone === 'lapse';
}
