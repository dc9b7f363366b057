/** Mouse, fingers and keys on the table: pan, zoom, press, point. Nothing here knows what lies there. */
import type { Point } from './geometry.ts';

export interface Gestures {
  pan(dx: number, dy: number): void;
  zoom(by: number, round: Point): void;
  press(at: Point, isFinger: boolean): void;
  /** The mouse is over a point, or has left. */
  point(at: Point | null): void;
  fit(): void;
}

/** Listens on the canvas and its host; the answer stops listening. */
export function listen(host: HTMLElement, canvas: HTMLElement, to: Gestures): () => void {
  const down = new Map<number, Point>();
  let moved = 0;
  const at = (event: PointerEvent | WheelEvent): Point => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const off = new AbortController();
  const { signal } = off;
  canvas.style.touchAction = 'none';

  canvas.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      if (down.size === 0) moved = 0;
      down.set(event.pointerId, at(event));
      canvas.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  canvas.addEventListener(
    'pointermove',
    (event) => {
      const now = at(event);
      const before = down.get(event.pointerId);
      if (before === undefined) {
        if (event.pointerType === 'mouse') to.point(now);
        return;
      }
      moved += Math.hypot(now.x - before.x, now.y - before.y);
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
      down.set(event.pointerId, now);
      if (moved <= STILL) return;
      if (other) {
        const apart = (p: Point) => Math.max(20, Math.hypot(p.x - other.x, p.y - other.y));
        to.zoom(apart(now) / apart(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
        to.pan((before.x - now.x) / 2, (before.y - now.y) / 2);
      } else to.pan(before.x - now.x, before.y - now.y);
    },
    { signal },
  );
  const up = (event: PointerEvent) => {
    const was = down.delete(event.pointerId);
    if (!was || event.type === 'pointercancel' || moved > STILL || down.size > 0) return;
    to.press(at(event), event.pointerType !== 'mouse');
  };
  canvas.addEventListener('pointerup', up, { signal });
  canvas.addEventListener('pointercancel', up, { signal });
  canvas.addEventListener('pointerleave', () => to.point(null), { signal });
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 16 : 1;
      to.zoom(Math.exp(-Math.max(-60, Math.min(60, event.deltaY * lines)) * 0.004), at(event));
    },
    { signal, passive: false },
  );
  host.addEventListener(
    'keydown',
    (event) => {
      if (event.target !== host || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey)
        return;
      const middle = { x: host.clientWidth / 2, y: host.clientHeight / 2 };
      const by = PAN_KEYS[event.key];
      if (by) to.pan(by[0], by[1]);
      else if (event.key === '+' || event.key === '=') to.zoom(1.25, middle);
      else if (event.key === '-') to.zoom(0.8, middle);
      else if (event.key === '0') to.fit();
      else return;
      event.preventDefault();
    },
    { signal },
  );
  return () => off.abort();
}

/** Tells when the host has another size, the page is seen again, or its letters have come; the answer stops telling. */
export function watch(
  host: HTMLElement,
  tell: { sized(): void; seen(): void; lettered(): void },
): () => void {
  const off = new AbortController();
  const { signal } = off;
  const size = new ResizeObserver(() => tell.sized());
  size.observe(host);
  document.addEventListener('visibilitychange', () => document.hidden || tell.seen(), { signal });
  document.fonts.addEventListener('loadingdone', () => tell.lettered(), { signal });
  return () => {
    size.disconnect();
    off.abort();
  };
}

/** A hand that trembles is no drag. */
const STILL = 6;

const PAN_KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-60, 0],
  ArrowRight: [60, 0],
  ArrowUp: [0, -60],
  ArrowDown: [0, 60],
};
