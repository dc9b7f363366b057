/** Which key does what on the play screen: the first keys, and keys of the reader's own (TB62). Plain values; nothing is drawn here. */

/** The groups of the action bar, in its order, then what else has a key of its own. */
const GROUPS = {
  radio: 'R',
  verify: 'V',
  camera: 'C',
  medical: 'M',
  perimeter: 'P',
  crowd: 'W',
  note: 'N',
  partner: 'T',
  talk: 'A',
  law: 'L',
} as const;
const OTHERS = {
  pause: ' ',
  decision: 'D',
  notebook: 'B',
  where: 'I',
  'pocket-law': 'K',
  table: 'S',
  mute: 'Q',
  keys: '?',
} as const;

export type Shortcut = keyof typeof GROUPS | keyof typeof OTHERS;
/** For each shortcut its key: an upper-case letter or a sign; `' '` is Space. */
export type Keys = Readonly<Record<Shortcut, string>>;
/** Only what differs from the first keys. */
export type OwnKeys = Readonly<Partial<Record<Shortcut, string>>>;

export const FIRST_KEYS: Keys = { ...GROUPS, ...OTHERS };
export const SHORTCUTS = Object.keys(FIRST_KEYS).filter(isShortcut);
export const GROUP_SHORTCUTS: readonly string[] = Object.keys(GROUPS);

/** The keys as they are now. */
export function keysNow(own: OwnKeys): Keys {
  return { ...FIRST_KEYS, ...own };
}

/** What a pressed key does; null where it does nothing. */
export function shortcutOf(own: OwnKeys, key: string): Shortcut | null {
  const keys = keysNow(own);
  return SHORTCUTS.find((one) => keys[one] === key) ?? null;
}

/** Another key for a shortcut, or why not: it is a digit, it is not one sign, or another shortcut has it. */
export type Rebound =
  | { readonly ok: true; readonly own: OwnKeys; readonly key: string }
  | { readonly ok: false; readonly why: 'digit' | 'not-one' }
  | { readonly ok: false; readonly why: 'taken'; readonly by: Shortcut; readonly key: string };

/** `pressed` as the browser names it. A key that another shortcut has is never taken away from it. */
export function rebind(own: OwnKeys, shortcut: Shortcut, pressed: string): Rebound {
  const key = keyOf(pressed);
  if (key === null) return { ok: false, why: /^\d$/.test(pressed) ? 'digit' : 'not-one' };
  const by = shortcutOf(own, key);
  if (by !== null && by !== shortcut) return { ok: false, why: 'taken', by, key };
  const { [shortcut]: _, ...others } = own;
  return { ok: true, key, own: key === FIRST_KEYS[shortcut] ? others : { ...others, [shortcut]: key } };
}

/** Keys that were kept; whatever is unknown, no key, or has become a conflict makes all of them the first keys again. */
export function readOwnKeys(kept: unknown): OwnKeys {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return {};
  const own: Partial<Record<Shortcut, string>> = {};
  for (const [name, key] of Object.entries(kept)) {
    if (!isShortcut(name) || typeof key !== 'string' || keyOf(key) !== key) return {};
    if (key !== FIRST_KEYS[name]) own[name] = key;
  }
  return new Set(Object.values(keysNow(own))).size === SHORTCUTS.length ? own : {};
}

/** The key as a shortcut would hold it; null for digits, named keys (Enter, Tab, arrows) and more than one sign. */
function keyOf(pressed: string): string | null {
  const key = pressed.toUpperCase();
  const isOne = [...key].length === 1 && !/[\p{Cc}\p{Cf}\p{Cs}\p{Nd}]/u.test(key);
  return isOne && (key === ' ' || key.trim() !== '') ? key : null;
}

function isShortcut(name: string): name is Shortcut {
  return Object.hasOwn(GROUPS, name) || Object.hasOwn(OTHERS, name);
}
