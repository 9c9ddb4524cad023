import type { Engine, Tx } from '@/db/engines/engine';
import { findImport, importsUnderWay, lockImport, longestStep, noteOutcome, rowsToApply, updateImport } from '@/db/queries/imports';
import { findUser } from '@/db/queries/users';
import type { Ctx } from '../context';
import { isDomainError } from '../errors';
import { can, type Role } from '../permissions';
import { type Applied, applyRow, type BatchPlan, planBatch } from './apply-row';
import { entityImport } from './entities';
import { type Import, readImport, storedImport } from './import-record';
import { type ImportRow, readRow } from './import-row';
import type { ImportResult } from './schema';

/**
 * Rows taken by a batch at most; it ends earlier where others are kept waiting. Each batch costs a write to the disk: with
 * shorter ones an import takes several times as long.
 */
const batch = 50;

/** How long an import is left alone that another process carries on, ms. */
const takenMs = 50;

/** A row refused in the middle of a batch: the batch is run again without it. */
class Refusal extends Error {
  constructor(
    readonly rowId: number,
    readonly code: string,
  ) {
    super(code);
  }
}

/** Whoever began an import, with the rights he has by now; undefined when they do not suffice any more. */
async function ctxOf(tx: Tx, db: Engine, { entity, userId, requestId }: Import, now: () => Date): Promise<Ctx | undefined> {
  const user = await findUser(tx, userId);
  if (!user || user.disabledAt !== null) return undefined;
  const actor = { type: 'user', id: user.id, name: user.displayName, role: user.role as Role, sessionId: '' } as const;
  const ctx: Ctx = { actor, db, now, source: 'import', requestId };
  return can(ctx, 'import.write') && can(ctx, entityImport(entity).permission) ? ctx : undefined;
}

async function tryRow(tx: Tx, ctx: Ctx, found: Import, row: ImportRow, plan: BatchPlan): Promise<Applied | undefined> {
  try {
    return await applyRow(tx, ctx, found, row, plan);
  } catch (error) {
    if (isDomainError(error)) throw new Refusal(row.id, error.code);
    throw error;
  }
}

const counters: Record<Applied['action'], keyof ImportResult> = { create: 'created', edit: 'edited', restore: 'restored' };

function counted(found: Import, { operationId, action }: Applied): Import {
  const { made } = found.file;
  const name = counters[action];
  const file = { ...found.file, made: { ...made, [name]: made[name] + 1 } };
  return { ...found, file, applied: found.applied + 1, groupId: found.groupId ?? operationId };
}

/** One batch in one transaction: its rows, their records and how far the import has come are written together, or nothing is. */
async function applyBatch(tx: Tx, ctx: Ctx, found: Import, refused: ReadonlyMap<number, string>): Promise<Import> {
  const rows = (await rowsToApply(tx, found.id, found.cursor, batch)).map(readRow);
  const started = performance.now();
  const plan = await planBatch(tx, found, rows);
  let after = found;
  for (const [at, row] of rows.entries()) {
    const refusal = refused.get(row.id);
    const applied = refusal === undefined ? await tryRow(tx, { ...ctx, groupId: after.groupId ?? undefined }, found, row, plan) : undefined;
    if (applied) after = counted(after, applied);
    else if (refusal !== undefined) after = { ...after, refused: after.refused + 1 };
    // Nothing was to be done after all: one less to wait for.
    else after = { ...after, toApply: after.toApply - 1 };
    if (applied || refusal !== undefined) {
      await noteOutcome(tx, row.id, { operationId: applied?.operationId ?? null, refusal: refusal ?? null });
    }
    after = { ...after, cursor: row.rowNo };
    if (at < rows.length - 1 && performance.now() - started > longestStep(ctx.db)) return after;
  }
  return rows.length < batch ? { ...after, state: 'done', finishedAt: ctx.now().getTime() } : after;
}

async function applyNext(tx: Tx, db: Engine, id: number, now: () => Date, refused: ReadonlyMap<number, string>) {
  if (!(await lockImport(db, tx, id))) return 'taken';
  const row = await findImport(tx, id);
  if (row?.state !== 'applying') return false;
  const found = readImport(row);
  const ctx = await ctxOf(tx, db, found, now);
  const after: Import = ctx
    ? await applyBatch(tx, ctx, found, refused)
    : { ...found, state: 'stopped', failure: 'forbidden', finishedAt: now().getTime() };
  await updateImport(tx, storedImport(after));
  return after.state === 'applying';
}

/** Carries the writing of an import on by one batch; whether there is more to do. */
export async function continueApplying(db: Engine, id: number, now: () => Date): Promise<boolean> {
  const refused = new Map<number, string>();
  for (;;) {
    try {
      const went = await db.transaction((tx) => applyNext(tx, db, id, now, refused));
      if (went !== 'taken') return went;
      await new Promise((done) => setTimeout(done, takenMs));
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.set(error.rowId, error.code);
    }
  }
}

/** Imports that a stopped process left unfinished. */
export async function unfinishedImports(db: Engine): Promise<number[]> {
  return (await db.read(importsUnderWay)).map(({ id }) => id);
}

/** Forgets where the file of an import stood, which has been removed. */
export async function forgetFile(db: Engine, id: number): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await findImport(tx, id);
    if (row && row.fileKey !== null) await updateImport(tx, { ...row, fileKey: null });
  });
}
