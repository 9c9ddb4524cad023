import { z } from 'zod';
import { idField } from '../fields';

/** The columns a list can show, in the order in which they first stand. */
export const listColumns = {
  orders: [
    'id',
    'created_at',
    'client',
    'product',
    'status',
    'author',
    'total_price',
    'mobile_phone',
    'email',
    'description',
    'line_count',
    'external_no',
    'updated_at',
  ],
  clients: ['name', 'mobile_phone', 'email', 'orders', 'total', 'last_order', 'created_at', 'debt', 'inn', 'updated_at'],
  products: ['name', 'sku', 'unit', 'price', 'sold', 'last_order', 'vat_rate', 'updated_at'],
} as const;

export type ListName = keyof typeof listColumns;
export const listNames = ['orders', 'clients', 'products'] as const satisfies readonly ListName[];
export type ColumnName<L extends ListName = ListName> = (typeof listColumns)[L][number];

/** Not shown until somebody asks for them. */
const hiddenAtFirst: Record<ListName, readonly string[]> = {
  orders: ['mobile_phone', 'email', 'description', 'line_count', 'external_no', 'updated_at'],
  clients: ['debt', 'inn', 'updated_at'],
  products: ['vat_rate', 'updated_at'],
};

/** The column that says which record a row is; always shown. */
export const keyColumn: Record<ListName, ColumnName> = { orders: 'id', clients: 'name', products: 'name' };

export const densities = ['compact', 'normal', 'roomy'] as const;
export type Density = (typeof densities)[number];

/** Rows on a page. */
export const pageSizes = [50, 100, 200] as const;
export type PageSize = (typeof pageSizes)[number];

/** px. */
export const columnWidth = { min: 56, max: 800 };

const column = z.object({
  name: z.string().max(40),
  shown: z.boolean(),
  /** px; left out, the column's own. */
  width: z.int().min(columnWidth.min).max(columnWidth.max).optional(),
});

/** A list as one user has set it up. */
export const listLayout = z.object({
  columns: z.array(column).max(60).default([]),
  density: z.enum(densities).default('normal'),
  rows: z.union([z.literal(50), z.literal(100), z.literal(200)]).default(50),
  /** The view that the plain address opens. */
  view: idField.nullable().default(null),
});

export interface ColumnSetting<L extends ListName = ListName> {
  name: ColumnName<L>;
  shown: boolean;
  width?: number;
}

export interface ListLayout<L extends ListName = ListName> {
  columns: ColumnSetting<L>[];
  density: Density;
  rows: PageSize;
  view: number | null;
}

/** What is changed of a layout; the rest stays. */
export type LayoutChange = Partial<z.input<typeof listLayout>>;

/** Stored columns in their order, unknown and repeated ones dropped, new ones at the end; the key column is always shown. */
export function knownColumns<L extends ListName>(list: L, stored: readonly z.output<typeof column>[]): ColumnSetting<L>[] {
  const names: readonly ColumnName<L>[] = listColumns[list];
  const kept = new Map<ColumnName<L>, ColumnSetting<L>>();
  for (const { name, shown, width } of stored) {
    const known = names.find((one) => one === name);
    if (known && !kept.has(known)) kept.set(known, { name: known, shown: shown || known === keyColumn[list], ...(width ? { width } : {}) });
  }
  for (const name of names) if (!kept.has(name)) kept.set(name, { name, shown: !hiddenAtFirst[list].includes(name) });
  return [...kept.values()];
}

/** A stored layout; one that makes no sense is the first one. */
export function readLayout<L extends ListName>(list: L, json: string | undefined): ListLayout<L> {
  let stored: unknown = {};
  try {
    stored = JSON.parse(json ?? '{}');
  } catch {
    // As if nothing were stored.
  }
  const layout = listLayout.safeParse(stored).data ?? listLayout.parse({});
  return { ...layout, columns: knownColumns(list, layout.columns) };
}
