import type { ExchangeRunRow } from '@/db/queries/exchange-runs';
import type { Problem } from '@/lib/domain/connections/schema';
import type { Step } from '@/lib/domain/exchange/keep-run';
import { type RunCursor, readRunCursor } from '@/lib/domain/exchange/run-cursor';
import type { Exchanged, FindingDetail, FindingKind, RunCounts } from '@/lib/domain/exchange/schema';
import { outcomeOfError } from './outcome-of-error';
import type { Remote } from './peer';
import type { Effect, Sync } from './session';
import { LooksLikeOthers } from './take-new';

const countOf: Record<Effect, keyof RunCounts> = {
  created_here: 'created',
  updated_here: 'updated',
  deleted_here: 'deleted',
  created_there: 'sent',
  updated_there: 'sent',
  linked: 'linked',
  conflict: 'conflicts',
};

/** What one step of a run collects. */
export interface RunState {
  sync: Sync;
  cursor: RunCursor;
  counts: RunCounts;
  findings: Step['findings'][number][];
  fixed: number[];
}

/** The state of a stored run at the beginning of a step. */
export function beginStep(run: ExchangeRunRow, sync: Sync): RunState {
  return { sync, cursor: readRunCursor(run.cursor), counts: JSON.parse(run.counts) as RunCounts, findings: [], fixed: [] };
}

/** One more of something. */
export function count(state: RunState, name: keyof RunCounts, more = 1): void {
  if (more > 0) state.counts[name] = (state.counts[name] ?? 0) + more;
}

/** What a record of theirs goes by. */
export function nameOfRemote({ values, told, id }: Remote): string {
  return told?.number ?? (typeof values.name === 'string' && values.name ? values.name : id);
}

/** Notes something about a record. */
export function find(
  state: RunState,
  kind: FindingKind,
  record: { entity: Exchanged; localId?: number; remoteId?: string },
  detail: FindingDetail,
): void {
  state.findings.push({ kind, ...record, detail });
}

/**
 * Exchanges one record of a run. A refusal of this record becomes a finding and the run goes on; what stands in the way of
 * all is thrown.
 */
export async function exchangeOne(
  state: RunState,
  record: { entity: Exchanged; localId?: number; remoteId?: string; name: string },
  exchange: () => Promise<Set<Effect>>,
): Promise<void> {
  const { name, ...which } = record;
  try {
    for (const effect of await exchange()) count(state, countOf[effect]);
  } catch (error) {
    if (error instanceof LooksLikeOthers) {
      count(state, 'duplicates');
      find(state, 'duplicate', which, { name, like: [...error.alike] });
      return;
    }
    const { kind, problem } = outcomeOfError(error);
    if (kind !== 'dead') throw error;
    count(state, 'refused');
    find(state, problem.code === 'unmapped' ? 'unmapped' : 'refused', which, { name, problem });
  }
}

/** Words over there that nobody has mapped: told once for each record. */
export function tellUnmapped(state: RunState, entity: Exchanged, remote: Remote): void {
  for (const { field, value } of remote.unmapped ?? []) {
    const problem: Problem = { code: 'unmapped', values: { field, name: value } };
    find(state, 'unmapped', { entity, remoteId: remote.id }, { name: nameOfRemote(remote), problem });
  }
}

/** What a step that failed has done all the same; what it has only looked at will be counted again. */
export function countsOfFailed(before: RunCounts, { counts }: RunState): RunCounts {
  const { created, updated, deleted, sent, linked } = counts;
  return JSON.parse(JSON.stringify({ ...before, created, updated, deleted, sent, linked })) as RunCounts;
}
