import { randomUUID } from 'node:crypto';
import { type ConnectionRow, workableConnections } from '@/db/queries/connections';
import { connectionKinds } from '@/lib/domain/connections/schema';
import type { GuardedHttp } from '@/lib/integrations/http/guarded-http';
import type { Provider } from '@/lib/integrations/provider';
import { providerOf } from '@/lib/integrations/registry';
import { log } from '@/lib/log';
import { attempt, leaseMs } from './attempt';
import { claimFrom, seesWork } from './claim';
import { type Clock, wallClock } from './clock';
import type { Round, Turn } from './round';
import { settle } from './settle';

/** Connections that are told side by side. */
const sideBySide = 4;

/** Deliveries after which a connection lets another one have its place. */
const inARow = 20;

export interface DeliverOptions {
  clock?: Clock;
  /** Other systems and another network (tests). */
  providers?: (kind: string) => Provider | undefined;
  network?: GuardedHttp;
}

/** Tells one connection of its next delivery; false when there is none. */
export async function deliverNext(
  { db, ending }: Pick<Turn, 'db' | 'ending'>,
  { id, kind }: Pick<ConnectionRow, 'id' | 'kind'>,
  { clock = wallClock, providers = providerOf, network }: DeliverOptions = {},
): Promise<boolean> {
  const provider = providers(kind);
  if (!provider?.deliver) return false;
  const owner = randomUUID();
  const at = clock.now().getTime();
  const claimed = await claimFrom(db, { connectionId: id, merges: provider.merges, lease: { owner, until: at + leaseMs }, at });
  if (!claimed) return false;
  const task = { db, ...claimed, provider, owner, clock, stopping: ending, ...(network ? { network } : {}) };
  await settle(db, { ...claimed, owner, verdict: await attempt(task), delays: provider.delays }, clock);
  return true;
}

/** Working off the outbox: a few connections side by side, each in the order of its queue. */
export function deliverRound(options: DeliverOptions = {}): Round {
  const { clock = wallClock, providers = providerOf } = options;
  const lanes = new Map<number, Promise<void>>();
  let last = 0;

  async function lane(turn: Turn, connection: ConnectionRow): Promise<boolean> {
    let told = 0;
    while (told < inARow && !turn.stopping.aborted && (await deliverNext(turn, connection, options))) told++;
    return told > 0;
  }

  function open(turn: Turn, connection: ConnectionRow): void {
    const { id } = connection;
    const running = lane(turn, connection)
      .catch((error: unknown) => {
        // Whatever it was, such as a database that is away: the lease ends, and the round comes again.
        log().warn({ err: error, connection: id }, 'deliveries of a connection were put off');
        return false;
      })
      .then((more) => {
        lanes.delete(id);
        if (more) turn.wake();
      });
    lanes.set(id, running);
  }

  return {
    name: 'deliveries',
    pauseMs: 500,
    async run(turn) {
      const at = clock.now().getTime();
      const kinds = connectionKinds.filter((kind) => providers(kind)?.deliver);
      const found = await turn.db.read((tx) => workableConnections(tx, kinds, at));
      // In turn, beginning behind the one that began last.
      const rows = found.map(({ row }) => row);
      for (const row of [...rows.filter(({ id }) => id > last), ...rows.filter(({ id }) => id <= last)]) {
        if (lanes.size >= sideBySide || turn.stopping.aborted) break;
        if (lanes.has(row.id) || !(await seesWork(turn.db, row.id, at))) continue;
        last = row.id;
        open(turn, row);
      }
      return false;
    },
    settled: async () => void (await Promise.all(lanes.values())),
  };
}
