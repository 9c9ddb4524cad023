import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { clientTotals } from '@/db/queries/clients';
import { countedOrders, soldOfDay } from '@/db/queries/control';
import { listDayTotals } from '@/db/queries/day-totals';
import { orderDays } from '@/db/queries/later-changes';
import { productSales, salesSince } from '@/db/queries/product-lists';
import { productsAfter } from '@/db/queries/products';
import { readSettings } from '@/db/queries/settings';
import type { Ctx } from '../context';
import { comparedDays } from '../overview/periods';
import { topClients, topProducts } from '../overview/rankings';
import { addDays, type DayRange, dayInZone, eachDay } from '../period';
import { soldDays } from '../products/find-products';
import { ControlBooks } from './control-books';
import { placesOf } from './control-places';
import { reportControls } from './control-reports';
import type { ControlRow } from './control-row';
import { Comparison, Tally } from './tally';

/** Orders or clients of one statement, and products: some milliseconds of work. */
const batch = 500;
const productBatch = 50;

function* stretches<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

function compared(
  section: ControlRow['section'],
  what: ControlRow['what'],
  of: NonNullable<ControlRow['differing']>['of'],
  { comparison, keys = comparison.differing }: { comparison: Comparison; keys?: (number | string)[] },
): ControlRow {
  return { section, what, shown: comparison.total(0), counted: comparison.total(1), differing: { of, names: keys } };
}

/** The totals of days and statuses, named by their days. */
async function daysRow(tx: Tx, { days }: ControlBooks): Promise<ControlRow> {
  for (const { day, status, orders, totalMinor } of await listDayTotals(tx, {}))
    days.add(0, `${day} ${status}`, { count: orders, totalMinor });
  const keys = [...new Set(days.differing.map((key) => String(key).slice(0, 10)))];
  return compared('orders', 'days', 'days', { comparison: days, keys });
}

/** What clients' cards and lists show of each. */
async function clientRows(tx: Tx, { clients, debts, clientIds }: ControlBooks): Promise<ControlRow[]> {
  for (const ids of stretches([...clientIds], batch)) {
    for (const { clientId, orders, totalMinor, debtMinor } of await clientTotals(tx, ids)) {
      clients.add(0, clientId, { count: orders, totalMinor });
      debts.add(0, clientId, { totalMinor: debtMinor });
    }
    await breathe();
  }
  return [
    compared('clients', 'clientTotals', 'clients', { comparison: clients }),
    compared('clients', 'clientDebts', 'clients', { comparison: debts }),
  ];
}

interface Sold {
  /** Since the day from which the list of products counts, without cancelled orders. */
  recent: Comparison;
  /** In the month up to today, by product. */
  month: Map<number, { orders: number; totalMinor: number }>;
}

/** What was sold of each product, out of the lines, day by day. */
async function soldByLines(tx: Tx, since: string, month: DayRange): Promise<Sold> {
  const sold: Sold = { recent: new Comparison(), month: new Map() };
  const { last } = await orderDays(tx);
  const [from = since] = [since, month.from].sort();
  for (const day of last === null ? [] : eachDay({ from, to: last })) {
    for (const { productId, status, orders, quantityMilli, totalMinor } of await soldOfDay(tx, day)) {
      if (productId === 0) continue;
      if (day >= since && status !== 'Cancelled') sold.recent.add(1, productId, { count: orders, quantityMilli, totalMinor });
      if (day < month.from || day > month.to) continue;
      const sum = sold.month.get(productId);
      sold.month.set(productId, { orders: (sum?.orders ?? 0) + orders, totalMinor: (sum?.totalMinor ?? 0) + totalMinor });
    }
    await breathe();
  }
  return sold;
}

async function productRow(tx: Tx, { recent }: Sold, since: string): Promise<ControlRow> {
  const bounds = await salesSince(tx, since);
  for (let after = 0; ; ) {
    const ids = (await productsAfter(tx, after, productBatch)).map(({ id }) => id);
    const last = ids.at(-1);
    if (last === undefined) break;
    for (const { productId, orders, quantityMilli, totalMinor } of await productSales(tx, ids, bounds))
      recent.add(0, productId, { count: orders, quantityMilli, totalMinor });
    after = last;
    await breathe();
  }
  return compared('products', 'productSales', 'products', { comparison: recent });
}

/** The rankings of the overview, place by place. */
async function rankingRows(tx: Tx, books: ControlBooks, sold: Sold, month: DayRange): Promise<ControlRow[]> {
  const [clients, products] = [new Comparison(), new Comparison()];
  for (const { clientId, orders, totalMinor } of await topClients(tx, month)) {
    clients.add(0, clientId, { count: orders, totalMinor });
    const { count, totalMinor: counted } = (books.month.get(clientId) ?? new Tally()).sums;
    clients.add(1, clientId, { count, totalMinor: counted });
  }
  for (const { productId, orders, totalMinor } of await topProducts(tx, month)) {
    if (productId === null) continue;
    const counted = sold.month.get(productId);
    products.add(0, productId, { count: orders, totalMinor });
    products.add(1, productId, { count: counted?.orders ?? 0, totalMinor: counted?.totalMinor ?? 0 });
  }
  return [
    compared('overview', 'topClients', 'clients', { comparison: clients }),
    compared('overview', 'topProducts', 'products', { comparison: products }),
  ];
}

export interface Control {
  rows: ControlRow[];
  /** Live orders whose lines were added up. */
  orders: number;
}

/**
 * Step: every sum that the product shows, beside what the quantities, prices and payments behind it come to. One pass over
 * the orders, in stretches, so that others get a turn.
 */
export async function controlTotals(tx: Tx, now: Ctx['now'], progress: (orders: number) => void = () => undefined): Promise<Control> {
  const { timeZone, pendingDays } = await readSettings(tx);
  const today = dayInZone(now(), timeZone);
  const month = comparedDays('month', today).days;
  const places = placesOf({ today, now, pendingDays }).map((place) => ({ ...place, tally: new Tally() }));
  const reports = reportControls(today);
  const books = new ControlBooks(month);
  let orders = 0;
  for (let after = 0; ; ) {
    const page = await countedOrders(tx, after, batch);
    for (const order of page) {
      books.add(order);
      for (const report of reports) report.add(order);
      for (const { fits, tally } of places) if (fits(order)) tally.add(order);
    }
    const last = page.at(-1)?.id;
    if (last === undefined) break;
    after = last;
    orders += page.length;
    progress(page.length);
    await breathe();
  }
  const rows = [...books.rows, await daysRow(tx, books)];
  for (const { section, what, shown, tally } of places) {
    rows.push({ section, what, shown: await shown(tx), counted: tally.sums, differing: null });
    await breathe();
  }
  for (const report of reports) rows.push(...(await report.rows(tx, now)));
  const since = addDays(today, 1 - soldDays);
  const sold = await soldByLines(tx, since, month);
  rows.push(...(await rankingRows(tx, books, sold, month)), ...(await clientRows(tx, books)), await productRow(tx, sold, since));
  return { rows, orders };
}
