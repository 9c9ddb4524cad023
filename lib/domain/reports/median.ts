import { breathe } from '@/db/engines/breathe';
import { averageMinor } from './figures';

const buckets = 4096;

async function extremes(lists: readonly (readonly number[])[]): Promise<[least: number, greatest: number]> {
  let [least, greatest] = [Number.MAX_SAFE_INTEGER, 0];
  for (const list of lists) {
    for (const value of list) {
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    await breathe();
  }
  return [least, greatest];
}

async function countBuckets(lists: readonly (readonly number[])[], least: number, width: number): Promise<Uint32Array> {
  const counts = new Uint32Array(buckets);
  const end = least + width * buckets;
  for (const list of lists) {
    for (const value of list) {
      if (value < least || value >= end) continue;
      const at = Math.floor((value - least) / width);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    await breathe();
  }
  return counts;
}

/** The value at a place (from 0) of the sorted values, without sorting them: buckets that become narrower until each is one value. */
async function valueAt(lists: readonly (readonly number[])[], place: number): Promise<number> {
  const [first, last] = await extremes(lists);
  let [least, left, span] = [first, place, last - first + 1];
  while (span > 1) {
    const width = Math.ceil(span / buckets);
    const counts = await countBuckets(lists, least, width);
    let at = 0;
    for (; left >= (counts[at] ?? 0); at++) left -= counts[at] ?? 0;
    [least, span] = [least + at * width, width];
  }
  return least;
}

/** The middle of some whole numbers, or the mean of the two in the middle, half up; 0 of none. */
export async function medianOf(lists: readonly (readonly number[])[]): Promise<number> {
  const count = lists.reduce((sum, list) => sum + list.length, 0);
  if (count === 0) return 0;
  const upper = await valueAt(lists, Math.floor(count / 2));
  return count % 2 === 1 ? upper : averageMinor((await valueAt(lists, count / 2 - 1)) + upper, 2);
}
