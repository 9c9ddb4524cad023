import { z } from 'zod';
import { dayField, line } from '@/lib/domain/fields';
import { type OrderStatus, orderStatuses } from '@/lib/domain/orders/schema';
import { rulesOf1c } from './rules';

/** Versions of CommerceML that orders can be written in, oldest first. */
const schemaVersions = ['2.05', '2.08', '2.09', '2.10', '3.1'] as const;
type SchemaVersion = (typeof schemaVersions)[number];

const encodings = ['windows-1251', 'utf-8'] as const;

function isOrderStatus(text: string): text is OrderStatus {
  return orderStatuses.some((known) => known === text);
}

function listOf(text: string): string[] {
  return text.split(',').flatMap((entry) => entry.trim() || []);
}

/** What somebody who connects 1C decides: as a form has it, so that what was stored reads again. */
export const oneCSettings = z.object({
  /** The name 1C signs in with; its password is the secret of the connection. */
  login: line(80, 1).refine((login) => !login.includes(':'), 'no_colon'),
  encoding: z.enum(encodings).default('windows-1251'),
  /** `auto`: what 1C asks for at the start of an exchange. */
  schema_version: z.enum(['auto', ...schemaVersions]).default('auto'),
  /** Orders that were there before the connection are sent from this day on; empty for none of them. */
  export_from: z.union([z.literal(''), dayField]).default(''),
  /** Statuses an order is first sent in, joined by commas; empty for any. What 1C knows already it is always told of. */
  send_statuses: line(200)
    .refine((text) => listOf(text).every(isOrderStatus), 'order_statuses')
    .default(''),
  ...rulesOf1c.shape,
});
export type OneCSettings = z.output<typeof oneCSettings>;

/** The statuses an order is first sent in; undefined for any. */
export function sentStatuses({ send_statuses }: Pick<OneCSettings, 'send_statuses'>): readonly OrderStatus[] | undefined {
  const chosen = listOf(send_statuses).filter(isOrderStatus);
  return chosen.length > 0 ? chosen : undefined;
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
