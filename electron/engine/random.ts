/**
 * Random numbers for every simulation of the engine. A stream is a pure function of a seed and a key, so block k of a
 * run, or one cell of the data, always gets the same numbers: in any order, in any thread, beside any other streams.
 *
 * Generator: xoshiro128++ (Blackman & Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47, 2021).
 * Its state comes from the seed and the key through the MurmurHash3 finaliser (A. Appleby, public domain).
 */
export class RandomStream {
  private s0: number;
  private s1: number;
  private s2: number;
  private s3: number;

  /**
   * @param seed whole number; all 53 bits count.
   * @param key whole numbers or texts that name the stream: a block number, a unit and an indicator.
   */
  constructor(seed: number, ...key: readonly (number | string)[]) {
    const words = [...wordsOf(seed), ...key.flatMap(wordsOf)];
    this.s0 = hash(words, 0x9e3779b9);
    this.s1 = hash(words, 0x243f6a88);
    this.s2 = hash(words, 0xb7e15162);
    this.s3 = hash(words, 0x6a09e667);
    if ((this.s0 | this.s1 | this.s2 | this.s3) === 0) this.s0 = 1;
  }

  /** 32 random bits as a whole number 0 … 2³²−1. */
  bits(): number {
    const { s0, s1 } = this;
    const sum = (s0 + this.s3) | 0;
    const result = (((sum << 7) | (sum >>> 25)) + s0) >>> 0;
    this.s2 ^= s0;
    this.s3 ^= s1;
    this.s1 ^= this.s2;
    this.s0 ^= this.s3;
    this.s2 ^= s1 << 9;
    this.s3 = (this.s3 << 11) | (this.s3 >>> 21);
    return result;
  }

  /** Uniform on [0, 1) with 53 random bits. */
  uniform(): number {
    const high = this.bits() >>> 5;
    const low = this.bits() >>> 6;
    return (high * 67_108_864 + low) / 9_007_199_254_740_992;
  }

  /** Fills `target` with uniforms on [0, 1): the same as one by one, with the state in local variables. */
  fillUniform(target: Float64Array): void {
    let { s0, s1, s2, s3 } = this;
    for (let at = 0; at < target.length; at++) {
      let sum = (s0 + s3) | 0;
      const high = ((((sum << 7) | (sum >>> 25)) + s0) | 0) >>> 5;
      let shifted = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= shifted;
      s3 = (s3 << 11) | (s3 >>> 21);

      sum = (s0 + s3) | 0;
      const low = ((((sum << 7) | (sum >>> 25)) + s0) | 0) >>> 6;
      shifted = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= shifted;
      s3 = (s3 << 11) | (s3 >>> 21);

      target[at] = (high * 67_108_864 + low) / 9_007_199_254_740_992;
    }
    this.s0 = s0;
    this.s1 = s1;
    this.s2 = s2;
    this.s3 = s3;
  }
}

/** A whole number as its low and high 32 bits; a text as two hashes of its UTF-16 units. */
function wordsOf(part: number | string): number[] {
  if (typeof part === 'string') {
    const units = Array.from({ length: part.length }, (_, at) => part.charCodeAt(at));
    return [hash(units, 0x85ebca6b), hash(units, 0xc2b2ae35)];
  }
  return [part | 0, Math.floor(part / 4_294_967_296) | 0];
}

function hash(words: readonly number[], start: number): number {
  let state = start | 0;
  for (const word of words) {
    let k = Math.imul(word, 0xcc9e2d51);
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    state ^= k;
    state = (Math.imul((state << 13) | (state >>> 19), 5) + 0xe6546b64) | 0;
  }
  state ^= words.length;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return state ^ (state >>> 16);
}
