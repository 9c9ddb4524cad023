import type { Engine } from '@/db/engines/engine';
import { log } from '@/lib/log';
import type { Round, Turn } from './round';

/** ms after a failure, such as a database that is away. */
const failurePause = 10_000;

/** ms that what is under way may take when the worker is to stop. */
const graceMs = 5000;

export interface Worker {
  /** Begins nothing new, waits for what is under way, gives up what takes too long, and gives its leases back. */
  stop: () => Promise<void>;
}

/** A pause that somebody may end, also before it has begun. */
function alarm(): { pause: (ms: number) => Promise<void>; ring: () => void } {
  let rung = false;
  let end: (() => void) | undefined;
  return {
    async pause(ms) {
      if (!rung) {
        await new Promise<void>((done) => {
          const timer = setTimeout(done, ms).unref();
          end = () => {
            clearTimeout(timer);
            done();
          };
        });
      }
      rung = false;
      end = undefined;
    },
    ring() {
      rung = true;
      end?.();
    },
  };
}

/** Does these rounds, each in a loop of its own, until it is stopped. Several workers, also in several processes, get along. */
export function startWorker(db: Engine, rounds: readonly Round[]): Worker {
  const stopping = new AbortController();
  const ending = new AbortController();

  function loop(round: Round): { ended: Promise<void>; ring: () => void } {
    const { pause, ring } = alarm();
    const turn: Turn = { db, stopping: stopping.signal, ending: ending.signal, wake: ring };
    const go = async () => {
      while (!stopping.signal.aborted) {
        const wait = await round.run(turn).then(
          (more) => (more ? 0 : round.pauseMs),
          (error: unknown) => {
            log().warn({ err: error }, `${round.name} was put off`);
            return failurePause;
          },
        );
        if (!stopping.signal.aborted) await pause(wait);
      }
      await round.settled?.();
    };
    return { ended: go(), ring };
  }

  const loops = rounds.map(loop);
  return {
    async stop() {
      stopping.abort();
      for (const { ring } of loops) ring();
      const late = setTimeout(() => ending.abort(), graceMs);
      await Promise.all(loops.map(({ ended }) => ended));
      clearTimeout(late);
    },
  };
}
