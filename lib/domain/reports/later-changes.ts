import type { Tx } from '@/db/engines/engine';
import { listDayTotals } from '@/db/queries/day-totals';
import type { ChangeRow, OperationRow } from '@/db/queries/journal';
import { changesByIds } from '@/db/queries/later-changes';
import { readSettings } from '@/db/queries/settings';
import type { Ctx } from '../context';
import { gendersOfActors } from '../history/gender';
import { undoneAmong } from '../history/list-history';
import type { FieldChanges } from '../journal/fields';
import type { DayRange } from '../period';
import { may } from '../permissions';
import type { Gender } from '../users/gender';
import { endOf, type LaterEffect, type Movement, movements } from './later-effects';
import { minus, noFigures, type PeriodFigures, plus, sameFigures } from './order-effects';

/** More operations than this are not counted for a footer. */
const mostCounted = 1_000;

/** Of more orders than this the effects are not told: the period is too long, or too much was done to it. */
export const mostOrders = 20_000;

/** One change with its effect, as a page tells it. */
export interface LaterChange {
  operation: OperationRow;
  gender: Gender;
  change: ChangeRow;
  /** Null when the values were erased. */
  fields: FieldChanges | null;
  effect: PeriodFigures;
}

/** The last of a page: its time (UTC epoch ms) and its number. */
export interface LaterPlace {
  at: number;
  changeId: number;
}

export interface LaterQuery {
  range: DayRange;
  /** Only changes by one user, by his number, or by a program, by its name. */
  who?: string;
  /** The last change of the page before. */
  after?: LaterPlace;
  limit: number;
}

export interface LaterChanges {
  /** The first moment after the period, UTC epoch ms; whether it has come. */
  end: number;
  ended: boolean;
  /** More was done than can be told at once: nothing but `now` is known. */
  tooMany: boolean;
  was: PeriodFigures;
  now: PeriodFigures;
  /** What all changes add, whatever is shown of them. */
  effect: PeriodFigures;
  /** Whether what was and all effects come to what is: else something was written past the journal. */
  addsUp: boolean;
  /** All that changed a figure, and those of them that are shown. */
  operations: number;
  rows: LaterChange[];
  /** Ask with this for the next page; null at the end. */
  next: LaterPlace | null;
  /** Who made them, by name. */
  actors: { who: string; name: string }[];
  /** Operations of these rows that were taken back. */
  undone: ReadonlySet<number>;
}

function figuresNow(rows: Awaited<ReturnType<typeof listDayTotals>>): PeriodFigures {
  return rows.reduce((sum, { status, orders, totalMinor }) => {
    const [completed, cancelled] = [status === 'Completed' ? orders : 0, status === 'Cancelled' ? orders : 0];
    return plus(sum, { orders, totalMinor, completed, cancelled });
  }, noFigures);
}

/** All movements together; undefined when there are too many. */
async function gather(tx: Tx, range: DayRange, end: number): Promise<Movement | undefined> {
  const all: Movement = { orders: 0, before: noFigures, effects: [], after: noFigures, live: noFigures };
  for await (const { orders, before, effects, after, live } of movements(tx, range, end)) {
    all.orders += orders;
    if (all.orders > mostOrders) return undefined;
    all.before = plus(all.before, before);
    all.after = plus(all.after, after);
    all.live = plus(all.live, live);
    all.effects.push(...effects);
  }
  return all;
}

function newestFirst(a: LaterPlace, b: LaterPlace): number {
  return b.at - a.at || b.changeId - a.changeId;
}

function actorsOf(effects: readonly LaterEffect[]): LaterChanges['actors'] {
  const names = new Map(effects.map(({ who, name }) => [who, name]));
  return [...names].map(([who, name]) => ({ who, name })).sort((a, b) => a.name.localeCompare(b.name));
}

/** Step: the changes of some effects as they are told, in the same order. */
async function told(tx: Tx, effects: readonly LaterEffect[]): Promise<LaterChange[]> {
  if (effects.length === 0) return [];
  const found = await changesByIds(
    tx,
    effects.map(({ changeId }) => changeId),
  );
  const genderOf = await gendersOfActors(
    tx,
    found.map(({ operation }) => operation),
  );
  const byId = new Map(found.map((row) => [row.change.id, row]));
  return effects.flatMap(({ changeId, effect }) => {
    const row = byId.get(changeId);
    if (!row) return [];
    const fields = row.json === null ? null : (JSON.parse(row.json) as FieldChanges);
    return [{ operation: row.operation, gender: genderOf(row.operation), change: row.change, fields, effect }];
  });
}

/**
 * Why a period's figures are not what they were at its end: every change of its orders after that which changed one of them,
 * newest first, with what it added. What was and all effects come to what is now. Out of one view of the data.
 */
export async function listLaterChanges(ctx: Ctx, { range, who, after, limit }: LaterQuery): Promise<LaterChanges> {
  may(ctx, 'report.read');
  may(ctx, 'history.read');
  return ctx.db.snapshot(async (tx) => {
    const end = endOf(range, (await readSettings(tx)).timeZone);
    const ended = end <= ctx.now().getTime();
    const now = figuresNow(await listDayTotals(tx, range));
    const empty = { end, ended, now, was: now, effect: noFigures, addsUp: true, operations: 0, rows: [], next: null, actors: [] };
    if (!ended) return { ...empty, tooMany: false, undone: new Set<number>() };
    const all = await gather(tx, range, end);
    if (!all) return { ...empty, tooMany: true, undone: new Set<number>() };
    const effect = all.effects.reduce((sum, one) => plus(sum, one.effect), noFigures);
    const was = plus(minus(now, all.live), all.before);
    const wanted = all.effects
      .filter((one) => (who === undefined || one.who === who) && (after === undefined || newestFirst(after, one) < 0))
      .sort(newestFirst);
    const shown = wanted.slice(0, limit);
    const last = shown.at(-1);
    return {
      ...empty,
      tooMany: false,
      was,
      effect,
      addsUp: sameFigures(plus(was, effect), now),
      operations: new Set(all.effects.map(({ operationId }) => operationId)).size,
      rows: await told(tx, shown),
      next: last && wanted.length > limit ? { at: last.at, changeId: last.changeId } : null,
      actors: actorsOf(all.effects),
      undone: await undoneAmong(tx, [...new Set(shown.map(({ operationId }) => operationId))]),
    };
  });
}

/**
 * How many operations after the end of a period changed its figures; when there are more than a thousand, `more` says so.
 * None while it runs.
 */
export async function countLaterChanges(ctx: Ctx, range: DayRange): Promise<{ operations: number; more: boolean }> {
  may(ctx, 'report.read');
  return ctx.db.snapshot(async (tx) => {
    const end = endOf(range, (await readSettings(tx)).timeZone);
    if (end > ctx.now().getTime()) return { operations: 0, more: false };
    const operations = new Set<number>();
    for await (const { effects } of movements(tx, range, end)) {
      for (const { operationId } of effects) operations.add(operationId);
      if (operations.size > mostCounted) return { operations: mostCounted, more: true };
    }
    return { operations: operations.size, more: false };
  });
}
