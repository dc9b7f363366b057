/** The pixels of a screenshot: reads the PNGs that Chromium and palette-png.ts write (eight bits a channel or place, not interlaced). */
import { inflateSync } from 'node:zlib';

/** A picture, row by row from the top; each pixel is red, green, blue. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

const HEAD = 8;
/** Bytes of a pixel by the PNG's kind of color: red, green and blue; a place in the palette; with alpha. */
const BYTES: Readonly<Record<number, number>> = { 2: 3, 3: 1, 6: 4 };

/** The picture in a PNG file. Alpha is left out: a screenshot has none. Throws where it is no PNG of that kind. */
export function pictureOf(file: Buffer): Picture {
  const parts: Buffer[] = [];
  let width = 0;
  let height = 0;
  let channels = 3;
  let palette: Buffer | null = null;
  for (let at = HEAD; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const kind = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') {
      width = data.readUInt32BE(0);
      height = data.readUInt32BE(4);
      const [depth, colour, , , interlaced] = data.subarray(8);
      const bytes = BYTES[colour ?? -1];
      if (depth !== 8 || interlaced !== 0 || bytes === undefined)
        throw new Error(`A PNG of another kind: depth ${depth}, colour ${colour}.`);
      channels = bytes;
    }
    if (kind === 'PLTE') palette = data;
    if (kind === 'IDAT') parts.push(data);
    at += length + 12;
  }
  if (width === 0) throw new Error('No PNG.');
  return {
    width,
    height,
    rgb: unfiltered(inflateSync(Buffer.concat(parts)), width, height, channels, palette),
  };
}

function unfiltered(
  raw: Buffer,
  width: number,
  height: number,
  channels: number,
  palette: Buffer | null,
): Uint8Array {
  const stride = width * channels;
  const rgb = new Uint8Array(width * height * 3);
  let above: Uint8Array = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const row = raw.subarray(start + 1, start + 1 + stride);
    undo(raw[start] ?? 0, row, above, channels);
    if (channels === 3) rgb.set(row, y * stride);
    else if (channels === 1 && palette !== null)
      for (let x = 0; x < width; x += 1)
        rgb.set(palette.subarray(byte(row, x) * 3, byte(row, x) * 3 + 3), (y * width + x) * 3);
    else
      for (let x = 0; x < width; x += 1)
        rgb.set(row.subarray(x * channels, x * channels + 3), (y * width + x) * 3);
    above = row;
  }
  return rgb;
}

/** The five filters of the PNG specification, section 9: one loop each, since a page has tens of millions of bytes. */
function undo(filter: number, row: Uint8Array, above: Uint8Array, channels: number): void {
  const { length } = row;
  if (filter === 1) {
    for (let i = channels; i < length; i += 1) row[i] = byte(row, i) + byte(row, i - channels);
  } else if (filter === 2) {
    for (let i = 0; i < length; i += 1) row[i] = byte(row, i) + byte(above, i);
  } else if (filter === 3) {
    for (let i = 0; i < length; i += 1)
      row[i] = byte(row, i) + (((i < channels ? 0 : byte(row, i - channels)) + byte(above, i)) >> 1);
  } else if (filter === 4) {
    for (let i = 0; i < channels; i += 1) row[i] = byte(row, i) + byte(above, i);
    for (let i = channels; i < length; i += 1)
      row[i] = byte(row, i) + paeth(byte(row, i - channels), byte(above, i), byte(above, i - channels));
  }
}

function byte(bytes: Uint8Array, i: number): number {
  return bytes[i] ?? 0;
}

function paeth(left: number, up: number, corner: number): number {
  const p = left + up - corner;
  const [a, b, c] = [Math.abs(p - left), Math.abs(p - up), Math.abs(p - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
