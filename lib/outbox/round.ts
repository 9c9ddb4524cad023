import type { Engine } from '@/db/engines/engine';

/** What a worker gives to the work it does. */
export interface Turn {
  db: Engine;
  /** The worker stops: begin nothing new. */
  stopping: AbortSignal;
  /** It has waited long enough for what is under way: give it up. */
  ending: AbortSignal;
  /** Has the round run again at once. */
  wake: () => void;
}

/** One thing that a worker does again and again. It must be safe in several processes at once. */
export interface Round {
  name: string;
  /** ms between two rounds when there was nothing to do. */
  pauseMs: number;
  /** One step; whether there may be more to do at once. */
  run: (turn: Turn) => Promise<boolean>;
  /** Resolves when nothing that `run` has started is under way any more. */
  settled?: () => Promise<void>;
}
