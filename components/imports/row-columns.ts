import { type CellChange, type ImportEntity, type ImportMapping, importFields } from '@/lib/domain/imports/schema';
import type { ShowCell } from './cell-words';

/** A column of the checked rows: one field, or the parts of a name together. */
export interface RowColumn {
  /** The field whose word heads it. */
  key: string;
  fields: readonly string[];
}

const nameParts: readonly string[] = ['last_name', 'first_name', 'middle_name'];
/** What tells a record from its earlier versions is not read by people. */
const machine: readonly string[] = ['version'];
/** Fields of an order's lines, which stand under it. */
const ofLines: readonly string[] = ['product', 'sku', 'quantity', 'unit', 'price', 'discount', 'vat_rate'];

/** Fields that are shown, and may be filled in, though no column has them: what a payment is for. */
const always: readonly string[] = ['order_id'];

function mappedFields(entity: ImportEntity, { columns }: ImportMapping): string[] {
  const shown = [...columns, ...always];
  return importFields[entity].filter((field) => shown.includes(field) && !machine.includes(field));
}

/** The columns that the mapping has made, in the order of the entity's own fields; a name's parts are one. */
export function rowColumns(entity: ImportEntity, mapping: ImportMapping): RowColumn[] {
  const fields = mappedFields(entity, mapping).filter((field) => entity !== 'order' || !ofLines.includes(field));
  const parts = entity === 'client' ? fields.filter((field) => nameParts.includes(field)) : [];
  const whole: RowColumn[] = parts.length > 1 ? [{ key: 'full_name', fields: parts }] : [];
  const single = fields.filter((field) => !whole[0]?.fields.includes(field)).map((field) => ({ key: field, fields: [field] }));
  const numbers = single.filter(({ key }) => key === 'id');
  return [...numbers, ...whole, ...single.filter(({ key }) => key !== 'id')];
}

/** Fields of the lines of an order that the mapping has. */
export function lineFields(entity: ImportEntity, mapping: ImportMapping): string[] {
  return entity === 'order' ? mappedFields(entity, mapping).filter((field) => ofLines.includes(field)) : [];
}

type Cells = Partial<Record<string, string>>;

/** What stands in a column, each cell as it is shown, with the changes on one side put in place of the file's own. */
export function cellText(
  { fields }: RowColumn,
  cells: Cells,
  changes: readonly CellChange[],
  side: 'now' | 'file',
  show: ShowCell,
): string {
  return fields
    .map((field) => show(field, changes.find((change) => change.field === field)?.[side] ?? cells[field] ?? ''))
    .filter(Boolean)
    .join(' ');
}
