import { connectionsByIds } from '@/db/queries/connections';
import { linksOfRecord } from '@/db/queries/links';
import type { Ctx } from '../context';
import { may } from '../permissions';

/** What a record is called over there. */
export interface RecordLink {
  connectionId: number;
  /** The connection's name. */
  name: string;
  /** The number it goes by over there. */
  number: string;
}

/** Where else a record is, by live connections. */
export async function listRecordLinks(ctx: Ctx, entity: 'order' | 'client', id: number): Promise<RecordLink[]> {
  may(ctx, entity === 'order' ? 'order.read' : 'client.read');
  return ctx.db.read(async (tx) => {
    const links = (await linksOfRecord(tx, entity, id)).filter(({ remoteId }) => remoteId !== null);
    if (links.length === 0) return [];
    const live = (
      await connectionsByIds(
        tx,
        links.map(({ connectionId }) => connectionId),
      )
    ).filter(({ deletedAt }) => deletedAt === null);
    const names = new Map(live.map((connection) => [connection.id, connection.name]));
    return links.flatMap(({ connectionId, remoteId, told }) => {
      const name = names.get(connectionId);
      const { number } = JSON.parse(told) as { number?: string };
      return name === undefined ? [] : [{ connectionId, name, number: number || (remoteId ?? '') }];
    });
  });
}
