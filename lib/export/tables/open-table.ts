import { createHash } from 'node:crypto';
import type { Ctx } from '../../domain/context';
import { fieldError } from '../../domain/errors';
import type { Exported } from '../../domain/exports/open-export';
import type { ExportEntity, ExportWish } from '../../domain/exports/schema';
import type { Permission } from '../../domain/permissions';
import type { CellValue, Table, TableColumn, TableParameter } from '../table';
import type { CellWords, ExportColumn } from './column';
import { describeWish } from './describe-wish';

/** A wish as it comes in: filter and sorting have been checked against the fields of its list. */
export type AnyWish = ExportWish<object, string>;

/** How one kind of record is downloaded. */
interface Definition<F, S extends string, R> {
  permission: Permission;
  columns: readonly ExportColumn<R>[];
  /** What stands first whatever columns are shown. */
  always: readonly string[];
  /** Columns of the screen under which the file has other ones. */
  shown: Readonly<Record<string, readonly string[]>>;
  open: (ctx: Ctx, wish: ExportWish<F, S>) => Promise<Exported<R>>;
  /** What a row adds to the control sum. */
  proof: (row: R) => string;
  /** The column whose total the download is told by. */
  sum: string | undefined;
}

/** How far a table has come, while it is written and after. */
export interface Written {
  rows: number;
  /** Kopecks; null where nothing is added up. */
  sumMinor: number | null;
}

export interface OpenTable {
  table: Table;
  /** All rows, where that is known beforehand. */
  count: number | undefined;
  written: () => Written;
  /** Lets the snapshot go. */
  end: () => Promise<void>;
}

export interface TableWish {
  wish: AnyWish;
  /** By name, of the file or of the screen; left out, all. */
  columns?: readonly string[];
}

export interface ExportKind {
  permission: Permission;
  /** Names that `columns` may hold. */
  names: readonly string[];
  open: (ctx: Ctx, entity: ExportEntity, wanted: TableWish, words: CellWords) => Promise<OpenTable>;
}

function chosen<R>(
  { columns, always, shown }: Pick<Definition<never, never, R>, 'columns' | 'always' | 'shown'>,
  asked?: readonly string[],
) {
  if (!asked) return [...columns];
  const names = [...always, ...asked.flatMap((name) => shown[name] ?? [name])];
  return [...new Set(names)].map((name) => {
    const column = columns.find((known) => known.name === name);
    if (!column) throw fieldError('columns', 'one_of', { allowed: columns.map((known) => known.name).join(', ') });
    return column;
  });
}

/** Rows as cells, added up and proved on their way. */
function tally<R>(
  columns: readonly ExportColumn<R>[],
  definition: Pick<Definition<never, never, R>, 'columns' | 'proof' | 'sum'>,
  words: CellWords,
) {
  const summed = definition.columns.filter((column) => column.summed);
  const sums = new Map(summed.map(({ name }) => [name, 0]));
  const hash = createHash('sha256');
  let count = 0;
  async function* rows(blocks: AsyncIterable<R[]>): AsyncGenerator<CellValue[][]> {
    for await (const block of blocks) {
      let proved = '';
      for (const row of block) proved += `${definition.proof(row)}\n`;
      hash.update(proved);
      for (const { name, of } of summed) {
        let sum = sums.get(name) ?? 0;
        for (const row of block) sum += Number(of(row, words) ?? 0);
        sums.set(name, sum);
      }
      count += block.length;
      yield block.map((row) => columns.map(({ of }) => of(row, words)));
    }
  }
  const sumMinor = (): number | null => (definition.sum === undefined ? null : (sums.get(definition.sum) ?? 0));
  return { rows, sums, written: () => ({ rows: count, sumMinor: sumMinor() }), digest: () => hash.copy().digest('hex') };
}

type Tally = ReturnType<typeof tally>;

function totalsOf(columns: readonly TableColumn[], { sums, written }: Tally, { t }: CellWords): CellValue[] {
  const label = t('exports.total', { n: written().rows });
  return columns.map(({ name }, at) => (at === 0 ? label : (sums.get(name) ?? null)));
}

/** What proves the file: its rows, their sum to the kopeck, and the beginning of the hash over ids, versions and totals. */
function proofOf({ written, digest }: Tally, { t }: CellWords): TableParameter[] {
  const { rows, sumMinor } = written();
  return [
    { label: t('exports.parameters.rows'), kind: 'count', value: rows },
    ...(sumMinor === null ? [] : [{ label: t('exports.parameters.sum'), kind: 'money' as const, value: sumMinor }]),
    { label: t('exports.parameters.control'), kind: 'code', value: digest().slice(0, 16) },
  ];
}

/** Makes a kind of download of what it consists of. */
export function exportKind<F, S extends string, R>(definition: Definition<F, S, R>): ExportKind {
  const { columns, shown, permission } = definition;
  return {
    permission,
    names: [...new Set([...columns.map(({ name }) => name), ...Object.keys(shown)])],
    open: async (ctx, entity, { wish, columns: asked }, words) => {
      const columnsOfFile = chosen(definition, asked);
      const exported = await definition.open(ctx, wish as ExportWish<F, S>);
      try {
        const described = await describeWish(ctx, entity, { wish, meant: exported.meant }, words);
        const tallied = tally(columnsOfFile, definition, words);
        const titled = columnsOfFile.map(({ name, title, kind, width }) => ({
          name,
          title: words.t(`exports.columns.${title ?? (name as NonNullable<typeof title>)}`),
          kind,
          width,
        }));
        const table: Table = {
          title: words.t(`exports.titles.${entity}`),
          columns: titled,
          rows: tallied.rows(exported.blocks),
          totals: () => totalsOf(titled, tallied as Tally, words),
          parameters: () => [...described, ...proofOf(tallied as Tally, words)],
        };
        return { table, count: exported.count, written: tallied.written, end: exported.end };
      } catch (error) {
        await exported.end();
        throw error;
      }
    },
  };
}
