import { type Ctx, unit } from '../context';
import type { Json, JsonRecord } from '../journal/fields';
import { may } from '../permissions';
import { refuseStale } from '../stale';
import type { Topic } from './schema';
import { type ConnectionView, viewOf } from './view';
import { loadConnection, saveConnection } from './write-connection';

export interface EditConnection {
  id: number;
  name?: string;
  topics?: readonly Topic[];
  /** By the provider's own schema; those left out stay. */
  settings?: Record<string, Json>;
  expectedVersion?: number;
}

/** Changes what is given; what is left out stays. Throws `not_found`, `stale_version`. */
export async function editConnection(ctx: Ctx, { id, name, topics, settings, expectedVersion }: EditConnection): Promise<ConnectionView> {
  may(ctx, 'connection.manage');
  return unit(ctx, async (tx) => {
    const before = await loadConnection(tx, id);
    refuseStale(before, expectedVersion);
    const after = {
      ...before,
      name: name ?? before.name,
      topics: topics ? JSON.stringify(topics) : before.topics,
      settings: settings ? JSON.stringify({ ...(JSON.parse(before.settings) as JsonRecord), ...settings }) : before.settings,
    };
    return viewOf(await saveConnection(tx, ctx, before, after, 'connection.edit'));
  });
}
