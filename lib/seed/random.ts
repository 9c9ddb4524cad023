import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Choices that are the same for the same seed number, on every machine. */
export class Random {
  private readonly generator;

  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed);
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return uniformInt(this.generator, low, high);
  }

  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean {
    return this.int(1, 100) <= percent;
  }

  pick<T>(list: readonly T[]): T {
    return this.at(list, this.int(0, list.length - 1));
  }

  /** Like `pick`, but the first are taken more often than the last, as in real shops. */
  pickSkewed<T>(list: readonly T[]): T {
    return this.at(list, Math.min(this.int(0, list.length - 1), this.int(0, list.length - 1)));
  }

  /** Hexadecimal digits, eight for each of `words`. */
  hex(words: number): string {
    let digits = '';
    for (let n = 0; n < words; n++) digits += (this.generator.next() >>> 0).toString(16).padStart(8, '0');
    return digits;
  }

  /** A place in a list of `length`, the first ones by far the likeliest: a hundredth of them is met in a fifth of all cases. */
  rank(length: number): number {
    const share = this.int(0, 2 ** 30 - 1) / 2 ** 30;
    return Math.floor(share * share * share * length);
  }

  private at<T>(list: readonly T[], index: number): T {
    const item = list[index];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }
}
