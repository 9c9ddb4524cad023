import { z } from 'zod';
import { createConnection } from '@/lib/domain/connections/create-connection';
import { deleteConnection } from '@/lib/domain/connections/delete-connection';
import type { FaringConnection } from '@/lib/domain/connections/faring';
import { getConnection } from '@/lib/domain/connections/get-connection';
import { listConnections } from '@/lib/domain/connections/list-connections';
import { rotateSecret } from '@/lib/domain/connections/rotate-secret';
import { connectionName, type Topic, topics } from '@/lib/domain/connections/schema';
import { previousSecretMs } from '@/lib/domain/connections/secrets';
import type { Ctx } from '@/lib/domain/context';
import { getDelivery, listDeliveries } from '@/lib/domain/deliveries/list-deliveries';
import { listExchanges } from '@/lib/domain/deliveries/list-exchanges';
import { replayDeliveries, retryDelivery } from '@/lib/domain/deliveries/requeue-deliveries';
import { deliveryStates } from '@/lib/domain/deliveries/schema';
import { sendTest } from '@/lib/domain/deliveries/send-test';
import { DomainError, fieldError } from '@/lib/domain/errors';
import { idField } from '@/lib/domain/fields';
import { done, doneWithId, endpoint } from '@/lib/entry/endpoint';
import { webhook } from '@/lib/integrations/webhook/provider';
import { sampleMessages } from '@/lib/integrations/webhook/samples';
import { webhookSettings } from '@/lib/integrations/webhook/settings';
import { deliveryOutput, hookOutput, showDelivery, showHook } from './hook-output';

const tag = 'hooks';
const permission = 'connection.manage';
const [secretField = { name: 'secret', origin: 'made' as const }] = webhook.secrets;

/** The endpoint of a number; connections of other kinds are none. Throws `not_found`. */
async function hookOf(ctx: Ctx, id: number): Promise<FaringConnection> {
  const hook = await getConnection(ctx, id);
  if (hook.kind !== 'webhook') throw new DomainError('not_found');
  return hook;
}

const subscription = z.object({
  target_url: webhookSettings.shape.url,
  event: z.enum(topics).optional(),
  events: z.array(z.enum(topics)).optional().meta({ description: 'In place of `event`, when there are several' }),
  name: connectionName.optional().meta({ description: 'The host of the address unless given' }),
  full: z.boolean().default(true).meta({ description: 'The whole record beside what has changed' }),
});

async function subscribe(ctx: Ctx, { target_url, event, events = [], name, full }: z.output<typeof subscription>) {
  const wanted: Topic[] = [...new Set([...events, ...(event ? [event] : [])])];
  if (wanted.length === 0) throw fieldError('events', 'required');
  const { connection, made } = await createConnection(ctx, {
    kind: 'webhook',
    name: name ?? new URL(target_url).host.slice(0, 80),
    topics: wanted,
    settings: { url: target_url, full: full ? '1' : '0' },
    secrets: webhook.secrets,
  });
  return { id: connection.id, secret: made[secretField.name] ?? '' };
}

const replay = z.object({
  delivery: idField.optional().meta({ description: 'One delivery, whatever became of it' }),
  from: z.iso.datetime({ offset: true }).optional().meta({ description: 'Or all from this time on' }),
  to: z.iso.datetime({ offset: true }).optional().meta({ description: 'and before this one; until now when left out' }),
});

async function replayed(ctx: Ctx, id: number, { delivery, from, to }: z.output<typeof replay>): Promise<number> {
  await hookOf(ctx, id);
  if (delivery !== undefined) {
    if ((await getDelivery(ctx, delivery)).connectionId !== id) throw new DomainError('not_found');
    return (await retryDelivery(ctx, delivery)) ? 1 : 0;
  }
  if (from === undefined) throw fieldError('from', 'required');
  const end = to === undefined ? ctx.now().getTime() : Date.parse(to);
  return replayDeliveries(ctx, { connectionId: id, from: Date.parse(from), to: end });
}

const logQuery = z.object({
  state: z.enum(deliveryStates).optional(),
  before: idField.optional().meta({ description: 'Those older than this one, as `older` gave it' }),
  limit: z.int().min(1).max(100).default(20),
});

/** Attempts shown of one delivery: all that there can be. */
const mostAttempts = 20;

