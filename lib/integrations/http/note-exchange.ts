import type { Engine } from '@/db/engines/engine';
import { insertExchange, type NewExchange } from '@/db/queries/exchanges';
import type { ExchangeNote, ExchangeOutcome } from '@/lib/domain/deliveries/schema';
import type { OpenConnection } from '../provider';
import { excerpt } from './excerpt';
import { maskOf, maskParameters } from './mask';

/** A request, ours or theirs, as the journal of requests takes it; texts may still hold secrets. */
export interface ToldExchange {
  /** UTC. */
  at: Date;
  durationMs: number;
  direction: 'out' | 'in';
  /** Method and address. */
  subject: string;
  status: number | null;
  outcome: ExchangeOutcome;
  note: ExchangeNote;
  /** Headers, an empty line, the body (`messageText`, `bodyText`). */
  request: string;
  answer: string;
  deliveryId?: number;
  runId?: number;
}

/** A row of the journal of requests: cut to its beginning, and without a secret of the connection in any of its forms. */
export function exchangeRow(
  { row, secrets }: Pick<OpenConnection, 'row' | 'secrets'>,
  { at, note, deliveryId = undefined, runId = undefined, ...told }: ToldExchange,
  alsoSecret: readonly string[] = [],
): NewExchange {
  const masked = maskOf([...Object.values(secrets), ...alsoSecret]);
  return {
    ...told,
    connectionId: row.id,
    deliveryId: deliveryId ?? null,
    runId: runId ?? null,
    at: at.getTime(),
    subject: excerpt(maskParameters(told.subject), masked).slice(0, 500),
    note: masked(JSON.stringify(note)),
    request: excerpt(told.request, masked),
    answer: excerpt(told.answer, masked),
  };
}

/** Writes a request into the journal of requests. */
export async function noteExchange(
  db: Engine,
  connection: Pick<OpenConnection, 'row' | 'secrets'>,
  told: ToldExchange,
  alsoSecret: readonly string[] = [],
): Promise<void> {
  const row = exchangeRow(connection, told, alsoSecret);
  await db.transaction((tx) => insertExchange(tx, row), { isolation: 'read committed' });
}
