import type { ConnectionStateRow } from '@/db/queries/connections';
import type { DeliveryCounts } from '@/db/queries/delivery-counts';
import type { Problem } from './schema';
import type { ConnectionView } from './view';

/** A connection and how it fares; instants are UTC epoch ms. */
export interface FaringConnection extends ConnectionView {
  /** Deliveries that wait or are under way, and those given up. */
  waiting: number;
  dead: number;
  /** Nothing is sent before this. */
  waitUntil: number | null;
  failingSince: number | null;
  lastOkAt: number | null;
  lastContactAt: number | null;
  lastProblem: Problem | null;
  lastProblemAt: number | null;
}

/** A connection with what its workers have noted; new ones have nothing yet. */
export function faringOf(
  view: ConnectionView,
  state: ConnectionStateRow | undefined,
  counts: DeliveryCounts | undefined,
): FaringConnection {
  return {
    ...view,
    waiting: counts?.waiting ?? 0,
    dead: counts?.dead ?? 0,
    waitUntil: state?.waitUntil ?? null,
    failingSince: state?.failingSince ?? null,
    lastOkAt: state?.lastOkAt ?? null,
    lastContactAt: state?.lastContactAt ?? null,
    lastProblem: state?.lastProblem ? (JSON.parse(state.lastProblem) as Problem) : null,
    lastProblemAt: state?.lastProblemAt ?? null,
  };
}
