import type { ExchangeRunRow, FindingRow } from '@/db/queries/exchange-runs';
import type { Problem } from '../connections/schema';
import {
  type Exchanged,
  exchanged,
  type FindingDetail,
  type FindingKind,
  findingKinds,
  type RunCounts,
  type RunState,
  runStates,
} from './schema';

/** A run as pages show it. */
export interface RunView extends Omit<ExchangeRunRow, 'state' | 'counts' | 'problem' | 'cursor' | 'leaseUntil'> {
  /** A `RunKind`, or `file` for a file that the other side brought. */
  kind: string;
  state: RunState;
  counts: RunCounts;
  problem: Problem | null;
}

/** The view of a stored run. */
export function viewOfRun(row: ExchangeRunRow): RunView {
  const { state, counts, problem, cursor: _cursor, leaseUntil: _lease, ...rest } = row;
  return {
    ...rest,
    state: runStates.find((known) => known === state) ?? 'failed',
    counts: JSON.parse(counts) as RunCounts,
    problem: problem === null ? null : (JSON.parse(problem) as Problem),
  };
}

/** A finding as pages show it. */
export interface FindingView extends Omit<FindingRow, 'kind' | 'entity' | 'detail'> {
  kind: FindingKind;
  entity: Exchanged;
  detail: FindingDetail;
}

/** The view of a stored finding. */
export function viewOfFinding(row: FindingRow): FindingView {
  return {
    ...row,
    kind: findingKinds.find((known) => known === row.kind) ?? 'refused',
    entity: exchanged.find((known) => known === row.entity) ?? 'client',
    detail: JSON.parse(row.detail) as FindingDetail,
  };
}
