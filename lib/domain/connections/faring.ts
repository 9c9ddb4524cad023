import type { ConnectionStateRow } from '@/db/queries/connections';
import type { DeliveryCounts } from '@/db/queries/delivery-counts';
import type { Problem } from './schema';
import type { ConnectionView } from './view';

/** `idle`: nobody has come yet. `waits`: nothing is sent before `waitUntil`. `failing`: the last attempts were in vain. */
export type Condition = 'works' | 'idle' | 'waits' | 'failing' | 'paused' | 'disabled';

/** A connection and how it fares; instants are UTC epoch ms. */
export interface FaringConnection extends ConnectionView {
  condition: Condition;
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

function conditionOf(view: ConnectionView, state: ConnectionStateRow | undefined, now: Date): Condition {
  if (view.state !== 'active') return view.state;
  if (state?.waitUntil && state.waitUntil > now.getTime()) return 'waits';
  if (state?.failingSince) return 'failing';
  return state?.lastContactAt ? 'works' : 'idle';
}

/** A connection with what its workers have noted; new ones have nothing yet. */
export function faringOf(
  view: ConnectionView,
  state: ConnectionStateRow | undefined,
  counts: DeliveryCounts | undefined,
  now: Date,
): FaringConnection {
  return {
    ...view,
    condition: conditionOf(view, state, now),
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
