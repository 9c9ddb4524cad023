import { noteCursors } from '@/lib/domain/exchange/keep-run';
import { exchanged } from '@/lib/domain/exchange/schema';
import type { Outcome, Provider, TwoWaySide, Work } from '../provider';
import { outcomeOfError } from './outcome-of-error';
import { beginSync } from './session';
import type { SyncSettings } from './settings';
import { pushRecord } from './sync-record';
import { withoutFields } from './without-fields';

/** What a two-way provider says of itself; the rest is the same for all. */
export type TwoWay<S extends SyncSettings> = Omit<Provider<S>, 'merges' | 'delays' | 'deliver' | 'check' | 'sync' | 'topics'> &
  Omit<TwoWaySide<S>, 'settings'>;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Three days in all: a weekend over which nobody looks at a server. */
const delays = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, hour, 3 * hour, 6 * hour, 12 * hour, 24 * hour, 24 * hour];

/** The provider of a system that records are exchanged with both ways. */
export function twoWay<S extends SyncSettings>({ join: meet, optional, readHint, ...definition }: TwoWay<S>): Provider<S> {
  const settings = ({ policy, direction, every, mapping }: S): SyncSettings => ({ policy, direction, every, mapping });
  const join = async (work: Work<S>) => withoutFields(await meet(work), optional, work.connection.settings.mapping);
  const deliver: Provider<S>['deliver'] = async (work, { entity, entityId }): Promise<Outcome> => {
    const known = exchanged.find((one) => one === entity);
    if (known === undefined || work.connection.settings.direction === 'in') return { kind: 'done' };
    try {
      await pushRecord(syncOn(work, await join(work)), known, entityId);
      return { kind: 'done' };
    } catch (error) {
      return outcomeOfError(error);
    }
  };
  return {
    ...definition,
    topics: exchanged.flatMap((entity) =>
      (['created', 'updated', 'deleted', 'restored'] as const).map((event) => `${entity}.${event}` as const),
    ),
    merges: true,
    delays,
    deliver,
    check: async (work) => {
      const peer = await join(work);
      const report = await peer.check();
      if (report.ok) await noteCursors(syncOn(work, peer).ctx(), work.connection.row.id, { vocabulary: await peer.vocabulary() });
      return report;
    },
    sync: { join, optional, settings, readHint },
  };
}

function syncOn<S extends SyncSettings>({ db, connection, now }: Work<S>, peer: Awaited<ReturnType<TwoWaySide<S>['join']>>) {
  return beginSync({ db, connection: connection.row, peer, settings: connection.settings, now });
}
