/** Something that cannot happen did: our own mistake, or a playbook that the compiler should have refused. Names the broken rule. */
export class InvariantError extends Error {
  readonly rule: string;
  constructor(rule: string, message: string) {
    super(`[${rule}] ${message}`);
    this.name = 'InvariantError';
    this.rule = rule;
  }
}

/** Throws an InvariantError naming `rule` unless `holds`. */
export function invariant(holds: false, rule: string, message: string): never;
export function invariant(holds: boolean, rule: string, message: string): asserts holds;
export function invariant(holds: boolean, rule: string, message: string): void {
  if (!holds) throw new InvariantError(rule, message);
}

/** The item at a place that must exist; throws an invariant (EX2) where a playbook cites beyond its lists. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new InvariantError('EX2', `nothing at ${index} of ${items.length}`);
  return item;
}
