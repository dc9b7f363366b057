/** Reads how long a sound file lasts from its container, without decoding it. */

/** Milliseconds by the header of a webm (Duration) or m4a (movie header). Throws where there is none. */
export function millisecondsOf(file: Buffer, ending: 'webm' | 'm4a'): number {
  return ending === 'webm' ? ofWebm(file) : ofMp4(file);
}

/** The element Duration (0x4489), a number of 4 or 8 bytes, in the timescale of a millisecond that ffmpeg writes. */
function ofWebm(file: Buffer): number {
  const at = file.indexOf(Buffer.from([0x44, 0x89]));
  if (at < 0) throw new Error('no Duration');
  return file[at + 2] === 0x88 ? file.readDoubleBE(at + 3) : file.readFloatBE(at + 3);
}

/** The box mvhd, version 0: times of 4 bytes, then units a second, then how many of them. */
function ofMp4(file: Buffer): number {
  const at = file.indexOf('mvhd');
  if (at < 0 || file[at + 4] !== 0) throw new Error('no movie header of version 0');
  return (1000 * file.readUInt32BE(at + 20)) / file.readUInt32BE(at + 16);
}
