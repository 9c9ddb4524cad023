import type { ConnectionRow } from '@/db/queries/connections';
import type { Json } from '../journal/fields';
import { type ConnectionKind, type ConnectionState, connectionKinds, connectionStates, type Topic } from './schema';
import { maskedSecrets, type StoredSecrets } from './secrets';

/** A connection as pages and answers show it: its secrets masked. */
export interface ConnectionView extends Omit<ConnectionRow, 'kind' | 'state' | 'topics' | 'settings' | 'secrets'> {
  kind: ConnectionKind;
  state: ConnectionState;
  topics: Topic[];
  settings: Record<string, Json>;
  /** Name to what may be shown of it. */
  secrets: Record<string, string>;
}

/** The view of a stored connection. */
export function viewOf(row: ConnectionRow): ConnectionView {
  return {
    ...row,
    kind: connectionKinds.find((kind) => kind === row.kind) ?? 'webhook',
    state: connectionStates.find((state) => state === row.state) ?? 'disabled',
    topics: JSON.parse(row.topics) as Topic[],
    settings: JSON.parse(row.settings) as Record<string, Json>,
    secrets: maskedSecrets(JSON.parse(row.secrets) as StoredSecrets, row.uid),
  };
}
