/** For TypeScript: what own-node.mjs exports. */
export function ownNode(): string | null;
export const NO_NODE: string;
export function whyNotBuilt(folder?: string): string | null;
