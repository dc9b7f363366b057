/** Days and times as the reader's locale writes them. */

/** `2026-06-30` as `June 30, 2026`; a text that is no day comes back as it is. */
export function day(iso: string, lang: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime())
    ? iso
    : new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

/** A span of exercise time as `mm:ss`, whole seconds, never below zero. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
