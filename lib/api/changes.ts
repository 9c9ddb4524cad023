import { z } from 'zod';
import type { HistoryEntry } from '@/lib/domain/history/entry';
import { cursorOf, listChanges } from '@/lib/domain/history/list-changes';
import { feedQuery } from '@/lib/domain/history/schema';
import { endpoint } from '@/lib/entry/endpoint';

const changeOutput = z.object({
  cursor: z.string(),
  at: z.string().meta({ format: 'date-time' }),
  operation: z.int(),
  kind: z.string().meta({ examples: ['order.edit'] }),
  actor: z.object({ type: z.string(), id: z.int().nullable(), name: z.string() }),
  source: z.string().meta({ examples: ['web', 'api', 'cli', 'import', 'system'] }),
  request_id: z.string(),
  entity: z.string().meta({ examples: ['client', 'order'] }),
  id: z.int(),
  action: z.enum(['create', 'update', 'delete', 'restore']),
  version: z.int().nullable(),
  fields: z.record(z.string(), z.object({ old: z.unknown(), new: z.unknown() })).meta({ description: 'Empty when the values were erased' }),
});

function showChange(entry: HistoryEntry) {
  const { operation, change, fields } = entry;
  return {
    cursor: cursorOf(entry),
    at: new Date(operation.at).toISOString(),
    operation: operation.id,
    kind: operation.kind,
    actor: { type: operation.actorType, id: operation.actorId, name: operation.actorName },
    source: operation.source,
    request_id: operation.requestId,
    entity: change.entity,
    id: change.entityId,
    action: change.action,
    version: change.versionAfter,
    fields: fields ?? {},
  };
}

export const changeEndpoints = [
  endpoint({
    methods: ['GET'],
    path: '/api/changes/',
    summary: 'Committed changes after a cursor, oldest first, every one exactly once',
    tag: 'changes',
    permission: 'history.read',
    query: feedQuery,
    output: z.object({ changes: z.array(changeOutput), next: z.string(), more: z.boolean() }),
    run: (ctx, { query }) => listChanges(ctx, query),
    answer: ({ changes, next, more }) => ({ json: { changes: changes.map(showChange), next, more } }),
  }),
];
