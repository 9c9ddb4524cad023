import { deliverRound } from './deliver-round';
import type { Round } from './round';

/** Everything that a worker does: one line each. */
export function rounds(): Round[] {
  return [deliverRound()];
}
