import { breathe } from '@/db/engines/breathe';

/** Sorted at once. */
const run = 2000;

async function merge<V>(a: readonly V[], b: readonly V[], compare: (a: V, b: V) => number): Promise<V[]> {
  const merged: V[] = [];
  let [left, right] = [0, 0];
  while (left < a.length || right < b.length) {
    const [one, other] = [a[left], b[right]];
    const takeLeft = right >= b.length || (left < a.length && compare(one as V, other as V) <= 0);
    merged.push((takeLeft ? one : other) as V);
    if (takeLeft) left++;
    else right++;
    if (merged.length % run === 0) await breathe();
  }
  return merged;
}

/** Sorts like `toSorted`, giving others their turn where there is much to sort. */
export async function sortBreathing<V>(values: readonly V[], compare: (a: V, b: V) => number): Promise<V[]> {
  if (values.length <= run) return values.toSorted(compare);
  const middle = Math.floor(values.length / 2);
  const left = await sortBreathing(values.slice(0, middle), compare);
  const right = await sortBreathing(values.slice(middle), compare);
  return merge(left, right, compare);
}
