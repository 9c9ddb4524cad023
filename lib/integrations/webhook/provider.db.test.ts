import { Webhook } from 'standardwebhooks';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { findAnyConnection } from '@/db/queries/connections';
import { type DeliveryRow, insertDeliveries } from '@/db/queries/deliveries';
import { deliveries } from '@/db/schema/deliveries';
import { openSecret } from '@/lib/auth/secret-box';
import { createClient } from '@/lib/domain/clients/create-client';
import { createConnection } from '@/lib/domain/connections/create-connection';
import { rotateSecret } from '@/lib/domain/connections/rotate-secret';
import { topics } from '@/lib/domain/connections/schema';
import { secretPlace } from '@/lib/domain/connections/secrets';
import type { Ctx } from '@/lib/domain/context';
import { createOrder } from '@/lib/domain/orders/create-order';
import { deleteOrder } from '@/lib/domain/orders/delete-order';
import { editOrder } from '@/lib/domain/orders/edit-order';
import { addPayment } from '@/lib/domain/payments/add-payment';
import { eraseClient } from '@/lib/domain/privacy/erase-client';
import { createProduct } from '@/lib/domain/products/create-product';
import { call } from '@/lib/testing/api';
import { ctxOf } from '@/lib/testing/people';
import type { PeerAnswer, PeerRequest } from '../http/peer-http';
import type { Work } from '../provider';
import { webhook } from './provider';
import { type WebhookSettings, webhookSettings } from './settings';

let ctx: Ctx;
let now = new Date('2026-03-01T12:00:00Z');
const sent: PeerRequest[] = [];
let answer: Partial<PeerAnswer> = {};

interface Endpoint {
  id: number;
  secret: string;
}

async function connect(settings: Record<string, string> = {}): Promise<Endpoint> {
  const { connection, made } = await createConnection(ctx, {
    kind: 'webhook',
    name: 'Приёмник',
    topics: [...topics],
    settings: webhookSettings.parse({ url: 'https://hooks.example.com/in', ...settings }),
    secrets: webhook.secrets,
  });
  return { id: connection.id, secret: made.secret ?? '' };
}

async function workOf(id: number): Promise<Work<WebhookSettings>> {
  const row = await getEngine().read((tx) => findAnyConnection(tx, id));
  if (!row) throw new Error('no connection');
  const sealed = Object.entries(JSON.parse(row.secrets) as Record<string, string>);
  const secrets = Object.fromEntries(sealed.map(([name, value]) => [name, openSecret(value, secretPlace(row.uid, name)) ?? '']));
  const send = async (request: PeerRequest): Promise<PeerAnswer> => {
    sent.push(request);
    return { status: 200, headers: {}, body: Buffer.alloc(0), ...answer };
  };
  const connection = { row, settings: webhookSettings.parse(JSON.parse(row.settings)), secrets };
  return { db: getEngine(), connection, http: { send }, now: () => now, signal: new AbortController().signal };
}

const queuedFor = async (connectionId: number): Promise<DeliveryRow[]> => {
  const rows = await getEngine().read((tx) => tx.select().from(deliveries));
  return rows.filter((row) => row.connectionId === connectionId).sort((a, b) => a.id - b.id);
};

/** Tries the last delivery of a topic; what was sent. */
async function deliverLast({ id }: Endpoint, topic: string) {
  const delivery = (await queuedFor(id)).findLast((row) => row.topic === topic);
  if (!delivery) throw new Error(`nothing of ${topic}`);
  const outcome = await webhook.deliver?.(await workOf(id), delivery);
  const request = sent.at(-1);
  const body = String(request?.body);
  return {
    outcome,
    delivery,
    request,
    body,
    message: JSON.parse(body) as { type: string; timestamp: string; data: Record<string, unknown> },
  };
}

function judged(secret: string, request: PeerRequest | undefined, at = now) {
  const real = Date.now;
  Date.now = () => at.getTime();
  try {
    return new Webhook(secret).verify(String(request?.body), request?.headers ?? {});
  } finally {
    Date.now = real;
  }
}

beforeAll(async () => {
  ctx = await ctxOf('admin');
});
beforeEach(() => {
  now = new Date('2026-03-01T12:00:00Z');
  sent.length = 0;
  answer = {};
});

