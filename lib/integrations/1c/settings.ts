import { z } from 'zod';
import { dayField, line, lines } from '@/lib/domain/fields';
import { type OrderStatus, orderStatuses } from '@/lib/domain/orders/schema';

/** Versions of CommerceML that orders can be written in, oldest first. */
export const schemaVersions = ['2.05', '2.08', '2.09', '2.10', '3.1'] as const;
export type SchemaVersion = (typeof schemaVersions)[number];

export const encodings = ['windows-1251', 'utf-8'] as const;
export type OneCEncoding = (typeof encodings)[number];

const yesNo = z.enum(['no', 'yes']).default('no');

function isOrderStatus(text: string): text is OrderStatus {
  return orderStatuses.some((known) => known === text);
}

function listOf(text: string, separator: RegExp): string[] {
  return text.split(separator).flatMap((entry) => entry.trim() || []);
}

/** `К отгрузке=Pending`: a status of theirs and the one of ours. */
function pairOf(entry: string): readonly [string, string] {
  const at = entry.lastIndexOf('=');
  return [entry.slice(0, Math.max(at, 0)).trim(), entry.slice(at + 1).trim()];
}

/** What somebody who connects 1C decides. Texts as a form has them, so that what was stored reads again. */
export const oneCSettings = z.object({
  /** The name 1C signs in with; its password is the secret of the connection. */
  login: line(80, 1).refine((login) => !login.includes(':'), 'one_word'),
  encoding: z.enum(encodings).default('windows-1251'),
  /** `auto`: what 1C asks for at the start of an exchange. */
  schemaVersion: z.enum(['auto', ...schemaVersions]).default('auto'),
  /** Orders that were there before the connection are sent from this day on; empty for none of them. */
  exportFrom: z.union([z.literal(''), dayField]).default(''),
  /** Statuses an order is first sent in, joined by commas; empty for any. What 1C knows already it is always told of. */
  statuses: line(200)
    .refine((text) => listOf(text, /,/).every(isOrderStatus), 'order_status')
    .default(''),
  /** Whether orders, clients and goods that 1C has made itself are taken in. */
  takeOrders: yesNo,
  takeClients: yesNo,
  takeProducts: yesNo,
  /** Whether 1C may move a completed or cancelled order back. */
  reopenFinal: yesNo,
  /** Lines of `their status=ours`. */
  statusMap: lines(4000)
    .refine(
      (text) =>
        listOf(text, /[\n;]/).every((entry) => {
          const [theirs, ours] = pairOf(entry);
          return theirs !== '' && isOrderStatus(ours);
        }),
      'status_map',
    )
    .default(''),
});
export type OneCSettings = z.output<typeof oneCSettings>;

/** The statuses an order is first sent in; undefined for any. */
export function sentStatuses({ statuses }: Pick<OneCSettings, 'statuses'>): readonly OrderStatus[] | undefined {
  const chosen = listOf(statuses, /,/).filter(isOrderStatus);
  return chosen.length > 0 ? chosen : undefined;
}

/** Statuses of theirs, in lower case, and which of ours each is. */
export function statusesOfTheirs({ statusMap }: Pick<OneCSettings, 'statusMap'>): ReadonlyMap<string, OrderStatus> {
  return new Map(
    listOf(statusMap, /[\n;]/).flatMap((entry) => {
      const [theirs, ours] = pairOf(entry);
      return isOrderStatus(ours) ? [[theirs.toLowerCase(), ours] as const] : [];
    }),
  );
}

/** The version orders are written in: the chosen one, else the newest that is not newer than what 1C asked for. */
export function versionFor({ schemaVersion }: Pick<OneCSettings, 'schemaVersion'>, asked: string | undefined): SchemaVersion {
  if (schemaVersion !== 'auto') return schemaVersion;
  if (asked === undefined) return '2.05';
  const [major = 0, minor = 0] = asked.split('.').map(Number);
  const notNewer = schemaVersions.filter((known) => {
    const [knownMajor = 0, knownMinor = 0] = known.split('.').map(Number);
    return knownMajor < major || (knownMajor === major && knownMinor <= minor);
  });
  return notNewer.at(-1) ?? '2.05';
}
