'use server';

import { getTranslations } from 'next-intl/server';
import { CheckRow } from '@/components/imports/check-row';
import type { RowAnswer } from '@/components/imports/live-rows';
import { lineFields, rowColumns } from '@/components/imports/row-columns';
import { recordNames } from '@/components/undo/record-name';
import { chooseRow, fixCell } from '@/lib/domain/imports/fix-row';
import { getImport } from '@/lib/domain/imports/get-import';
import type { ImportRow } from '@/lib/domain/imports/import-row';
import { type RowChoice, rowChoice } from '@/lib/domain/imports/schema';
import { validate } from '@/lib/domain/validate';
import { actionCtx, numberIn, press, refusalOf, typedValues } from '@/lib/entry/action';
import type { PageCtx } from '@/lib/entry/page';

/** `action` = `restore`, `record` = `12`; or `take.email` = `file` for each field that both sides have changed. */
function choiceIn(values: Record<string, string>): RowChoice {
  const { action } = values;
  if (action) return validate(rowChoice, { action, ...(action === 'apply' ? { recordId: numberIn(values, 'record') } : {}) });
  const sides = Object.entries(values).filter(([name]) => name.startsWith('take.'));
  return validate(rowChoice, { fromFile: sides.filter(([, side]) => side === 'file').map(([name]) => name.slice('take.'.length)) });
}

/** A cell put right, or a choice, as the small forms of a row send it. */
async function changeRow(ctx: PageCtx, values: Record<string, string>): Promise<ImportRow> {
  const rowId = numberIn(values, 'row') ?? 0;
  const { field, text } = values;
  if (field === undefined || text === undefined) return chooseRow(ctx, rowId, choiceIn(values));
  return fixCell(ctx, { rowId, field, text, line: numberIn(values, 'line') });
}

/** Pages of one import alone are come back to. */
function backIn({ back = '', import: id = '0' }: Record<string, string>): string {
  const path = `/imports/${/^\d{1,15}$/.test(id) ? id : '0'}/check`;
  return back === path || back.startsWith(`${path}?`) ? back : path;
}

/** Without scripts: the page comes again, at the row. */
export async function rowAction(data: FormData): Promise<never> {
  const values = typedValues(data);
  const back = backIn(values);
  return press(back, async (ctx) => {
    const { id } = await changeRow(ctx, values);
    return `${back}#row-${id}`;
  });
}

/** With scripts: the row as it is now, and a sentence for those who do not see it. */
export async function answerRowAction(data: FormData): Promise<RowAnswer> {
  const values = typedValues(data);
  try {
    const ctx = await actionCtx();
    const row = await changeRow(ctx, values);
    const [{ entity, mapping }, t] = await Promise.all([getImport(ctx, row.importId), getTranslations('importing')]);
    const nameOf = await recordNames(
      ctx,
      (row.detail.candidates ?? []).map((entityId) => ({ entity, entityId })),
    );
    return {
      said: t('nowIs', { row: row.rowNo, kind: t(`kinds.${row.kind}`) }),
      node: (
        <CheckRow
          row={row}
          columns={rowColumns(entity, mapping)}
          lines={lineFields(entity, mapping)}
          back={backIn(values)}
          nameOf={(entityId) => nameOf({ entity, entityId })}
          action={rowAction}
        />
      ),
    };
  } catch (error) {
    return { said: (await refusalOf(error)).message };
  }
}
