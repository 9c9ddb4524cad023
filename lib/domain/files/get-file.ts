import { type FileRow, findLiveFile } from '@/db/queries/order-parts';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';

/** What is known of an attached file, also of an order in the bin; `not_found` when it was taken off. */
export async function getFile(ctx: Ctx, id: number): Promise<FileRow> {
  may(ctx, 'order.read');
  const file = await ctx.db.read((tx) => findLiveFile(tx, id));
  if (!file) throw new DomainError('not_found');
  return file;
}
