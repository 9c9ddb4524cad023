import { hrefWith, singleParams } from '@/components/data-table/list-url';
import { minuteEnd } from '@/lib/domain/day-start';
import { type OrderStatus, orderStatuses } from '@/lib/domain/orders/schema';
import type { PastEntity } from '@/lib/domain/past/schema';
import { isDay } from '@/lib/domain/period';
import type { FilterParams as ListParams, SearchParams } from '@/lib/entry/filter-params';

/** The moments of an address, UTC epoch ms. A link names them to the millisecond, the form by day and minute. */
export interface Moments {
  at: number | undefined;
  /** A later one to compare with. */
  to: number | undefined;
}

function exact(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function typed(day: string | undefined, time: string | undefined, timeZone: string): number | undefined {
  if (day === undefined || !isDay(day)) return undefined;
  const minute = time !== undefined && /^([01]\d|2[0-3]):[0-5]\d/.test(time) ? time.slice(0, 5) : '23:59';
  return minuteEnd(day, minute, timeZone);
}

/** The moments of an address, none of them in the future, the earlier one first. */
export function readMoments(search: SearchParams, timeZone: string, now: number): Moments {
  const given = singleParams(search);
  const known = [
    exact(given.at) ?? typed(given.day, given.time, timeZone),
    given.to === 'now' ? now : (exact(given.to) ?? typed(given.day2, given.time2, timeZone)),
  ]
    .filter((moment) => moment !== undefined)
    .map((moment) => Math.min(moment, now))
    .sort((a, b) => a - b);
  return { at: known[0], to: known[1] };
}

export interface PastUrl extends Moments {
  entity: PastEntity;
  q: string | undefined;
  status: OrderStatus | undefined;
  client: number | undefined;
  before: number | undefined;
  /** Where a page of differences goes on. */
  after: { at: number; changeId: number } | undefined;
}

/** The address of a list of the past. */
export function readPastUrl(search: SearchParams, timeZone: string, now: number): PastUrl {
  const given = singleParams(search);
  const [, at, changeId] = /^(\d{1,15})-(\d{1,15})$/.exec(given.after ?? '') ?? [];
  return {
    ...readMoments(search, timeZone, now),
    entity: given.what === 'clients' ? 'client' : 'order',
    q: given.q?.trim().slice(0, 200) || undefined,
    status: orderStatuses.find((name) => name === given.status),
    client: exact(given.client) || undefined,
    before: exact(given.before) || undefined,
    after: at && changeId ? { at: Number(at), changeId: Number(changeId) } : undefined,
  };
}

function momentParams({ at, to }: Moments): ListParams {
  return { at: at?.toString(), to: to?.toString() };
}

/** The same list with something changed. */
export function pastListHref(url: PastUrl, changed: ListParams): string {
  const { entity, q, status, client } = url;
  const own = { what: `${entity}s`, ...momentParams(url), q, status, client: client?.toString() };
  return hrefWith('/past', { ...own, ...changed });
}

/** A record as of a moment, or its difference between two. */
export function pastHref(entity: PastEntity, id: number, moments: Partial<Moments> = {}): string {
  return hrefWith(`/past/${entity}s/${id}`, momentParams({ at: undefined, to: undefined, ...moments }));
}
