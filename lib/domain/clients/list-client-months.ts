import { monthsOfClient } from '@/db/queries/order-cards';
import type { Ctx } from '../context';
import { may } from '../permissions';

export interface ClientMonth {
  /** Its first day, and its last one. */
  from: string;
  to: string;
  /** Without cancelled ones. */
  orders: number;
  /** Kopecks. */
  totalMinor: number;
}

/** The month some months before the one of a day, as `YYYY-MM`. */
function monthBefore(day: string, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

function lastDayOf(month: string): string {
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return `${month}-${days}`;
}

export interface ListClientMonths {
  clientId: number;
  /** The last one is that of `today`. */
  months: number;
  /** `YYYY-MM-DD` in the organisation's zone. */
  today: string;
}

/** What a client ordered month by month, oldest first, months without orders too. */
export async function listClientMonths(ctx: Ctx, { clientId, months, today }: ListClientMonths): Promise<ClientMonth[]> {
  may(ctx, 'order.read');
  const names = Array.from({ length: months }, (_, at) => monthBefore(today, months - 1 - at));
  const rows = await ctx.db.read((tx) => monthsOfClient(tx, clientId, `${names[0]}-01`));
  const known = new Map(rows.map((row) => [row.month, row]));
  return names.map((month) => {
    const { orders = 0, totalMinor = 0 } = known.get(month) ?? {};
    return { from: `${month}-01`, to: lastDayOf(month), orders, totalMinor };
  });
}
