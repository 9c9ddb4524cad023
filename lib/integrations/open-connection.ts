import type { ConnectionRow } from '@/db/queries/connections';
import { openSecret } from '@/lib/auth/secret-box';
import type { Problem } from '@/lib/domain/connections/schema';
import { secretPlace } from '@/lib/domain/connections/secrets';
import type { OpenConnection, Provider } from './provider';
import { providerOf } from './registry';

/** A connection cannot be worked with until somebody mends it. */
export class ConnectionBroken extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ConnectionBroken';
  }
}

function secretsOf(row: ConnectionRow, provider: Provider): Record<string, string> {
  const stored = JSON.parse(row.secrets) as Record<string, string>;
  const hashed = new Set(provider.secrets.flatMap(({ name, origin }) => (origin === 'password' ? name : [])));
  const opened: Record<string, string> = {};
  for (const [name, sealed] of Object.entries(stored)) {
    if (hashed.has(name)) continue;
    const plain = openSecret(sealed, secretPlace(row.uid, name));
    if (plain === undefined) throw new ConnectionBroken({ code: 'secret_lost', values: { name } });
    opened[name] = plain;
  }
  return opened;
}

export interface Opened {
  provider: Provider;
  connection: OpenConnection;
}

/**
 * A connection with its settings read by its provider and its secrets opened; passwords of ours, which are kept as hashes,
 * are not among them. Throws `ConnectionBroken`.
 */
export function openConnection(row: ConnectionRow, provider: Provider | undefined = providerOf(row.kind)): Opened {
  const settings = provider?.settings.safeParse(JSON.parse(row.settings));
  if (!provider || !settings?.success) throw new ConnectionBroken({ code: 'unexpected' });
  return { provider, connection: { row, settings: settings.data, secrets: secretsOf(row, provider) } };
}
