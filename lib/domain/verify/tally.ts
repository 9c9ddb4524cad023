import type { CountedOrder } from '@/db/queries/control';
import type { Sums } from './control-row';

/** Adds up what the lines of orders come to. */
export class Tally {
  private count = 0;
  private completed = 0;
  private totalMinor = 0;

  add({ status, totalMinor }: Pick<CountedOrder, 'status' | 'totalMinor'>): void {
    this.count += 1;
    this.completed += status === 'Completed' ? 1 : 0;
    this.totalMinor += totalMinor;
  }

  /** Every figure; the average half a kopeck up, reckoned without a fraction. */
  get sums(): Required<Omit<Sums, 'quantityMilli'>> {
    const { count, completed, totalMinor } = this;
    const averageMinor = count === 0 ? 0 : Number((2n * BigInt(totalMinor) + BigInt(count)) / (2n * BigInt(count)));
    return { count, completed, totalMinor, averageMinor };
  }
}

/** What two ways of counting say of each of many, by a key. */
export class Comparison {
  private readonly known = new Map<number | string, [one: Sums, other: Sums]>();

  /** Adds figures to one side. */
  add(side: 0 | 1, key: number | string, sums: Sums): void {
    const both = this.known.get(key) ?? [{}, {}];
    this.known.set(key, both);
    for (const [name, value] of Object.entries(sums) as [keyof Sums, number][]) both[side][name] = (both[side][name] ?? 0) + value;
  }

  /** Each side's sum over all keys. */
  total(side: 0 | 1): Sums {
    const all: Sums = {};
    for (const both of this.known.values())
      for (const [name, value] of Object.entries(both[side]) as [keyof Sums, number][]) all[name] = (all[name] ?? 0) + value;
    return all;
  }

  /** The keys whose sides differ, the first twenty in their order; what one side does not have is nothing. */
  get differing(): (number | string)[] {
    const differ = ([one, other]: [Sums, Sums]) =>
      (Object.keys({ ...one, ...other }) as (keyof Sums)[]).some((name) => (one[name] ?? 0) !== (other[name] ?? 0));
    return [...this.known]
      .filter(([, both]) => differ(both))
      .map(([key]) => key)
      .sort((a, b) => (a < b ? -1 : 1))
      .slice(0, 20);
  }
}
