import type { Engine } from '@/db/engines/engine';
import type { ConnectionRow } from '@/db/queries/connections';
import { readSettings } from '@/db/queries/settings';
import type { Ctx } from '@/lib/domain/context';
import { isDomainError } from '@/lib/domain/errors';
import type { CmlSource } from '../commerceml/document';
import { type CmlRecord, checkFile, readDocuments } from '../commerceml/read-documents';
import { rulesOf1c } from '../rules';
import { lineText } from './lines-from';
import { type ApplyNote, ApplyRefusal } from './notes';
import { type Applied, type Taking, takeDocument, takeParty } from './take-document';

/** Remarks kept of a file; of the rest only how many there were. */
const keptNotes = 100;

/** Through which connection a file came. */
export interface Applying {
  db: Engine;
  connection: ConnectionRow;
  /** UTC. */
  now: () => Date;
  requestId: string;
}

/** How far a file has been applied; plain JSON, kept between two calls. */
export interface ApplyState {
  /** Records of the file that are done with. */
  next: number;
  done: boolean;
  /** The first operation of the file: all of them are undone as one. */
  groupId: number | null;
  counts: Record<Applied['outcome'], number>;
  notes: ApplyNote[];
}

export function startState(): ApplyState {
  return { next: 0, done: false, groupId: null, counts: { created: 0, changed: 0, same: 0, skipped: 0 }, notes: [] };
}

function settled(state: ApplyState, { outcome, operationId, notes }: Applied): ApplyState {
  const counts = { ...state.counts, [outcome]: state.counts[outcome] + 1 };
  const all = [...state.notes.filter(({ code }) => code !== 'more_notes'), ...notes];
  const before = Number(state.notes.find(({ code }) => code === 'more_notes')?.values.n ?? 0);
  const more = before + Math.max(0, all.length - keptNotes);
  const kept = [...all.slice(0, keptNotes), ...(more > 0 ? [{ code: 'more_notes' as const, values: { n: more } }] : [])];
  return { ...state, next: state.next + 1, groupId: state.groupId ?? operationId ?? null, counts, notes: kept };
}

/** One record of a file; what is refused is told, and the next one goes on. */
async function applyOne(ctx: Ctx, taking: Taking, record: CmlRecord): Promise<Applied> {
  const { number, id } = record.kind === 'document' ? record.document : { number: record.party.name, id: record.party.id };
  const named = ({ code, values }: ApplyNote): ApplyNote => ({ code, values: { document: lineText(number || id, 60), ...values } });
  try {
    const applied = await (record.kind === 'document' ? takeDocument(ctx, taking, record.document) : takeParty(ctx, taking, record.party));
    return { ...applied, notes: applied.notes.map(named) };
  } catch (error) {
    const refused = (note: ApplyNote): Applied => ({ outcome: 'skipped', notes: [named(note)] });
    if (error instanceof ApplyRefusal) return refused({ code: error.code, values: error.values });
    if (isDomainError(error)) return refused({ code: 'document_refused', values: { rule: error.code } });
    throw error;
  }
}

/**
 * Applies a file, from where `state` stands, until it ends or `until` is reached; each document in one transaction, so that a file
 * broken off goes on, and one applied again changes nothing. The whole file is read before its first document is applied: throws
 * `CommerceMlError` for a damaged one.
 */
export async function applyFile(
  { db, connection, now, requestId }: Applying,
  open: CmlSource,
  state: ApplyState,
  until: { documents?: number; ms?: number } = {},
): Promise<ApplyState> {
  if (state.done) return state;
  if (state.next === 0) await checkFile(open);
  const settings = rulesOf1c.parse(JSON.parse(connection.settings));
  const { timeZone, currency } = await db.read(readSettings);
  const { number_prefix, accept_new, reopen_final, policy } = settings;
  const rules = { numberPrefix: number_prefix, acceptNew: accept_new, reopenFinal: reopen_final, policy };
  const taking: Taking = { connectionId: connection.id, rules, settings, timeZone, currency };
  const actor = { type: 'system', name: connection.name } as const;
  const base: Ctx = { actor, source: '1c', requestId, now, db, connectionId: connection.id };
  const started = performance.now();
  let [at, done] = [0, 0];
  let after = state;
  for await (const record of readDocuments(open)) {
    if (at++ < state.next) continue;
    if (
      done >= (until.documents ?? Number.POSITIVE_INFINITY) ||
      (done > 0 && performance.now() - started > (until.ms ?? Number.POSITIVE_INFINITY))
    ) {
      return after;
    }
    after = settled(after, await applyOne({ ...base, groupId: after.groupId ?? undefined }, taking, record));
    done++;
  }
  return { ...after, done: true };
}
