/** Whether what a layer suspends may be suspended, and whether something takes its place (SPEC LW8). */
import type { Duty, Layer, Rule } from './pack.ts';
import type { Site } from './site.ts';
import { AXES, type Axis } from './trace.ts';

/**
 * Reports suspensions of rules that do not exist, are supreme, or are the layer's own; warns where the layer has nothing in place of
 * what it lifts: a rule on one of the same acts (or a duty met by one) that speaks on every axis the lifted one spoke on.
 */
export function checkSuspensions(
  read: readonly { readonly site: Site; readonly layer: Layer }[],
  layers: Readonly<Record<string, Layer>>,
): void {
  const all = Object.values(layers).flatMap((layer) => [...layer.rules, ...layer.duties]);
  for (const { site, layer } of read) {
    for (const [index, suspension] of layer.suspends.entries()) {
      const at = site.into('suspends', index, 'rule');
      const lifted = all.find((item) => item.id === suspension.rule);
      if (lifted === undefined) {
        at.unknown(
          'LW0401',
          'rule or duty',
          suspension.rule,
          all.map((item) => item.id),
        );
        continue;
      }
      if (lifted.id.startsWith(`${layer.id}/`)) {
        at.error('LW0402', 'A layer cannot suspend its own rule.', 'Change or remove the rule itself.');
      }
      if (lifted.supreme) {
        const message = `\`${lifted.id}\` is supreme: no layer can suspend it.`;
        at.error('LW0403', message, 'Remove the suspension; a layer cannot lift federal supremacy.');
      }
      const silent = AXES.filter((axis) => speaksOn(lifted, axis) && !isReplaced(lifted, axis, layer));
      if (silent.length > 0) {
        const message = `Nothing in this layer takes the place of \`${lifted.id}\` on ${silent.join(', ')}.`;
        at.warning(
          'LW0404',
          message,
          'Write a rule for the same act in this layer, such as a rule that gives `permitted`.',
        );
      }
    }
  }
}

function isReplaced(lifted: Rule | Duty, axis: Axis, layer: Layer): boolean {
  const kinds = kindsOf(lifted);
  return [...layer.rules, ...layer.duties].some(
    (item) => speaksOn(item, axis) && kindsOf(item).some((kind) => kinds.includes(kind)),
  );
}

function speaksOn(item: Rule | Duty, axis: Axis): boolean {
  const verdicts = 'gives' in item ? [item.gives] : [item.met, item.late ?? {}, item.missed];
  return verdicts.some((given) => given[axis] !== undefined);
}

function kindsOf(item: Rule | Duty): readonly string[] {
  return 'of' in item ? item.of : item.metBy.map((pattern) => pattern.name);
}
