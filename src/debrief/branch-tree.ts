/** A run and its second tries as a tree: where each parted from the one before, by what choice, and how it ended (SPEC DB9). */
import type { Entry, Opening } from '#exercise/entries.ts';
import type { Wording } from './wording.ts';

export interface TreeRun {
  readonly run: string;
  /** The run it grew from, by the same names; null for the first, or where that is not known. */
  readonly parent: string | null;
  readonly opening: Opening;
  readonly entries: readonly Entry[];
  readonly title: string;
  /** The ending's title; null while it goes on. */
  readonly ending: string | null;
}
export interface TreeNode {
  readonly run: string;
  readonly parent: string | null;
  /** When it parted: the moment of its first choice of its own; 0 for a first run. */
  readonly at: number;
  /** That choice, in the words of card or bar; the title where there is none yet. */
  readonly label: string;
  readonly ending: string | null;
}

/** Parents before children, children by the moment they parted, then by name. A parent that is not among the runs counts as none. */
export function branchTree(runs: readonly TreeRun[], words: Wording): readonly TreeNode[] {
  const known = new Set(runs.map(({ run }) => run));
  const nodes = runs.map((one): TreeNode => {
    const parent = one.parent !== null && known.has(one.parent) ? one.parent : null;
    const first = parent === null ? undefined : firstChoice(one);
    const label = first === undefined ? one.title : words.did(sourceOf(first.command));
    return { run: one.run, parent, at: first?.command.at ?? partedAt(one), label, ending: one.ending };
  });
  const under = (parent: string | null): readonly TreeNode[] =>
    nodes
      .filter((node) => node.parent === parent)
      .sort((a, b) => a.at - b.at || (a.run < b.run ? -1 : 1))
      .flatMap((node) => [node, ...under(node.run)]);
  return under(null);
}

type Choice = Extract<Entry['command'], { readonly kind: 'choose' | 'act' }>;

/** The first entry after those it shares in which a person chose something. */
function firstChoice({ opening, entries }: TreeRun): { readonly command: Choice } | undefined {
  for (const { seq, command } of entries) {
    if (seq > (opening.parent?.seq ?? 0) && (command.kind === 'choose' || command.kind === 'act'))
      return { command };
  }
  return undefined;
}
function sourceOf(command: Choice): Parameters<Wording['did']>[0] {
  if (command.kind === 'act') return { action: command.action };
  const { decision, visit, option } = command;
  return { decision, visit, option };
}
function partedAt({ opening, entries }: TreeRun): number {
  const shared = opening.parent?.seq ?? 0;
  return entries.findLast(({ seq }) => seq <= shared)?.command.at ?? 0;
}
