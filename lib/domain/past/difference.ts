import { diffSnapshots, type FieldChanges, type Snapshot } from '../journal/fields';
import type { PastRecord } from './fold';
import { clientIdOf } from './past-orders';
import type { PastEntity } from './schema';

/** What happened to a record between two moments, on the whole. */
export interface Difference {
  /** `none`: nothing, or it was changed and changed back; also for what came and went in between. */
  action: 'none' | 'create' | 'update' | 'delete' | 'restore';
  /** Empty unless it stood in the list at both moments. */
  fields: FieldChanges;
  /** Fields that cannot be compared: a value was erased. */
  erased: string[];
  from: PastRecord;
  to: PastRecord;
}

function actionOf(from: PastRecord, to: PastRecord): Exclude<Difference['action'], 'update'> {
  if (to.existence === 'live') return from.existence === 'absent' ? 'create' : from.existence === 'deleted' ? 'restore' : 'none';
  return from.existence === 'live' ? 'delete' : 'none';
}

function without(snapshot: Snapshot, names: readonly string[]): Snapshot {
  return Object.fromEntries(Object.entries(snapshot).filter(([name]) => !names.includes(name)));
}

/** The net difference of two states. An order whose client was renamed meanwhile has not changed. */
export function differenceBetween(entity: PastEntity, from: PastRecord, to: PastRecord): Difference {
  const action = actionOf(from, to);
  if (action !== 'none' || from.existence !== 'live' || to.existence !== 'live') return { action, fields: {}, erased: [], from, to };
  const erased = [...new Set([...from.erased, ...to.erased])];
  const sameClient = entity === 'order' && clientIdOf(from.snapshot) === clientIdOf(to.snapshot) ? ['client'] : [];
  const skipped = [...erased, ...sameClient];
  const fields = diffSnapshots(without(from.snapshot, skipped), without(to.snapshot, skipped));
  const changed = Object.keys(fields).length > 0 || (erased.length > 0 && from.version !== to.version);
  return { action: changed ? 'update' : 'none', fields, erased, from, to };
}
