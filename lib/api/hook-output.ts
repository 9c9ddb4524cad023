import { z } from 'zod';
import type { FaringConnection } from '@/lib/domain/connections/faring';
import { connectionStates, problemCodes, topics } from '@/lib/domain/connections/schema';
import type { Delivery } from '@/lib/domain/deliveries/list-deliveries';
import type { Exchange } from '@/lib/domain/deliveries/list-exchanges';
import { deliveryStates, exchangeOutcomes } from '@/lib/domain/deliveries/schema';
import { idField } from '@/lib/domain/fields';

const instant = z.string().meta({ format: 'date-time' });
const problemOutput = z.object({ code: z.enum(problemCodes), values: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable();

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** An endpoint that is told of events. */
export const hookOutput = z.object({
  id: idField,
  name: z.string(),
  target_url: z.string(),
  events: z.array(z.enum(topics)),
  full: z.boolean().meta({ description: 'The whole record beside what has changed' }),
  state: z.enum(connectionStates),
  secret: z.string().meta({ description: 'Its last characters; the whole of it was shown once' }),
  waiting: z.int(),
  dead: z.int().meta({ description: 'Deliveries given up, until somebody asks for them again' }),
  failing_since: instant.nullable(),
  last_ok_at: instant.nullable(),
  last_problem: problemOutput,
  created_at: instant,
});

function showProblem(problem: FaringConnection['lastProblem']): z.output<typeof problemOutput> {
  return problem && { code: problem.code, values: problem.values ?? {} };
}

export function showHook(hook: FaringConnection): z.output<typeof hookOutput> {
  return {
    id: hook.id,
    name: hook.name,
    target_url: String(hook.settings.url ?? ''),
    events: hook.topics,
    full: hook.settings.full !== '0',
    state: hook.state,
    secret: hook.secrets.secret ?? '',
    waiting: hook.waiting,
    dead: hook.dead,
    failing_since: iso(hook.failingSince),
    last_ok_at: iso(hook.lastOkAt),
    last_problem: showProblem(hook.lastProblem),
    created_at: new Date(hook.createdAt).toISOString(),
  };
}

const attemptOutput = z.object({
  at: instant,
  duration_ms: z.int(),
  outcome: z.enum(exchangeOutcomes),
  status: z.int().nullable().meta({ description: 'Null when there was no answer' }),
  request: z.string(),
  answer: z.string(),
});

/** One event on its way to an endpoint. */
export const deliveryOutput = z.object({
  id: idField,
  webhook_id: z.string().meta({ description: 'The same over all attempts' }),
  event: z.string(),
  entity: z.string(),
  entity_id: z.int(),
  version: z.int().nullable(),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  next_attempt_at: instant.nullable(),
  created_at: instant,
  finished_at: instant.nullable(),
  problem: problemOutput,
  body: z.string().nullable().meta({ description: 'What is sent; null until the first attempt, and once it was erased' }),
  log: z.array(attemptOutput).meta({ description: 'The last attempts, newest first' }),
});

export function showDelivery(delivery: Delivery, attempts: readonly Exchange[]): z.output<typeof deliveryOutput> {
  return {
    id: delivery.id,
    webhook_id: delivery.uid,
    event: delivery.topic,
    entity: delivery.entity,
    entity_id: delivery.entityId,
    version: delivery.version,
    state: delivery.state,
    attempts: delivery.attempts,
    next_attempt_at: delivery.state === 'queued' ? iso(delivery.runAt) : null,
    created_at: new Date(delivery.createdAt).toISOString(),
    finished_at: iso(delivery.finishedAt),
    problem: showProblem(delivery.problem),
    body: delivery.body,
    log: attempts.map(({ at, durationMs, outcome, status, request, answer }) => ({
      at: new Date(at).toISOString(),
      duration_ms: durationMs,
      outcome,
      status,
      request,
      answer,
    })),
  };
}
