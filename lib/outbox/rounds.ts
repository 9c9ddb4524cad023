import { deliverRound } from './deliver-round';
import { readingRound } from './exchange-round';
import type { Round } from './round';

/** Everything that a worker does: one line each. */
export function rounds(): Round[] {
  return [deliverRound(), readingRound()];
}
