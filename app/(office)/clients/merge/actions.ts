'use server';

import { mergeHref } from '@/components/duplicates/merge-url';
import { mergeClients } from '@/lib/domain/duplicates/merge-clients';
import { mergeFields } from '@/lib/domain/duplicates/merge-fields';
import { numberIn, press } from '@/lib/entry/action';

/** The two clients of the form; none is number 0. */
function pairIn(data: FormData) {
  return { main: numberIn(data, 'main') ?? 0, other: numberIn(data, 'other') ?? 0 };
}

function chosen(data: FormData, side: 'main' | 'other') {
  return mergeFields.filter((field) => data.get(field) === side);
}

/** Merges the two as chosen. A refusal shows both anew, the choices kept. */
export async function mergeAction(data: FormData): Promise<never> {
  const [pair, take] = [pairIn(data), chosen(data, 'other')];
  return press(mergeHref({ ...pair, take }), async (ctx) => {
    const versions = { mainVersion: numberIn(data, 'main_version'), otherVersion: numberIn(data, 'other_version') };
    const { id } = await mergeClients(ctx, { ...pair, ...versions, take });
    return `/clients/${id}?merged=${pair.other}`;
  });
}

/** The other one becomes the main one; every field keeps the value that was chosen. */
export async function swapAction(data: FormData): Promise<never> {
  const { main, other } = pairIn(data);
  const path = mergeHref({ main: other, other: main, take: chosen(data, 'main') });
  return press(path, async () => path);
}
