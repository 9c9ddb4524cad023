import { z } from 'zod';
import { driveBulk } from '@/lib/bulk-runner';
import { type BulkRun, getBulkRun } from '@/lib/domain/bulk/get-bulk';
import { bulkTask } from '@/lib/domain/bulk/schema';
import { startBulk, stopBulk } from '@/lib/domain/bulk/start-bulk';
import { idField } from '@/lib/domain/fields';
import { done, doneWithId, endpoint } from '@/lib/entry/endpoint';

const bulkOutput = z.object({
  id: idField,
  entity: z.enum(['order', 'client', 'operation']),
  state: z.enum(['running', 'done', 'stopped']),
  total: z.int(),
  done: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  group: z.int().nullable().meta({ description: 'The first operation, by which all of it is undone' }),
  problems: z.array(z.object({ id: z.int(), code: z.string() })).meta({ description: 'The first hundred refusals' }),
});

function showRun({ id, task, state, total, done, unchanged, refused, groupId, problems }: BulkRun) {
  return { id, entity: task.entity, state, total, done, unchanged, refused, group: groupId, problems };
}

export const bulkEndpoints = [
  endpoint({
    methods: ['POST'],
    path: '/api/bulk/new/',
    summary: 'Change, delete or restore many records, or undo a group; it goes on after the answer',
    tag: 'bulk',
    permission: 'order.write',
    writes: true,
    body: bulkTask,
    output: doneWithId,
    run: async (ctx, { body }) => {
      const run = await startBulk(ctx, body);
      void driveBulk(ctx.db, run.id);
      return run;
    },
    answer: ({ id }) => ({ json: { success: true, id } }),
  }),
  endpoint({
    methods: ['GET', 'POST'],
    path: '/api/bulk/get/:id/',
    summary: 'How far a change of many records has come',
    tag: 'bulk',
    permission: 'history.read',
    output: z.object({ bulk: bulkOutput }),
    run: (ctx, { id }) => getBulkRun(ctx, id),
    answer: (run) => ({ json: { bulk: showRun(run) } }),
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/bulk/stop/:id/',
    summary: 'End a change of many records where it stands; what is done stays',
    tag: 'bulk',
    permission: 'order.write',
    writes: true,
    output: done,
    run: (ctx, { id }) => stopBulk(ctx, id),
    answer: () => ({ json: { success: true } }),
  }),
];
