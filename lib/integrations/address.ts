import type { ConnectionRow } from '@/db/queries/connections';
import { appUrl } from '@/lib/env';
import { providerOf } from './registry';

/** The address that the other side calls; null where it calls none. */
export function calledAddress(connection: Pick<ConnectionRow, 'id' | 'uid' | 'kind'>): string | null {
  const path = providerOf(connection.kind)?.path?.(connection);
  return path === undefined ? null : `${appUrl()}${path}`;
}