async function logOf(ctx: Ctx, id: number, { state, before, limit }: z.output<typeof logQuery>) {
  await hookOf(ctx, id);
  const { rows, older } = await listDeliveries(ctx, { connectionId: id, states: state && [state], before, limit });
  const deliveries = [];
  for (const row of rows) deliveries.push(showDelivery(row, (await listExchanges(ctx, { deliveryId: row.id, limit: mostAttempts })).rows));
  return { deliveries, older };
}

const messageOutput = z.object({ type: z.string(), timestamp: z.string(), data: z.record(z.string(), z.unknown()) });

function sampleEndpoint(topic: Topic) {
  return endpoint({
    methods: ['GET'],
    path: `/api/hooks/samples/${topic}/`,
    summary: `What ${topic} would say of the newest three records`,
    tag,
    permission,
    output: z.object({ samples: z.array(messageOutput) }),
    run: (ctx) => sampleMessages(ctx, topic),
    answer: (samples) => ({ json: { samples } }),
  });
}

export const hookEndpoints = [
  endpoint({
    methods: ['GET'],
    path: '/api/hooks/',
    summary: 'List the endpoints that are told of events',
    tag,
    permission,
    output: z.object({ hooks: z.array(hookOutput) }),
    run: (ctx) => listConnections(ctx),
    answer: (connections) => ({ json: { hooks: connections.filter(({ kind }) => kind === 'webhook').map(showHook) } }),
  }),
  // Not with an idempotency key: the answer would be kept, and with it the secret.
  endpoint({
    methods: ['POST'],
    path: '/api/hooks/',
    summary: 'Subscribe an address to events (Standard Webhooks); the secret is shown this once',
    tag,
    permission,
    body: subscription,
    output: doneWithId.extend({ secret: z.string() }),
    run: (ctx, { body }) => subscribe(ctx, body),
    answer: ({ id, secret }) => ({ json: { success: true, id, secret } }),
  }),
  endpoint({
    methods: ['GET'],
    path: '/api/hooks/:id/',
    summary: 'Get one endpoint',
    tag,
    permission,
    output: z.object({ hook: hookOutput }),
    run: (ctx, { id }) => hookOf(ctx, id),
    answer: (hook) => ({ json: { hook: showHook(hook) } }),
  }),
  endpoint({
    methods: ['DELETE'],
    path: '/api/hooks/:id/',
    summary: 'Unsubscribe an endpoint',
    tag,
    permission,
    writes: true,
    output: done,
    run: async (ctx, { id }) => deleteConnection(ctx, { id: (await hookOf(ctx, id)).id }),
    answer: () => ({ json: { success: true } }),
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/hooks/secret/:id/',
    summary: 'A new secret; messages are signed by the old one, too, for 24 hours',
    tag,
    permission,
    output: doneWithId.extend({ secret: z.string(), previous_until: z.string().meta({ format: 'date-time' }) }),
    run: async (ctx, { id }) => {
      await hookOf(ctx, id);
      const until = new Date(ctx.now().getTime() + previousSecretMs);
      return { id, until, ...(await rotateSecret(ctx, { id, secret: secretField })) };
    },
    answer: ({ id, made = '', until }) => ({ json: { success: true, id, secret: made, previous_until: until.toISOString() } }),
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/hooks/test/:id/',
    summary: 'Send a test event',
    tag,
    permission,
    output: done.extend({ webhook_id: z.string() }),
    run: async (ctx, { id }) => sendTest(ctx, (await hookOf(ctx, id)).id),
    answer: ({ uid }) => ({ json: { success: true, webhook_id: uid } }),
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/hooks/replay/:id/',
    summary: 'Send one delivery again, or those of a time, each under the number it had',
    tag,
    permission,
    body: replay,
    output: done.extend({ count: z.int() }),
    run: (ctx, { id, body }) => replayed(ctx, id, body),
    answer: (count) => ({ json: { success: true, count } }),
  }),
  endpoint({
    methods: ['GET'],
    path: '/api/hooks/deliveries/:id/',
    summary: 'The deliveries of an endpoint, newest first, with what was sent and answered',
    tag,
    permission,
    query: logQuery,
    output: z.object({ deliveries: z.array(deliveryOutput), older: z.int().nullable() }),
    run: (ctx, { id, query }) => logOf(ctx, id, query),
    answer: (log) => ({ json: log }),
  }),
  ...topics.map(sampleEndpoint),
];
