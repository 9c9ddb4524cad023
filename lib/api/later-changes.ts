import { z } from 'zod';
import { formatMinor } from '@/lib/domain/money';
import { type LaterChange, listLaterChanges } from '@/lib/domain/reports/later-changes';
import type { PeriodFigures } from '@/lib/domain/reports/order-effects';
import { laterPlace, laterPlaceText, laterQuery } from '@/lib/domain/reports/schema';
import { endpoint } from '@/lib/entry/endpoint';

const figuresOutput = z.object({
  orders: z.int(),
  total_price: z.string().meta({ examples: ['-25.00'] }),
  completed: z.int(),
  cancelled: z.int(),
});

function showFigures({ orders, totalMinor, completed, cancelled }: PeriodFigures) {
  return { orders, total_price: formatMinor(totalMinor), completed, cancelled };
}

const laterOutput = z.object({
  ended: z.boolean(),
  too_many: z.boolean().meta({ description: 'More orders were changed than are told at once; ask for fewer days' }),
  was: figuresOutput.meta({ description: 'At the end of the period' }),
  now: figuresOutput,
  effect: figuresOutput.meta({ description: 'What all changes together added' }),
  adds_up: z.boolean(),
  operations: z.int(),
  changes: z.array(
    z.object({
      at: z.string().meta({ format: 'date-time' }),
      operation: z.int(),
      kind: z.string().meta({ examples: ['order.edit'] }),
      actor: z.object({ type: z.string(), id: z.int().nullable(), name: z.string() }),
      source: z.string().meta({ examples: ['web', 'api', 'cli', 'import', 'system'] }),
      order: z.int(),
      action: z.enum(['create', 'update', 'delete', 'restore']),
      effect: figuresOutput,
    }),
  ),
  next: z.string().nullable(),
});

function showChange({ operation, change, effect }: LaterChange) {
  return {
    at: new Date(operation.at).toISOString(),
    operation: operation.id,
    kind: operation.kind,
    actor: { type: operation.actorType, id: operation.actorId, name: operation.actorName },
    source: operation.source,
    order: change.entityId,
    action: change.action,
    effect: showFigures(effect),
  };
}

export const laterChangeEndpoints = [
  endpoint({
    methods: ['GET'],
    path: '/api/reports/changes/',
    summary: 'What changed the figures of a period after its end, newest first, with the effect of each change',
    tag: 'reports',
    permission: 'report.read',
    query: laterQuery,
    output: laterOutput,
    run: (ctx, { query: { from, to, who, after, limit } }) =>
      listLaterChanges(ctx, { range: { from, to }, who, after: laterPlace(after), limit }),
    answer: ({ ended, tooMany, was, now, effect, addsUp, operations, rows, next }) => ({
      json: {
        ended,
        too_many: tooMany,
        was: showFigures(was),
        now: showFigures(now),
        effect: showFigures(effect),
        adds_up: addsUp,
        operations,
        changes: rows.map(showChange),
        next: next && laterPlaceText(next),
      },
    }),
  }),
];
