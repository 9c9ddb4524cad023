import type { Engine } from '@/db/engines/engine';
import { env } from '@/lib/env';
import { allowedPlaces } from './http/addresses';
import { createGuardedHttp, type GuardedHttp } from './http/guarded-http';
import { journaledHttp } from './http/journaled-http';
import type { Opened } from './open-connection';
import type { Work } from './provider';

const slot = Symbol.for('order-client-accounting.guarded-http');
const shared = globalThis as typeof globalThis & { [slot]?: GuardedHttp };

/** The network of this process, with what `EXCHANGE_ALLOW` allows. */
export function networkHttp(): GuardedHttp {
  shared[slot] ??= createGuardedHttp({ allowed: allowedPlaces(env().EXCHANGE_ALLOW) });
  return shared[slot];
}

export interface WorkOn {
  db: Engine;
  now?: () => Date;
  /** Ends the requests that are under way. */
  signal?: AbortSignal;
  /** What the requests are noted for. */
  deliveryId?: number;
  runId?: number;
  /** Another network (tests). */
  network?: GuardedHttp;
}

/** What a provider works with on an opened connection; every request is guarded, paced and noted. */
export function workOn(
  { provider, connection }: Opened,
  { db, now = () => new Date(), signal = new AbortController().signal, deliveryId, runId, network = networkHttp() }: WorkOn,
): Work {
  const http = journaledHttp({ db, connection, pace: provider.pace, now, signal, deliveryId, runId, network });
  return { db, connection, http, now, signal };
}
