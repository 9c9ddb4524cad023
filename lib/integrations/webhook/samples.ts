import { lastChangeOf, newestIds } from '@/db/queries/newest';
import type { Topic } from '@/lib/domain/connections/schema';
import type { Ctx } from '@/lib/domain/context';
import { may } from '@/lib/domain/permissions';
import { type Message, messageData } from './body';

/** Records a sample is made of. */
const some = 3;

const actions: Record<string, string> = { created: 'create', deleted: 'delete', restored: 'restore' };

/** What an event would say of the newest records, the latest first: by it a platform shows its user the fields there are. */
export async function sampleMessages(ctx: Ctx, topic: Topic): Promise<Message[]> {
  may(ctx, 'connection.manage');
  const [entity, event] = topic.split('.') as ['order' | 'client' | 'product', string];
  return ctx.db.read(async (tx) => {
    const samples: Message[] = [];
    for (const id of await newestIds(tx, entity, some)) {
      const change = await lastChangeOf(tx, entity, id, actions[event] ?? 'update');
      if (!change) continue;
      const { operationId, version, json } = change;
      const data = await messageData(tx, { entity, entityId: id, version, operationId, json, full: true });
      samples.push({ type: topic, timestamp: new Date(change.at).toISOString(), data });
    }
    return samples;
  });
}
