import type { Tx } from '@/db/engines/engine';
import { findLink, findLinkByRemote, type LinkRow, linksByNumber } from '@/db/queries/links';
import { type FullOrder, findOrder } from '@/db/queries/orders';
import { addDays } from '../period';
import type { OrderNames, TakingNote, TakingRules } from './taken';

export interface OrderMatch {
  found?: FullOrder;
  link?: LinkRow;
  /** Why nothing was matched although something looks like it. */
  note?: TakingNote;
}

const maxId = 15;

/** Our number in a text of theirs: as it is, or behind what they put before it, with zeros. */
function ownNumber(text: string, prefix: string): number | undefined {
  const bare = prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length).replace(/^0+/, '') : text;
  return /^[1-9]\d*$/.test(bare) && bare.length <= maxId ? Number(bare) : undefined;
}

/** Clocks of two programs may lie on two sides of midnight. */
function sameDay(day: string | null, other: string): boolean {
  return day === null || [addDays(other, -1), other, addDays(other, 1)].includes(day);
}

async function byLink(tx: Tx, link: LinkRow): Promise<OrderMatch> {
  return { link, found: await findOrder(tx, link.localId) };
}

/**
 * The order that a document means. Its id decides, by a link or as our own number; only without a known id a number does. An order of
 * that number which is linked to another document, or was made on another day, is none: another shop may count the same way.
 */
export async function matchOrder(tx: Tx, connectionId: number, names: OrderNames, rules: TakingRules): Promise<OrderMatch> {
  const { remoteId, number, day } = names;
  const link = remoteId === '' ? undefined : await findLinkByRemote(tx, connectionId, 'order', remoteId);
  if (link) return byLink(tx, link);
  const id =
    ownNumber(remoteId, rules.numberPrefix) ?? (remoteId === '' || rules.numberPrefix !== '' ? ownPrefixed(names, rules) : undefined);
  const found = id === undefined ? undefined : await findOrder(tx, id);
  if (found) {
    const other = await findLink(tx, connectionId, 'order', found.order.id);
    const isOther = other !== undefined && remoteId !== '' && other.remoteId !== remoteId && other.remoteId !== String(found.order.id);
    if (isOther || !sameDay(day, found.order.businessDay))
      return { note: { code: 'order_unsure', values: { number: number || remoteId } } };
    return { found, link: other };
  }
  return byOwnNumber(tx, connectionId, names);
}

function ownPrefixed({ remoteId, number }: OrderNames, { numberPrefix }: TakingRules): number | undefined {
  if (numberPrefix !== '' && number.startsWith(numberPrefix)) return ownNumber(number, numberPrefix);
  return remoteId === '' ? ownNumber(number, '') : undefined;
}

/** By the number the program itself gave: those begin anew every year, so the day has to be the same. */
async function byOwnNumber(tx: Tx, connectionId: number, { remoteId, ownNumber: number, ownDay }: OrderNames): Promise<OrderMatch> {
  if (number === '') return {};
  const alike = (await linksByNumber(tx, connectionId, 'order', number)).filter(({ told }) => {
    const { day } = JSON.parse(told) as { day: string };
    return remoteId === '' ? ownDay === '' || day === '' || day === ownDay : ownDay !== '' && day === ownDay;
  });
  const [only] = alike.length === 1 ? alike : [];
  return only ? byLink(tx, only) : {};
}

/** The order that a document about money or goods names: by an id, else by a number, ours or theirs. */
export async function matchBase(tx: Tx, connectionId: number, base: string, rules: TakingRules): Promise<OrderMatch> {
  if (base === '') return {};
  const names = { remoteId: base, number: base, ownNumber: base, ownDay: '', day: null };
  const match = await matchOrder(tx, connectionId, names, rules);
  return match.found || match.note ? match : byOwnNumber(tx, connectionId, { ...names, remoteId: '' });
}
