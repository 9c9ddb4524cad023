/** `Idempotency-Key`: the first answer of a writing call is kept for a day, in the transaction of the data itself. */
import { createHash } from 'node:crypto';
import { isDbError } from '@/db/engines/db-error';
import type { Engine } from '@/db/engines/engine';
import { findIdempotencyKey, type IdempotencyScope, insertIdempotencyKey } from '@/db/queries/idempotency';
import type { Ctx, UserActor } from '@/lib/domain/context';
import { DomainError } from '@/lib/domain/errors';
import type { Answer, PreparedCall } from './endpoint';
import { DoorError, isDoorError } from './errors';

const keptMs = 24 * 3600 * 1000;

const slot = Symbol.for('order-client-accounting.idempotency');
const shared = globalThis as typeof globalThis & { [slot]?: Set<string> };

/** Keys whose first call runs in this process; another process is stopped by the unique index. */
function running(): Set<string> {
  shared[slot] ??= new Set();
  return shared[slot];
}

/** The header's value, or undefined without one. Throws `bad_idempotency_key`. */
export function idempotencyKeyOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(header)) throw new DoorError('bad_idempotency_key');
  return header;
}

async function firstAnswer(db: Engine, scope: IdempotencyScope, bodyHash: string, now: number): Promise<Answer | undefined> {
  const known = await db.read((tx) => findIdempotencyKey(tx, scope));
  if (!known || known.createdAt < now - keptMs) return undefined;
  if (known.bodyHash !== bodyHash) throw new DoorError('idempotency_mismatch');
  return { json: JSON.parse(known.body) as unknown, headers: { 'idempotency-replayed': 'true' } };
}

/**
 * Runs a writing call once for its key: the same key and body gives the first answer again, another body is
 * `idempotency_mismatch`, a key whose first call still runs is `idempotency_running`. Only successes are kept.
 */
export async function runOnce(ctx: Ctx, call: PreparedCall, scope: IdempotencyScope): Promise<Answer> {
  const bodyHash = createHash('sha256').update(call.fingerprint).digest('hex');
  const now = ctx.now().getTime();
  const flight = JSON.stringify(scope);
  if (running().has(flight)) throw new DoorError('idempotency_running');
  running().add(flight);
  try {
    const known = await firstAnswer(ctx.db, scope, bodyHash, now);
    if (known) return known;
    return await call.run(ctx, async (tx, answer) => {
      if (!('json' in answer)) return;
      await insertIdempotencyKey(tx, { ...scope, bodyHash, body: JSON.stringify(answer.json), createdAt: now }, now - keptMs);
    });
  } catch (error) {
    if (!(isDbError(error) && error.kind === 'unique')) throw error;
    const theirs = await firstAnswer(ctx.db, scope, bodyHash, now);
    if (theirs) return theirs;
    throw error;
  } finally {
    running().delete(flight);
  }
}

export interface FormSubmission<R> {
  /** The form's address. */
  path: string;
  /** Made with the form when it was shown; without one the form may be sent again and again. */
  key: string | undefined;
  /** What was filled in. */
  content: unknown;
  run: (ctx: Ctx) => Promise<R>;
  idOf: (result: R) => number;
}

/** How often, and after how many ms, a second send asks whether the first has ended. */
const patience = { times: 100, pause: 100 };

async function afterTheFirst<T>(work: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn++) {
    try {
      return await work();
    } catch (error) {
      if (!isDoorError(error) || error.code !== 'idempotency_running' || turn === patience.times) throw error;
      await new Promise((done) => setTimeout(done, patience.pause));
    }
  }
}

async function savedId(db: Engine, scope: IdempotencyScope): Promise<number> {
  const known = await db.read((tx) => findIdempotencyKey(tx, scope));
  return known ? (JSON.parse(known.body) as { id: number }).id : 0;
}

/**
 * A form's verb, once for its key: a double click or a repeated send gives the first record again. The same form sent
 * with other content – after going back, say – throws `form_already_saved` with the id of what it has become.
 */
export async function submitOnce<R>(ctx: Ctx & { actor: UserActor }, submission: FormSubmission<R>): Promise<number> {
  const { path, key, content, run, idOf } = submission;
  if (!key) return idOf(await run(ctx));
  const scope = { userId: ctx.actor.id, method: 'FORM', path, key };
  const answerOf = (result: R): Answer => ({ json: { id: idOf(result) } });
  const call: PreparedCall = {
    fingerprint: JSON.stringify(content),
    run: async (inner, remember) => {
      const beforeCommit: Ctx['beforeCommit'] = remember && ((tx, result) => remember(tx, answerOf(result as R)));
      return answerOf(await run({ ...inner, beforeCommit }));
    },
  };
  try {
    const answer = await afterTheFirst(() => runOnce(ctx, call, scope));
    return 'json' in answer ? (answer.json as { id: number }).id : 0;
  } catch (error) {
    if (!isDoorError(error) || error.code !== 'idempotency_mismatch') throw error;
    const id = await savedId(ctx.db, scope);
    throw new DomainError('form_already_saved', { id, values: { id } });
  }
}
