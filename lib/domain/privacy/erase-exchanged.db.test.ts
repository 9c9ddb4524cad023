import { beforeAll, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { connectionStates } from '@/db/schema/connections';
import { deliveries, exchanges, hints } from '@/db/schema/deliveries';
import { conflicts, exchangeRuns, findings, links } from '@/db/schema/exchange';
import { systemCtx } from '@/lib/testing/people';
import { createClient } from '../clients/create-client';
import { addConnection } from '../connections/write-connection';
import { fieldHashes } from '../exchange/fingerprint';
import { eraseClient } from './erase-client';

const db = getEngine();
const ctx = systemCtx();
const name = 'Жаворонкова';
const phone = '+79031112233';
const tables = [connectionStates, deliveries, exchanges, hints, links, conflicts, exchangeRuns, findings];

let id = 0;

async function everything(): Promise<string> {
  return db.read(async (tx) => {
    const dumped = [];
    for (const table of tables) dumped.push(JSON.stringify(await tx.select().from(table)));
    return dumped.join('\n');
  });
}

beforeAll(async () => {
  id = (await createClient(ctx, { last_name: name, mobile_phone: phone })).id;
  await db.transaction(async (tx) => {
    const { id: connectionId } = await addConnection(tx, ctx, { kind: '1c', name: '1С', topics: [], settings: {}, secrets: () => ({}) });
    const about = { connectionId, entity: 'client' };
    const problem = JSON.stringify({ code: 'rejected_because', values: { message: `${name} is no party`, status: 200 } });
    await tx.update(connectionStates).set({ lastProblem: problem });
    const made = { state: 'dead', attempts: 1, runAt: 0, createdAt: 0 };
    const [delivery] = await tx
      .insert(deliveries)
      .values({ uid: 'd', topic: 'client.updated', ...about, entityId: id, ...made, body: name, problem })
      .returning();
    const request = { connectionId, at: 0, durationMs: 1, direction: 'out', subject: 'POST', outcome: 'ok', note: '{}' };
    await tx.insert(exchanges).values([
      { ...request, deliveryId: delivery?.id ?? 0, request: name, answer: name },
      { ...request, request: '', answer: `${name} and many others` },
    ]);
    const waits = { state: 'queued', attempts: 0, runAt: 0, receivedAt: 0 };
    await tx.insert(hints).values({ connectionId, dedupeKey: 'h', raw: name, ...waits });
    const fields = JSON.stringify(fieldHashes({ mobile_phone: phone }));
    const link = { uid: 'l', fields, localHash: 'ours', remoteHash: 'theirs', told: JSON.stringify({ number: name }), createdAt: 0 };
    await tx.insert(links).values({ ...about, localId: id, remoteId: '7', ...link });
    const differs = JSON.stringify({ name: { ours: name, theirs: name } });
    await tx.insert(conflicts).values({ ...about, localId: id, remoteId: '7', fields: differs, state: 'open', createdAt: 0 });
    const notes = [{ code: 'client_several', values: { document: name } }];
    const cursor = JSON.stringify({ name: 'orders.xml', source: 0, state: { next: 3, done: true, notes } });
    const run = { connectionId, kind: 'file', state: 'failed', counts: '{}', requestId: 'r', createdAt: 0 };
    const [read] = await tx
      .insert(exchangeRuns)
      .values({ ...run, cursor, problem })
      .returning();
    const found = { runId: read?.id ?? 0, kind: 'refused', entity: 'client', detail: JSON.stringify({ name }) };
    await tx.insert(findings).values([
      { ...found, localId: id },
      { ...found, remoteId: '8' },
    ]);
  });
});

test('nothing that was exchanged holds a word about an erased person, nor what finds one again', async () => {
  const hash = fieldHashes({ mobile_phone: phone }).mobile_phone ?? '';
  const before = await everything();
  expect(before.split(name).length).toBe(15);
  expect(before).toContain(hash);
  await eraseClient(ctx, { id });
  const after = await everything();
  for (const word of [name, phone, hash]) expect(after).not.toContain(word);
  expect(after).toContain('orders.xml');
  expect(after).toContain('rejected_because');
});
