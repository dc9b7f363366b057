/** Makes a picture of a screen small: a PNG of at most 256 colours, which is enough for flat grounds, text and few hues. */
import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from './browser/png.ts';

const COLOURS = 256;

/** A palette PNG. Where a picture has more colours than fit, the most frequent stay and others take the nearest. */
export function palettePng({ width, height, rgb }: Picture): Buffer {
  const counts = new Map<number, [n: number, r: number, g: number, b: number]>();
  const cells = new Uint16Array(width * height);
  for (let i = 0; i < cells.length; i += 1) {
    const [r, g, b] = [rgb[i * 3] ?? 0, rgb[i * 3 + 1] ?? 0, rgb[i * 3 + 2] ?? 0];
    // Colours that differ in the last bits are one: edges of letters have hundreds of them.
    const cell = ((r >> 3) << 11) | ((g >> 2) << 5) | (b >> 3);
    cells[i] = cell;
    const found = counts.get(cell);
    if (found === undefined) counts.set(cell, [1, r, g, b]);
    else found[0] += 1;
  }
  const byCount = [...counts.entries()].sort(([, a], [, b]) => b[0] - a[0]);
  // The small sign in a hue of its own comes first: by count alone it would be drawn in another's.
  const hues = new Map<number, (typeof byCount)[number]>();
  for (const one of byCount) {
    const [, [, r, g, b]] = one;
    const hue = ((r >> 5) << 6) | ((g >> 5) << 3) | (b >> 5);
    if (!hues.has(hue)) hues.set(hue, one);
  }
  const kept = [...new Set([...hues.values(), ...byCount])].slice(0, COLOURS);
  const place = new Map(kept.map(([cell], n) => [cell, n]));
  for (const [cell, [, r, g, b]] of counts) {
    if (place.has(cell)) continue;
    let [best, least] = [0, Infinity];
    kept.forEach(([, [, x, y, z]], n) => {
      const away = (x - r) ** 2 + (y - g) ** 2 + (z - b) ** 2;
      if (away < least) [best, least] = [n, away];
    });
    place.set(cell, best);
  }
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows[y * (width + 1) + 1 + x] = place.get(cells[y * width + x] ?? 0) ?? 0;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a pixel, each a place in the palette.
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(kept.flatMap(([, [, r, g, b]]) => [r, g, b]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
