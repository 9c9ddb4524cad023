import type { Ctx } from '@/lib/domain/context';
import { getLayout } from '@/lib/domain/preferences/get-layout';
import { saveLayout } from '@/lib/domain/preferences/save-layout';
import { type ColumnSetting, knownColumns, type LayoutChange, type ListName } from '@/lib/domain/preferences/schema';
import { editView } from '@/lib/domain/views/edit-view';
import { listViews } from '@/lib/domain/views/list-views';

interface LayoutAim {
  list: ListName;
  /** The view that is open; when it has columns of its own, those are set. */
  view: number | undefined;
}

/** Changes the columns where they are kept: with the view that brought them, else for the user. */
export async function applyColumns(
  ctx: Ctx,
  { list, view: viewId }: LayoutAim,
  change: (columns: ColumnSetting[]) => ColumnSetting[],
): Promise<void> {
  const view = viewId ? (await listViews(ctx)).find(({ id }) => id === viewId) : undefined;
  if (view?.columns) await editView(ctx, view.id, { columns: change(view.columns) });
  else await saveLayout(ctx, list, { columns: change((await getLayout(ctx, list)).columns) });
}

/** Density, page size or default view: always the user's own. */
export async function applyLayout(ctx: Ctx, list: ListName, change: LayoutChange): Promise<void> {
  await saveLayout(ctx, list, change);
}

/** Columns in this order; those it does not name keep theirs behind them. */
export function ordered(columns: readonly ColumnSetting[], order: readonly string[]): ColumnSetting[] {
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...columns].sort((a, b) => place(a.name) - place(b.name));
}

/** The columns a list has before anybody sets it up. */
export function firstColumns(list: ListName): ColumnSetting[] {
  return knownColumns(list, []);
}
