import { z } from 'zod';
import { dayField, line } from '@/lib/domain/fields';
import type { OrderStatus } from '@/lib/domain/orders/schema';
import { rulesOf1c } from './rules';

/** Versions of CommerceML that orders can be written in, oldest first. */
const schemaVersions = ['2.05', '2.08', '2.09', '2.10', '3.1'] as const;
type SchemaVersion = (typeof schemaVersions)[number];

const encodings = ['windows-1251', 'utf-8'] as const;

/** What somebody who connects 1C decides: as a form has it, so that what was stored reads again. */
export const oneCSettings = z.object({
  /** The name 1C signs in with; its password is the secret of the connection. */
  login: line(80, 1).refine((login) => !login.includes(':'), 'no_colon'),
  encoding: z.enum(encodings).default('windows-1251'),
  /** `auto`: what 1C asks for at the start of an exchange. */
  schema_version: z.enum(['auto', ...schemaVersions]).default('auto'),
  /** Orders that were there before the connection are sent from this day on; empty for none of them. */
  export_from: z.union([z.literal(''), dayField]).default(''),
  /** In which status an order is first sent; what 1C knows already it is always told of. */
  send_statuses: z.enum(['any', 'Completed']).default('any'),
  ...rulesOf1c.shape,
});
export type OneCSettings = z.output<typeof oneCSettings>;

/** The statuses an order is first sent in; undefined for any. */
export function sentStatuses({ send_statuses }: Pick<OneCSettings, 'send_statuses'>): readonly OrderStatus[] | undefined {
  return send_statuses === 'any' ? undefined : [send_statuses];
}

/** `2.10` is newer than `2.09`, and than `2.9`. */
function weightOf(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  return major * 1000 + minor;
}

/** The version orders are written in: the chosen one, else the newest that is not newer than what 1C asked for. */
export function versionFor({ schema_version }: Pick<OneCSettings, 'schema_version'>, asked: string | undefined): SchemaVersion {
  if (schema_version !== 'auto') return schema_version;
  const limit = weightOf(asked ?? '');
  return schemaVersions.findLast((known) => weightOf(known) <= limit) ?? '2.05';
}
