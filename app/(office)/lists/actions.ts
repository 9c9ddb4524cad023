'use server';

import { moveColumn } from '@/components/data-table/move-column';
import { type LayoutChange, listNames } from '@/lib/domain/preferences/schema';
import { numberIn, press } from '@/lib/entry/action';
import { safeReturn } from '@/lib/entry/web-sign-in';
import { applyColumns, applyLayout, firstColumns, ordered } from './apply-layout';

/** The menus of a list: columns shown and their order, density, rows on a page. */
export async function saveLayoutAction(data: FormData): Promise<never> {
  const text = (name: string) => String(data.get(name) ?? '');
  const list = listNames.find((name) => name === text('list')) ?? 'orders';
  const view = numberIn(data, 'view');
  const back = safeReturn(text('back'));
  return press(back, async (ctx) => {
    if (text('density')) await applyLayout(ctx, list, { density: text('density') as LayoutChange['density'] & string });
    else if (text('rows')) await applyLayout(ctx, list, { rows: numberIn(data, 'rows') as 50 });
    else if (text('at_first')) await applyColumns(ctx, { list, view }, () => firstColumns(list));
    else {
      const shown = data.getAll('shown').map(String);
      const order = moveColumn(data.getAll('order').map(String), text('move'));
      await applyColumns(ctx, { list, view }, (columns) =>
        ordered(columns, order).map((column) => ({ ...column, shown: shown.includes(column.name) })),
      );
    }
    return back;
  });
}
