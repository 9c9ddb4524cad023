import { z } from 'zod';
import type { ViewRow } from '@/db/queries/views';
import { actingUser, type Ctx } from '../context';
import { line } from '../fields';
import { can } from '../permissions';
import { type ColumnSetting, knownColumns, type ListName, listLayout, listNames } from '../preferences/schema';

/** What is kept under a name: a list as it is filtered and sorted, or a report as it is asked for, which has no columns. */
export const viewLists = [...listNames, 'reports'] as const;
export type ViewList = (typeof viewLists)[number];

export const viewInput = z.object({
  list: z.enum(viewLists),
  name: line(60, 1),
  /** Filter and sorting as they stand in the address behind `?`. */
  query: z.string().max(4000),
  /** The columns it brings along; null shows everybody's own. */
  columns: listLayout.shape.columns.removeDefault().nullable().default(null),
  /** Whether all colleagues have it. */
  team: z.boolean().default(false),
});

export const viewChange = viewInput.omit({ list: true }).partial();

/** A saved view as its reader has it. */
export interface SavedView {
  id: number;
  list: ViewList;
  name: string;
  query: string;
  columns: ColumnSetting[] | null;
  team: boolean;
  /** Whose it is, when it is a colleague's. */
  owner: string | null;
  mayEdit: boolean;
}

/** A team's view belongs to all who keep team views, a private one to who made it. */
export function mayEditView(view: Pick<ViewRow, 'userId' | 'team'>, ctx: Ctx): boolean {
  return view.team === 1 ? can(ctx, 'view.team') : view.userId === actingUser(ctx);
}

/** Whether a view is of a list, which has columns. */
export function isOfList(list: ViewList): list is ListName {
  return list !== 'reports';
}

function columnsOf(list: ViewList, json: string | null): ColumnSetting[] | null {
  if (json === null || !isOfList(list)) return null;
  const parsed = listLayout.shape.columns.safeParse(JSON.parse(json));
  return parsed.success ? knownColumns(list, parsed.data) : null;
}

export function showView(view: ViewRow, ctx: Ctx, owner: string | null = null): SavedView {
  const list = viewLists.find((name) => name === view.list) ?? 'orders';
  return {
    id: view.id,
    list,
    name: view.name,
    query: view.query,
    columns: columnsOf(list, view.columns),
    team: view.team === 1,
    owner: view.userId === actingUser(ctx) ? null : owner,
    mayEdit: mayEditView(view, ctx),
  };
}
