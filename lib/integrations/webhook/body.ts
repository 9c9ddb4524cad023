import type { Tx } from '@/db/engines/engine';
import type { DeliveryRow } from '@/db/queries/deliveries';
import { changeIn } from '@/db/queries/delivery-bodies';
import type { FieldChanges } from '@/lib/domain/journal/fields';
import { recordOf } from './record';

/** The event that is sent to try a receiver. */
export const testTopic = 'test';

/** Bytes that a message stays under, as Standard Webhooks asks. */
const mostBytes = 20_000;

interface Message {
  type: string;
  /** When it happened, ISO in UTC. */
  timestamp: string;
  data: Record<string, unknown>;
}

function written(message: Message): string | undefined {
  const text = JSON.stringify(message);
  return Buffer.byteLength(text) < mostBytes ? text : undefined;
}

/** The fields as the journal has them, `old` called `from` and `new` called `to`. */
function fromTo(fields: FieldChanges): Record<string, { from: unknown; to: unknown }> {
  return Object.fromEntries(Object.entries(fields).map(([name, change]) => [name, { from: change.old, to: change.new }]));
}

/**
 * What a receiver is told: the number of the record, the version it had after the change, which fields changed and how, and the
 * record as it stands now. What does not fit is left out, `truncated` says so: the record can be read by its number.
 */
export function messageText({ type, timestamp, data: { changes, record, ...told } }: Message): string {
  const attempts: Record<string, unknown>[] = [
    { ...told, changes, ...(record === undefined ? {} : { record }) },
    { ...told, changes, truncated: true },
    { ...told, truncated: true },
  ];
  for (const data of attempts) {
    const text = written({ type, timestamp, data });
    if (text !== undefined) return text;
  }
  throw new Error('A message of names alone is too large');
}

async function dataOf(tx: Tx, { entity, entityId, version, operationId }: DeliveryRow, full: boolean): Promise<Record<string, unknown>> {
  const change = operationId === null ? undefined : await changeIn(tx, operationId, entity, entityId);
  const fields = change?.json ? (JSON.parse(change.json) as FieldChanges) : {};
  return {
    entity,
    id: entityId,
    version,
    operation: operationId,
    // What was erased since is told of by name only where the values are: nowhere.
    ...(change && change.json === null ? { erased: true } : {}),
    changed: Object.keys(fields),
    changes: fromTo(fields),
    record: full ? await recordOf(tx, entity, entityId) : undefined,
  };
}

/** The body of a delivery, made once: attempts after the first send what was kept. */
export async function bodyOf(tx: Tx, delivery: DeliveryRow, full: boolean): Promise<string> {
  const timestamp = new Date(delivery.createdAt).toISOString();
  if (delivery.topic === testTopic) return JSON.stringify({ type: testTopic, timestamp, data: { message: 'It works.' } });
  return messageText({ type: delivery.topic, timestamp, data: await dataOf(tx, delivery, full) });
}
