import { DomainError } from './errors';

/** Refuses with `stale_version` when the caller saw another version than the one that stands. */
export function refuseStale(record: { version: number }, expected: number | undefined): void {
  if (expected !== undefined && expected !== record.version) {
    throw new DomainError('stale_version', { values: { version: record.version } });
  }
}

/** The row an optimistic update gave back; none means that somebody else was faster. */
export function updated<R>(row: R | undefined): R {
  if (!row) throw new DomainError('stale_version');
  return row;
}
