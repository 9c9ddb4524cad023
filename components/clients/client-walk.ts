import { listWithin } from '@/components/data-table/record-href';
import { type Walk, walkOf } from '@/components/data-table/record-walk';
import { findClientNeighbours } from '@/lib/domain/clients/find-neighbours';
import type { Ctx } from '@/lib/domain/context';
import { getLayout } from '@/lib/domain/preferences/get-layout';
import { readClientListUrl } from './client-list-url';

/** The way through the list that a client's card was opened from (`?in=`); undefined when it was opened otherwise. */
export async function walkClients(ctx: Ctx, id: number, within: string | string[] | undefined): Promise<Walk | undefined> {
  const list = listWithin([within].flat()[0]);
  if (!list) return undefined;
  const { rows } = await getLayout(ctx, 'clients');
  const url = readClientListUrl(list, rows);
  return walkOf(url, id, await findClientNeighbours(ctx, url.filter, { ...url.page, size: rows }, id));
}
