import type { Tx } from '@/db/engines/engine';
import type { DeliveryRow } from '@/db/queries/deliveries';
import { changeIn } from '@/db/queries/delivery-bodies';
import { testTopic } from '@/lib/domain/deliveries/send-test';
import type { FieldChanges } from '@/lib/domain/journal/fields';
import { recordOf } from './record';

/** Bytes that a message stays under, as Standard Webhooks asks. */
const mostBytes = 20_000;

/** An event as receivers get it. */
export interface Message {
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

/** What a message is about. */
export interface Told {
  entity: string;
  entityId: number;
  version: number | null;
  operationId: number | null;
  /** The changed fields as the journal keeps them; null when they were erased, undefined when nothing was recorded. */
  json: string | null | undefined;
  /** With the record as it stands. */
  full: boolean;
}

/** The `data` of a message, of any size. */
export async function messageData(tx: Tx, { entity, entityId, version, operationId, json, full }: Told): Promise<Message['data']> {
  const fields = json ? (JSON.parse(json) as FieldChanges) : {};
  return {
    entity,
    id: entityId,
    version,
    operation: operationId,
    ...(json === null ? { erased: true } : {}),
    changed: Object.keys(fields),
    changes: fromTo(fields),
    record: full ? await recordOf(tx, entity, entityId) : undefined,
  };
}

/** What a test event says. */
export function testText(at: number): string {
  return JSON.stringify({ type: testTopic, timestamp: new Date(at).toISOString(), data: { message: 'It works.' } });
}

/** The body of a delivery, made once: attempts after the first send what was kept. */
export async function bodyOf(tx: Tx, delivery: DeliveryRow, full: boolean): Promise<string> {
  const { topic, createdAt, entity, entityId, operationId } = delivery;
  if (topic === testTopic) return testText(createdAt);
  const change = operationId === null ? undefined : await changeIn(tx, operationId, entity, entityId);
  const data = await messageData(tx, { ...delivery, json: change?.json, full });
  return messageText({ type: topic, timestamp: new Date(createdAt).toISOString(), data });
}
