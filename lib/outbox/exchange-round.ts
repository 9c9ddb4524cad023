import { exchangeRound } from '@/lib/integrations/sync/rounds';
import type { Round } from './round';

/** Reading what other systems have: by schedule, by their calls, and in the runs that people begin. */
export function readingRound(): Round {
  return { name: 'exchange', pauseMs: 2000, run: ({ db, ending }) => exchangeRound({ db, signal: ending }) };
}
