import type { Tx } from '@/db/engines/engine';
import type { CountedOrder } from '@/db/queries/control';
import type { Ctx } from '../context';
import { addDays, calendarPeriod, type DayRange } from '../period';
import { analyse } from '../reports/get-analysis';
import type { ControlName, ControlRow, Sums } from './control-row';
import { Comparison, Tally } from './tally';

function sumOf(rows: readonly { orders: number; totalMinor: number }[]): Sums {
  return {
    count: rows.reduce((sum, { orders }) => sum + orders, 0),
    totalMinor: rows.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
  };
}

interface Names {
  figures: ControlName;
  bars: ControlName;
  rows: ControlName;
  /** The products within each client; left out for a long range. */
  parts?: ControlName;
}

/** A report of some days, held against the orders of those days: figures, bars, and rows client by client. */
class ReportControl {
  private readonly tally = new Tally();
  private readonly clients = new Comparison();

  constructor(
    private readonly range: DayRange,
    private readonly names: Names,
  ) {}

  add(order: CountedOrder): void {
    if (order.day < this.range.from || order.day > this.range.to) return;
    this.tally.add(order);
    this.clients.add(1, order.clientId, { count: 1, totalMinor: order.totalMinor });
  }

  async rows(tx: Tx, now: Ctx['now']): Promise<ControlRow[]> {
    const { names, range, clients } = this;
    const counted = this.tally.sums;
    const groups = names.parts ? (['client', 'product'] as const) : (['client'] as const);
    const { figures, bars, rows } = await analyse(tx, { now }, { filter: {}, range, compare: 'none', groups });
    const { orders: count, completed, totalMinor, averageMinor } = figures;
    for (const { key, orders, totalMinor } of rows) clients.add(0, key ?? 0, { count: orders, totalMinor });
    const whole = { section: 'reports', counted, differing: null } as const;
    const parts = rows.flatMap((row) => row.parts);
    return [
      { ...whole, what: names.figures, shown: { count, completed, totalMinor, averageMinor } },
      { ...whole, what: names.bars, shown: sumOf(bars) },
      {
        section: 'reports',
        what: names.rows,
        shown: { count: 0, totalMinor: 0, ...clients.total(0) },
        counted,
        differing: { of: 'clients', names: clients.differing },
      },
      ...(names.parts ? [{ ...whole, what: names.parts, shown: { totalMinor: sumOf(parts).totalMinor } }] : []),
    ];
  }
}

/** This month, the one before, and this year. */
export function reportControls(today: string): ReportControl[] {
  const month = calendarPeriod('month', today);
  return [
    new ReportControl(month, {
      figures: 'reportMonth',
      bars: 'reportMonthBars',
      rows: 'reportMonthRows',
      parts: 'reportMonthParts',
    }),
    new ReportControl(calendarPeriod('month', addDays(month.from, -1)), {
      figures: 'reportLastMonth',
      bars: 'reportLastMonthBars',
      rows: 'reportLastMonthRows',
      parts: 'reportLastMonthParts',
    }),
    new ReportControl(calendarPeriod('year', today), { figures: 'reportYear', bars: 'reportYearBars', rows: 'reportYearRows' }),
  ];
}
