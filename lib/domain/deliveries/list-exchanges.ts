import { erasedText } from '@/db/queries/exchange-privacy';
import { type ExchangeRow, exchangesBefore, findExchange } from '@/db/queries/exchanges';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import type { ExchangeNote, ExchangeOutcome } from './schema';

/** A request, ours or theirs, as pages show it; nothing secret is in it. */
export interface Exchange extends Omit<ExchangeRow, 'direction' | 'outcome' | 'note'> {
  direction: 'out' | 'in';
  outcome: ExchangeOutcome;
  note: ExchangeNote;
  /** Its texts were erased with the person they were about; they are empty. */
  erased: boolean;
}

function showExchange(row: ExchangeRow): Exchange {
  const erased = row.request === erasedText;
  return {
    ...row,
    ...(erased ? { request: '', answer: '' } : {}),
    erased,
    direction: row.direction as Exchange['direction'],
    outcome: row.outcome as ExchangeOutcome,
    note: JSON.parse(row.note) as ExchangeNote,
  };
}

export interface ListExchanges {
  connectionId?: number;
  deliveryId?: number;
  runId?: number;
  outcome?: ExchangeOutcome;
  /** As `older` gave it. */
  before?: number;
  limit: number;
}

/** The journal of requests, newest first; `older` is the `before` of the next page, null on the last one. */
export async function listExchanges(ctx: Ctx, { limit, ...query }: ListExchanges): Promise<{ rows: Exchange[]; older: number | null }> {
  may(ctx, 'connection.manage');
  const found = await ctx.db.read((tx) => exchangesBefore(tx, { ...query, limit: limit + 1 }));
  const rows = found.slice(0, limit).map(showExchange);
  return { rows, older: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

/** Throws `not_found`. */
export async function getExchange(ctx: Ctx, id: number): Promise<Exchange> {
  may(ctx, 'connection.manage');
  const row = await ctx.db.read((tx) => findExchange(tx, id));
  if (!row) throw new DomainError('not_found');
  return showExchange(row);
}
