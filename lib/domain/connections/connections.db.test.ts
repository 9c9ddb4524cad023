import { beforeAll, describe, expect, test } from 'vitest';
import { findAnyConnection, updateConnectionState } from '@/db/queries/connections';
import { insertDeliveries } from '@/db/queries/deliveries';
import { verifyPassword } from '@/lib/auth/password';
import { openSecret } from '@/lib/auth/secret-box';
import { ctxOf } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import type { Ctx } from '../context';
import { listHistory } from '../history/list-history';
import { createOrder } from '../orders/create-order';
import { undoOperation } from '../undo/undo-operation';
import { createConnection } from './create-connection';
import { deleteConnection } from './delete-connection';
import { editConnection } from './edit-connection';
import { getConnection } from './get-connection';
import { listConnections } from './list-connections';
import { pauseConnection, resumeConnection } from './pause-connection';
import { rotateSecret } from './rotate-secret';
import type { StoredSecrets } from './secrets';

let ctx: Ctx;
beforeAll(async () => {
  ctx = await ctxOf('admin');
});

function webhook(name = 'Node-RED') {
  const settings = { url: 'https://example.test/hook' };
  return createConnection(ctx, {
    kind: 'webhook',
    name,
    topics: ['order.created'],
    settings,
    secrets: [{ name: 'secret', origin: 'made' }],
  });
}

async function storedSecrets(id: number): Promise<StoredSecrets> {
  const row = await ctx.db.read((tx) => findAnyConnection(tx, id));
  return JSON.parse(row?.secrets ?? '{}') as StoredSecrets;
}

async function lastOperation(): Promise<number> {
  const { entries } = await listHistory(ctx, { limit: 1, entity: 'connection' });
  return entries[0]?.operation.id ?? 0;
}

describe('secrets', () => {
  test('a made one is shown once, stored sealed in its place, and masked from then on', async () => {
    const { connection, made } = await webhook();
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const stored = await storedSecrets(connection.id);
    expect(stored.secret).not.toContain(made.secret?.slice(6) ?? '?');
    expect(openSecret(stored.secret ?? '', `${connection.uid}:secret`)).toBe(made.secret);
    expect(connection.secrets).toEqual({ secret: `••••${made.secret?.slice(-4)}` });
    expect(JSON.stringify(await getConnection(ctx, connection.id))).not.toContain(made.secret);
  });

  test('a password is stored as its hash and nothing of it is shown', async () => {
    const secrets = [{ name: 'password', origin: 'password', value: 'tajna kassy 17' }] as const;
    const { connection, made } = await createConnection(ctx, { kind: '1c', name: '1С', settings: { login: 'kassa' }, secrets });
    expect(made).toEqual({});
    expect(await verifyPassword((await storedSecrets(connection.id)).password, 'tajna kassy 17')).toBe(true);
    expect(connection.secrets).toEqual({ password: '••••' });
  });

  test('a missing one is refused at its field', async () => {
    const refused = createConnection(ctx, { kind: '1c', name: '1С', settings: {}, secrets: [{ name: 'password', origin: 'password' }] });
    await expect(refused).rejects.toMatchObject({ code: 'validation', details: { fields: { password: [{ rule: 'required' }] } } });
  });

  test('the one before a new made one stays good for 24 hours', async () => {
    const { connection, made } = await webhook();
    const { made: fresh } = await rotateSecret(ctx, { id: connection.id, secret: { name: 'secret', origin: 'made' } });
    const stored = await storedSecrets(connection.id);
    const open = (name: string) => openSecret(stored[name] ?? '', `${connection.uid}:${name}`);
    expect(fresh).not.toBe(made.secret);
    expect(open('secret')).toBe(fresh);
    expect(open('previous')).toBe(made.secret);
    expect(Number(open('previousUntil')) - Date.now()).toBeGreaterThan(23.9 * 3600_000);
    expect(Object.keys((await getConnection(ctx, connection.id)).secrets)).toEqual(['secret']);
  });
});

describe('state', () => {
  test('pausing stands in the history and is taken back by undo', async () => {
    const { connection } = await webhook();
    expect((await pauseConnection(ctx, connection.id)).state).toBe('paused');
    await undoOperation(ctx, await lastOperation());
    expect((await getConnection(ctx, connection.id)).state).toBe('active');
  });

  test('resuming forgets what it waited for', async () => {
    const { connection } = await webhook();
    await pauseConnection(ctx, connection.id);
    const failing = { failures: 7, failingSince: 1, waitUntil: Date.now() + 60_000 };
    await ctx.db.transaction((tx) => updateConnectionState(tx, connection.id, failing));
    await resumeConnection(ctx, connection.id);
    expect(await getConnection(ctx, connection.id)).toMatchObject({ state: 'active', waitUntil: null, failingSince: null });
  });

  test('a deleted one is told of nothing; it comes back by undo', async () => {
    const { connection } = await webhook();
    const { id } = connection;
    await deleteConnection(ctx, { id });
    await expect(getConnection(ctx, id)).rejects.toMatchObject({ code: 'not_found' });
    const client = await createClient(ctx, { company: 'Ромашка' });
    await createOrder(ctx, { client: client.id, items: [{ product: 'Стол', quantity: 1000, price: 100 }] });
    await undoOperation(ctx, await lastOperation());
    expect(await getConnection(ctx, id)).toMatchObject({ state: 'active', waiting: 0, secrets: connection.secrets });
  });
});

describe('editing', () => {
  test('changes what is given, and refuses who saw another version', async () => {
    const { connection } = await webhook();
    const { id, version } = connection;
    const saved = await editConnection(ctx, { id, topics: ['client.created'], expectedVersion: version });
    expect(saved).toMatchObject({ name: 'Node-RED', topics: ['client.created'], settings: connection.settings, version: version + 1 });
    await expect(editConnection(ctx, { id, name: 'X', expectedVersion: version })).rejects.toMatchObject({ code: 'stale_version' });
  });
});

describe('the list', () => {
  test('counts what waits and what was given up', async () => {
    const { connection } = await webhook('Склад');
    const at = Date.now();
    const row = {
      connectionId: connection.id,
      topic: 'order.created',
      entity: 'order',
      entityId: 1,
      attempts: 0,
      runAt: at,
      createdAt: at,
    };
    const states = ['queued', 'running', 'dead', 'done', 'merged', 'skipped'];
    await ctx.db.transaction((tx) =>
      insertDeliveries(
        tx,
        states.map((state) => ({ ...row, uid: `${connection.uid}-${state}`, state })),
      ),
    );
    expect((await listConnections(ctx)).find(({ id }) => id === connection.id)).toMatchObject({ waiting: 2, dead: 1 });
  });
});
