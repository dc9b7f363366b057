/** Lists of integers, each kept once under a number in order of arrival: an open-addressed table over one growing array. */

/** A set of integer lists with numbers from 0. */
export class Store {
  #data = new Int32Array(1 << 14);
  #from = new Int32Array(1 << 8);
  #table = new Int32Array(1 << 9).fill(-1);
  count = 0;

  /** The number of the first `length` integers of `of`; new where `count` grew by it. */
  add(of: Int32Array, length: number): number {
    let place = this.#hash(of, length) & (this.#table.length - 1);
    for (;;) {
      const n = this.#table[place] as number;
      if (n < 0) break;
      if (this.#isSame(n, of, length)) return n;
      place = (place + 1) & (this.#table.length - 1);
    }
    const n = this.count;
    const from = this.#from[n] as number;
    this.#makeRoom(from + length);
    this.#data.set(of.subarray(0, length), from);
    this.#from[n + 1] = from + length;
    this.#table[place] = n;
    this.count = n + 1;
    if (this.count * 2 > this.#table.length) this.#rehash();
    return n;
  }

  /** The integers of a number; a view that lives until the next `add`. */
  get(n: number): Int32Array {
    return this.#data.subarray(this.#from[n] as number, this.#from[n + 1] as number);
  }

  /** Bytes held. */
  get bytes(): number {
    return this.#data.byteLength + this.#from.byteLength + this.#table.byteLength;
  }

  #isSame(n: number, of: Int32Array, length: number): boolean {
    const from = this.#from[n] as number;
    if ((this.#from[n + 1] as number) - from !== length) return false;
    for (let i = 0; i < length; i++) if (this.#data[from + i] !== of[i]) return false;
    return true;
  }

  #hash(of: Int32Array, length: number): number {
    let h = 0x9e3779b9 ^ length;
    for (let i = 0; i < length; i++) {
      h = Math.imul(h ^ (of[i] as number), 0x85ebca6b);
      h ^= h >>> 15;
    }
    h = Math.imul(h, 0xc2b2ae35);
    return (h ^ (h >>> 13)) >>> 0;
  }

  #makeRoom(length: number): void {
    if (length > this.#data.length) this.#data = longer(this.#data, length);
    if (this.count + 2 > this.#from.length) this.#from = longer(this.#from, this.count + 2);
  }

  #rehash(): void {
    this.#table = new Int32Array(this.#table.length * 4).fill(-1);
    for (let n = 0; n < this.count; n++) {
      const of = this.get(n);
      let place = this.#hash(of, of.length) & (this.#table.length - 1);
      while ((this.#table[place] as number) >= 0) place = (place + 1) & (this.#table.length - 1);
      this.#table[place] = n;
    }
  }
}

function longer(ints: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.max(ints.length * 2, least));
  more.set(ints);
  return more;
}
