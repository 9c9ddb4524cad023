import type { CountedOrder } from '@/db/queries/control';
import type { DayRange } from '../period';
import type { ControlName, ControlRow } from './control-row';
import { Comparison, Tally } from './tally';

/** The stored figure of an order that is held against its lines or payments. */
interface Account {
  what: ControlName;
  stored: (order: CountedOrder) => number;
  counted: (order: CountedOrder) => number;
}

const accounts: readonly Account[] = [
  { what: 'orderTotals', stored: ({ storedTotal }) => storedTotal, counted: ({ totalMinor }) => totalMinor },
  { what: 'lineTotals', stored: ({ storedLines }) => storedLines, counted: ({ totalMinor }) => totalMinor },
  { what: 'paid', stored: ({ storedPaid }) => storedPaid, counted: ({ paidMinor }) => paidMinor },
];

/** As many of those that differ are named. */
const named = 20;

/** What every order, day and client comes to by the lines, beside what is stored of them. */
export class ControlBooks {
  private readonly sums = accounts.map((account) => ({ ...account, shown: 0, sum: 0, differing: [] as number[] }));
  /** By day and status, by client, and what clients owe. */
  readonly days = new Comparison();
  readonly clients = new Comparison();
  readonly debts = new Comparison();
  readonly clientIds = new Set<number>();
  /** What each client ordered in the month up to today. */
  readonly month = new Map<number, Tally>();

  constructor(private readonly monthDays: DayRange) {}

  add(order: CountedOrder): void {
    for (const account of this.sums) {
      const [stored, counted] = [account.stored(order), account.counted(order)];
      account.shown += stored;
      account.sum += counted;
      if (stored !== counted && account.differing.length < named) account.differing.push(order.id);
    }
    const { clientId, day, status, totalMinor, paidMinor } = order;
    this.days.add(1, `${day} ${status}`, { count: 1, totalMinor });
    this.clients.add(1, clientId, { count: 1, totalMinor });
    this.debts.add(1, clientId, { totalMinor: status === 'Cancelled' ? 0 : totalMinor - paidMinor });
    this.clientIds.add(clientId);
    if (day < this.monthDays.from || day > this.monthDays.to) return;
    const tally = this.month.get(clientId) ?? new Tally();
    this.month.set(clientId, tally);
    tally.add(order);
  }

  /** The sums of orders, of lines and of payments, with the orders that differ. */
  get rows(): ControlRow[] {
    return this.sums.map(({ what, shown, sum, differing }) => ({
      section: 'orders',
      what,
      shown: { totalMinor: shown },
      counted: { totalMinor: sum },
      differing: { of: 'orders', names: differing },
    }));
  }
}
