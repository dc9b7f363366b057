/** For TypeScript: what own-node.mjs exports. */
export function ownNode(): string | null;
export function noNode(): string;
export function whyNotRun(): string | null;
export function whyNotBuilt(folder?: string): Promise<string | null>;
