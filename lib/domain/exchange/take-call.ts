import { timingSafeEqual } from 'node:crypto';
import { findAnyConnection, updateConnectionState } from '@/db/queries/connections';
import { openSecret } from '@/lib/auth/secret-box';
import { secretPlace } from '../connections/secrets';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { receiveHint } from './receive-hint';

/** The secret that a caller proves himself by. */
export const callSecret = 'hook';

function isSame(given: string, stored: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(stored)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Another system calls: what it says is kept as a hint to look there soon, nothing more. Whether it is new. Throws `not_found`
 * alike for an unknown connection, a disabled one and a wrong token.
 */
export async function takeCall(
  ctx: Ctx,
  { connectionId, token, raw, key }: { connectionId: number; token: string; raw: string; key?: string },
): Promise<boolean> {
  const row = await ctx.db.read((tx) => findAnyConnection(tx, connectionId));
  const sealed = row && (JSON.parse(row.secrets) as Record<string, string>)[callSecret];
  const secret = row && sealed ? openSecret(sealed, secretPlace(row.uid, callSecret)) : undefined;
  if (!row || row.deletedAt !== null || row.state === 'disabled' || secret === undefined || !isSame(token, secret)) {
    throw new DomainError('not_found');
  }
  await ctx.db.transaction((tx) => updateConnectionState(tx, row.id, { lastContactAt: ctx.now().getTime() }), {
    isolation: 'read committed',
  });
  return receiveHint(ctx, { connectionId: row.id, raw, key });
}