const items = [{ product: 'Стол', quantity: 2000, price: 150_050 }];
let clients = 0;
const newClient = async () => (await createClient(ctx, { last_name: `Ёлкина ${clients++}`, first_name: 'Анна', company: 'ООО «Ель»' })).id;

describe('a delivery', () => {
  test('tells of an order as the API shows it, with payments, and is signed', async () => {
    const endpoint = await connect();
    const { order } = await createOrder(ctx, { client: await newClient(), items, description: 'срочно' });
    await addPayment(ctx, { orderId: order.id, input: { day: '2026-02-01', amount: 100_000, method: 'cash', note: 'аванс' } });
    const { outcome, delivery, request, message } = await deliverLast(endpoint, 'order.created');
    expect(outcome).toEqual({ kind: 'done' });
    expect(request).toMatchObject({ method: 'POST', url: 'https://hooks.example.com/in', timeoutMs: 15_000 });
    expect(judged(endpoint.secret, request)).toEqual(message);
    expect(request?.headers?.['webhook-id']).toBe(delivery.uid);
    expect(message).toMatchObject({
      type: 'order.created',
      timestamp: new Date(delivery.createdAt).toISOString(),
      data: { entity: 'order', id: order.id, version: 1, changes: { description: { from: null, to: 'срочно' } } },
    });
    const shown = (await call('POST', `/api/orders/get/${order.id}/`)).json;
    expect(message.data.record).toMatchObject(shown);
    expect(message.data.record).toMatchObject({
      payments: [{ day: '2026-02-01', amount: 1000, note: 'аванс' }],
      paid: 1000,
      deleted: false,
    });
  });

  test('tells of clients and products as the API shows them', async () => {
    const endpoint = await connect();
    const client = await newClient();
    const product = await createProduct(ctx, { name: `Лампа ${client}`, sku: `L-${client}`, price: 1_250 });
    const ofClient = await deliverLast(endpoint, 'client.created');
    expect(ofClient.message.data.record).toMatchObject((await call('POST', `/api/clients/get/${client}/`)).json.client as object);
    expect(ofClient.message.data.record).toMatchObject({ company: 'ООО «Ель»', erased: false });
    const ofProduct = await deliverLast(endpoint, 'product.created');
    expect(ofProduct.message.data.record).toMatchObject((await call('POST', `/api/products/get/${product.id}/`)).json.product as object);
  });

  test('tells what has changed, and of a status apart', async () => {
    const endpoint = await connect();
    const { order } = await createOrder(ctx, { client: await newClient(), items, description: '' });
    await editOrder(ctx, { id: order.id, input: { status: 'Completed' } });
    const { message } = await deliverLast(endpoint, 'order.status_changed');
    expect(message.data).toMatchObject({ version: 2, changed: ['status'], changes: { status: { from: 'Pending', to: 'Completed' } } });
    await deleteOrder(ctx, { id: order.id });
    expect((await deliverLast(endpoint, 'order.deleted')).message.data).toMatchObject({ id: order.id, record: { deleted: true } });
  });

  test('says the same over all attempts, signed anew each time', async () => {
    const endpoint = await connect();
    const { order } = await createOrder(ctx, { client: await newClient(), items, description: 'первое' });
    answer = { status: 503 };
    const first = await deliverLast(endpoint, 'order.created');
    expect(first.outcome).toMatchObject({ kind: 'retry' });
    await editOrder(ctx, { id: order.id, input: { description: 'второе' } });
    now = new Date(now.getTime() + 3_600_000);
    const second = await deliverLast(endpoint, 'order.created');
    expect(second.body).toBe(first.body);
    expect(second.request?.headers?.['webhook-id']).toBe(first.request?.headers?.['webhook-id']);
    expect(second.request?.headers?.['webhook-signature']).not.toBe(first.request?.headers?.['webhook-signature']);
    expect(judged(endpoint.secret, second.request)).toEqual(second.message);
    expect(() => judged(endpoint.secret, first.request)).toThrow();
  });

  test('leaves the record out where the endpoint wants none', async () => {
    const endpoint = await connect({ full: '0' });
    await createOrder(ctx, { client: await newClient(), items, description: '' });
    const { message } = await deliverLast(endpoint, 'order.created');
    expect(message.data).not.toHaveProperty('record');
    expect(message.data).not.toHaveProperty('truncated');
  });

  test('stays under 20 kB, whatever the order', async () => {
    const endpoint = await connect();
    const many = Array.from({ length: 200 }, (_, n) => ({
      product: `Очень длинное наименование товара, который никто не купит № ${n}`,
      quantity: 1000,
      price: 100,
    }));
    const { order } = await createOrder(ctx, { client: await newClient(), items: many, description: '' });
    const created = await deliverLast(endpoint, 'order.created');
    expect(Buffer.byteLength(created.body)).toBeLessThan(20_000);
    expect(created.message.data).toMatchObject({ id: order.id, truncated: true, changed: expect.arrayContaining(['items']) });
    await editOrder(ctx, { id: order.id, input: { description: 'коротко' } });
    const edited = await deliverLast(endpoint, 'order.updated');
    expect(edited.message.data).toMatchObject({ truncated: true, changes: { description: { from: '', to: 'коротко' } } });
  });

  test('is signed by both secrets for a day after they were changed', async () => {
    const endpoint = await connect();
    await createOrder(ctx, { client: await newClient(), items, description: '' });
    const { made } = await rotateSecret({ ...ctx, now: () => now }, { id: endpoint.id, secret: { name: 'secret', origin: 'made' } });
    now = new Date(now.getTime() + 23 * 3_600_000);
    const within = await deliverLast(endpoint, 'order.created');
    expect(judged(endpoint.secret, within.request)).toEqual(within.message);
    expect(judged(made ?? '', within.request)).toEqual(within.message);
    now = new Date(now.getTime() + 2 * 3_600_000);
    const after = await deliverLast(endpoint, 'order.created');
    expect(judged(made ?? '', after.request)).toEqual(after.message);
    expect(() => judged(endpoint.secret, after.request)).toThrow();
  });

  test('tells nothing of what was erased, not even what it had told before', async () => {
    const endpoint = await connect();
    const client = (await createClient(ctx, { last_name: 'Жаворонкова', mobile_phone: '+79215551022' })).id;
    const { order } = await createOrder(ctx, { client, items, description: 'ключ у соседки' });
    await deliverLast(endpoint, 'client.created');
    await deliverLast(endpoint, 'order.created');
    await eraseClient(ctx, { id: client });
    const kept = JSON.stringify(await queuedFor(endpoint.id));
    expect(kept).not.toMatch(/Жаворонкова|соседки/);
    const again = await deliverLast(endpoint, 'client.created');
    expect(again.message.data).toMatchObject({ id: client, erased: true, changes: {}, record: { erased: true, mobile_phone: null } });
    expect((await deliverLast(endpoint, 'order.created')).body).not.toMatch(/Жаворонкова|соседки/);
    expect(order.id).toBeGreaterThan(0);
  });

  test('of a test stands for no record', async () => {
    const endpoint = await connect();
    const at = now.getTime();
    const row = { uid: `test-${endpoint.id}`, connectionId: endpoint.id, topic: 'test', entity: 'connection', entityId: endpoint.id };
    await getEngine().transaction((tx) => insertDeliveries(tx, [{ ...row, state: 'queued', attempts: 0, runAt: at, createdAt: at }]));
    const { message, request } = await deliverLast(endpoint, 'test');
    expect(message).toEqual({ type: 'test', timestamp: now.toISOString(), data: { message: 'It works.' } });
    expect(judged(endpoint.secret, request)).toEqual(message);
  });
});

test('a check sends a test event and tells what was answered', async () => {
  const endpoint = await connect();
  const check = async () => webhook.check?.(await workOf(endpoint.id));
  expect(await check()).toEqual({ ok: true, lines: [{ ok: true, code: 'test_taken', values: { status: 200 } }] });
  expect(judged(endpoint.secret, sent.at(-1))).toMatchObject({ type: 'test' });
  answer = { status: 404 };
  expect(await check()).toEqual({ ok: false, lines: [{ ok: false, code: 'test_refused', values: { status: 404 } }] });
});

test('an address names nobody and no password, and is one of the web', () => {
  const ok = (url: string) => webhookSettings.safeParse({ url }).success;
  expect(['https://a.example/in?x=1', 'http://127.0.0.1:1880/hook'].map(ok)).toEqual([true, true]);
  expect(['', 'ftp://a.example/', 'https://me:secret@a.example/', 'javascript:alert(1)', 'a.example'].map(ok)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
