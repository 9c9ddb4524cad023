'use server';

import { revalidatePath } from 'next/cache';
import { sameSpelling, viewHref } from '@/components/views/view-url';
import { getLayout } from '@/lib/domain/preferences/get-layout';
import { saveLayout } from '@/lib/domain/preferences/save-layout';
import { createView } from '@/lib/domain/views/create-view';
import { deleteView } from '@/lib/domain/views/delete-view';
import { editView } from '@/lib/domain/views/edit-view';
import { listViews } from '@/lib/domain/views/list-views';
import { isOfList, type SavedView, type ViewList, viewLists } from '@/lib/domain/views/schema';
import { numberIn, press } from '@/lib/entry/action';
import type { PageCtx } from '@/lib/entry/page';
import { safeReturn } from '@/lib/entry/web-sign-in';

interface Typed {
  list: ViewList;
  id: number | undefined;
  name: string;
  query: string;
  team: boolean;
  columns: boolean;
  isDefault: boolean;
}

function typedOf(data: FormData): Typed {
  const text = (name: string) => String(data.get(name) ?? '');
  const list = viewLists.find((name) => name === text('list')) ?? 'orders';
  return {
    list,
    id: numberIn(data, 'id'),
    name: text('name'),
    query: sameSpelling(list, text('query')),
    team: text('team') === '1',
    columns: text('columns') === '1',
    isDefault: text('default') === '1',
  };
}

/** Makes a view the one that the plain address opens, or no longer. */
async function setDefault(ctx: PageCtx, { list, isDefault }: Typed, id: number): Promise<void> {
  if (!isOfList(list)) return;
  const { view } = await getLayout(ctx, list);
  if (isDefault !== (view === id)) await saveLayout(ctx, list, { view: isDefault ? id : null });
}

/** The columns a view is saved with: its own, or as its reader has them now. */
async function columnsOf(ctx: PageCtx, { list, columns }: Typed, own: SavedView['columns']) {
  return columns && isOfList(list) ? (own ?? (await getLayout(ctx, list)).columns) : null;
}

async function change(ctx: PageCtx, typed: Typed, id: number): Promise<string> {
  const before = (await listViews(ctx)).find((view) => view.id === id);
  const columns = await columnsOf(ctx, typed, before?.columns ?? null);
  // A colleague's team view stays the team's: its form has no such box.
  const team = before?.owner ? {} : { team: typed.team };
  const view = await editView(ctx, id, { name: typed.name, columns, ...team });
  await setDefault(ctx, typed, id);
  return viewHref(view);
}

async function act(ctx: PageCtx, typed: Typed, what: { delete: boolean; onlyQuery: boolean }): Promise<string> {
  const { id, list, name, query } = typed;
  if (id === undefined) {
    const view = await createView(ctx, { list, name, query, team: typed.team, columns: await columnsOf(ctx, typed, null) });
    await setDefault(ctx, typed, view.id);
    return viewHref(view);
  }
  if (what.delete) {
    await deleteView(ctx, id);
    return isOfList(list) ? `/${list}?view=all` : '/reports/saved';
  }
  if (what.onlyQuery) return viewHref(await editView(ctx, id, { query }));
  return change(ctx, typed, id);
}

/** A view's form: adds one, changes or deletes it, or keeps the present address in it. */
export async function saveViewAction(data: FormData): Promise<never> {
  return press(safeReturn(String(data.get('back') ?? '')), async (ctx) => {
    const what = { delete: data.get('delete') === '1', onlyQuery: data.get('only') === 'query' };
    const path = await act(ctx, typedOf(data), what);
    // The sidebar names views, too.
    revalidatePath('/', 'layout');
    return path;
  });
}
