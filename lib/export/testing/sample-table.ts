import { buffer } from 'node:stream/consumers';
import type { CellKind, CellValue, Table, WriteContext } from '../table';

/** In Moscow, Russian, made at 00:30 on the 18 December 2024 there. */
export const sampleContext: WriteContext = {
  timeZone: 'Europe/Moscow',
  locale: 'ru',
  preset: 'excel',
  madeAt: Date.UTC(2024, 11, 17, 21, 30),
};

const sampleRows: readonly (readonly CellValue[])[] = [
  [1, 'ООО «Ромашка»', '+79215551022', 3, 1500, 123_450, 1250, '2024-12-17', Date.UTC(2024, 11, 17, 21, 30)],
  [2, '=HYPERLINK("http://x";"y")', '+7 921 555-10-22', 0, 0, 0, 0, '2024-02-29', Date.UTC(2024, 11, 17, 20, 59, 59, 999)],
  [3, "=cmd|'/C calc'!A0", '007801001234', -4, -2250, -5, -333, '1900-03-01', Date.UTC(2024, 11, 17, 21)],
  [4, 'две\r\nстроки; с «,» и "кавычками"', '-5', null, null, null, null, null, null],
  [5, ' <b>&amp; _x0041_ ', '', 1, 1_000_000_000, 999_999_999_999, 10_000, '9999-12-31', Date.UTC(1970, 0, 1)],
];

const kinds: [name: string, title: string, kind: CellKind][] = [
  ['id', '№', 'count'],
  ['client', 'Клиент', 'text'],
  ['phone', 'Телефон', 'code'],
  ['lines', 'Строк', 'count'],
  ['quantity', 'Количество', 'quantity'],
  ['total', 'Сумма', 'money'],
  ['share', 'Доля', 'share'],
  ['day', 'День', 'day'],
  ['created', 'Создан', 'instant'],
];

/** Every kind of cell with what is hard about it, in two blocks and an empty one. */
export function sampleTable(changes: Partial<Table> = {}): Table {
  return {
    title: 'Заказы',
    columns: kinds.map(([name, title, kind], index) => ({ name, title, kind, width: 10 + index })),
    rows: blocksOf([sampleRows.slice(0, 2), [], sampleRows.slice(2)]),
    totals: () => ['Итого', null, null, 0, 999_999_250, 1_000_000_123_444, null, null, null],
    parameters: () => [
      { label: 'Период', kind: 'text', value: 'декабрь' },
      { label: 'Строк', kind: 'count', value: sampleRows.length },
      { label: 'Сумма', kind: 'money', value: 1_000_000_123_444 },
      { label: 'Создан', kind: 'instant', value: sampleContext.madeAt },
    ],
    ...changes,
  };
}

/** A table of one column. */
export function columnTable(kind: CellKind, values: readonly CellValue[]): Table {
  return sampleTable({
    columns: [
      { name: 'n', title: 'n', kind: 'count', width: 9 },
      { name: 'v', title: 'v', kind, width: 9 },
    ],
    rows: blocksOf([values.map((value, index) => [index, value])]),
    totals: () => null,
  });
}

export async function* blocksOf<T>(blocks: readonly T[]): AsyncGenerator<T, void, undefined> {
  yield* blocks;
}

/** All of a file. */
export function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return buffer(chunks);
}
