/** How moments and spans of exercise time are written on the desk. All take whole milliseconds. */

/** A moment as `mm:ss`, minutes past 99 kept as they are; whole seconds that have passed. */
export function mmss(at: number): string {
  const seconds = Math.max(0, Math.floor(at / 1000));
  return `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
}

/** Time left as `m:ss`, rounded up, so that 0:00 means that none is left. */
export function left(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${pad(seconds % 60)}`;
}

/** A span in words: `45 s`, `1 min`, `1 min 30 s`; empty for none. */
export function span(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds <= 0) return '';
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
