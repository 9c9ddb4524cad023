import type { ListUrl } from '@/components/data-table/list-url';
import type { Ctx } from '@/lib/domain/context';
import { can } from '@/lib/domain/permissions';
import { getLayout } from '@/lib/domain/preferences/get-layout';
import type { ListLayout, ListName } from '@/lib/domain/preferences/schema';
import { listViews } from '@/lib/domain/views/list-views';
import type { SavedView } from '@/lib/domain/views/schema';
import type { ViewAction } from './view-form';

/** The views of one list for its head. */
export interface ListViews {
  views: SavedView[];
  /** The one the address names, when its reader has it. */
  current: SavedView | undefined;
  /** The one that the plain address opens. */
  defaultView: number | null;
  mayTeam: boolean;
  save: ViewAction;
}

/** How a list is set up for its reader, and his views of it; a default view that is gone is none. */
export async function loadSetup<L extends ListName>(ctx: Ctx, list: L): Promise<{ layout: ListLayout<L>; views: SavedView[] }> {
  const [layout, all] = await Promise.all([getLayout(ctx, list), listViews(ctx)]);
  const views = all.filter((view) => view.list === list);
  const known = views.some(({ id }) => id === layout.view);
  return { layout: { ...layout, view: known ? layout.view : null }, views };
}

/** The view an address names. */
export function currentView(views: readonly SavedView[], { params }: Pick<ListUrl<unknown, string>, 'params'>): SavedView | undefined {
  return views.find(({ id }) => String(id) === params.view);
}

/** The layout with the columns of the view that is open, where it brings some. */
export function shownLayout<L extends ListName>(layout: ListLayout<L>, view: SavedView | undefined): ListLayout<L> {
  return view?.columns ? { ...layout, columns: view.columns as ListLayout<L>['columns'] } : layout;
}

/** What the tabs of a list are made of. */
export function tabsOf(
  ctx: Ctx,
  setup: { layout: ListLayout; views: SavedView[] },
  current: SavedView | undefined,
  save: ViewAction,
): ListViews {
  return { views: setup.views, current, defaultView: setup.layout.view, mayTeam: can(ctx, 'view.team'), save };
}
