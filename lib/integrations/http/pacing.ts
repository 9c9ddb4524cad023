import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine, Tx } from '@/db/engines/engine';
import { findConnectionState, lockConnectionState, updateConnectionState } from '@/db/queries/connections';
import type { OpenConnection } from '../provider';
import { afterNews, type Bucket, type Pace, type Rate, takeToken } from './pace';
import { type PeerAnswer, PeerError } from './peer-http';

/** ms that a request waits for its turn; for longer, the work is put off instead. */
const longestTurn = 5000;

/** Rates that systems have named, by connection: known to a process from its first answer on. */
const named = new Map<number, Rate>();

export interface Pacing {
  /** Waits until a request may go out. Throws `PeerError` `busy` when that takes long. */
  turn: () => Promise<void>;
  /** Keeps what an answer says about the pace. */
  heed: (answer: PeerAnswer) => Promise<void>;
}

const asFastAsItAnswers: Pacing = { turn: async () => undefined, heed: async () => undefined };

export interface Paced {
  db: Engine;
  connection: Pick<OpenConnection, 'row'>;
  pace: Pace | undefined;
  now: () => Date;
  signal: AbortSignal;
}

/** The pace of a connection, over all processes: the bucket stands in the database. */
export function pacing({ db, connection, pace, now, signal }: Paced): Pacing {
  if (!pace) return asFastAsItAnswers;
  const { id } = connection.row;
  const rate = () => named.get(id) ?? pace.rate;

  /** One at a time in all processes: what was read is what is changed. */
  function withBucket<T>(work: (tx: Tx, bucket: Bucket | undefined) => Promise<T>): Promise<T> {
    return db.transaction(
      async (tx) => {
        await lockConnectionState(tx, id);
        const state = await findConnectionState(tx, id);
        const known = state && state.tokensMilli !== null && state.tokensAt !== null;
        return work(tx, known ? { tokensMilli: Number(state.tokensMilli), at: Number(state.tokensAt) } : undefined);
      },
      { isolation: 'read committed' },
    );
  }

  const keep = (tx: Tx, { tokensMilli, at }: Bucket) => updateConnectionState(tx, id, { tokensMilli, tokensAt: at });

  return {
    async turn() {
      for (let waited = 0; ; ) {
        const waitMs = await withBucket(async (tx, bucket) => {
          const taken = takeToken(bucket, rate(), now().getTime());
          if ('waitMs' in taken) return taken.waitMs;
          await keep(tx, taken.bucket);
          return 0;
        });
        if (waitMs === 0) return;
        if (waited + waitMs > longestTurn) throw new PeerError({ code: 'busy' }, waitMs);
        await sleep(waitMs, undefined, { signal });
        waited += waitMs;
      }
    },
    async heed({ headers }) {
      const news = pace.news?.(headers, now());
      if (!news) return;
      if (news.rate) named.set(id, news.rate);
      await withBucket((tx, bucket) => keep(tx, afterNews(bucket, rate(), news, now().getTime())));
    },
  };
}
