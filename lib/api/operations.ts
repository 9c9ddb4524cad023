import { z } from 'zod';
import { idField } from '@/lib/domain/fields';
import { conflictName, previewUndo, undoOperation } from '@/lib/domain/undo/undo-operation';
import { endpoint } from '@/lib/entry/endpoint';

const conflictOutput = z.object({
  name: z.string().meta({ description: 'For the choice', examples: ['order.12.status'] }),
  reason: z.enum(['changed', 'deleted', 'email_taken', 'has_orders', 'client_deleted', 'erased']),
  done: z.unknown().meta({ description: 'What the operation made of it' }),
  theirs: z.unknown().meta({ description: 'What it is now' }),
  undone: z.unknown().meta({ description: 'What it would become' }),
  seen: z.string().meta({ description: 'To be sent with the choice' }),
});

const stepOutput = z.object({
  entity: z.string(),
  id: idField,
  action: z.enum(['update', 'delete', 'restore', 'none']),
  fields: z.record(z.string(), z.object({ old: z.unknown(), new: z.unknown() })),
  conflicts: z.array(conflictOutput),
});

export const operationEndpoints = [
  endpoint({
    methods: ['GET', 'POST'],
    path: '/api/operations/get/:id/',
    summary: 'What undoing an operation would do, and what has to be chosen first',
    tag: 'operations',
    permission: 'undo.own',
    output: z.object({ operation: z.object({ id: idField, kind: z.string(), undone_by: z.array(z.int()), steps: z.array(stepOutput) }) }),
    run: (ctx, { id }) => previewUndo(ctx, id),
    answer: ({ operation: { id, kind }, undoneBy, steps }) => {
      const shown = steps.map(({ entity, entityId, action, fields, conflicts }) => {
        const named = conflicts.map((conflict) => ({ ...conflict, name: conflictName(conflict) }));
        return { entity, id: entityId, action, fields, conflicts: named };
      });
      return { json: { operation: { id, kind, undone_by: undoneBy.map((undoing) => undoing.id), steps: shown } } };
    },
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/operations/undo/:id/',
    summary: 'Undo an operation by a new one; nothing is done while a conflict is not chosen about',
    tag: 'operations',
    permission: 'undo.own',
    writes: true,
    body: z.object({
      choices: z
        .record(z.string(), z.object({ taken: z.enum(['undone', 'theirs']), seen: z.string().max(64) }))
        .optional()
        .meta({ description: 'By the names of the conflicts' }),
    }),
    output: z.object({ success: z.literal(true), operation: idField }),
    run: (ctx, { id, body }) => undoOperation(ctx, id, body.choices),
    answer: ({ operationId }) => ({ json: { success: true, operation: operationId } }),
  }),
];
