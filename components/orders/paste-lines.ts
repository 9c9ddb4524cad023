import { plainDecimal } from '@/lib/domain/money';
import { maxItems } from '@/lib/domain/orders/schema';

/** A line as it was found in pasted text; numbers as they were written. */
export interface PastedLine {
  product: string;
  sku: string;
  quantity: string;
  unit: string;
  price: string;
}

const number = String.raw`\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,3})?|\d+(?:[.,]\d+)?`;
const unit = String.raw`(?:шт|штук[аи]?|кг|г|м|м2|м²|м3|м³|л|т|уп|упак|упаковк[аи]|упаковок|пач|пачк[аи]|пачек|компл|комплект(?:а|ов)?|кор|короб(?:ка|ки|ок)|пар[аы]?|рул|pcs|pc)\.?`;
const money = `(?:${number})`;
const currency = String.raw`(?:₽|р|руб|рублей|рубля|рубль|rub)\.?`;
const dash = String.raw`[\s\u00a0]*[-–—:,;]?[\s\u00a0]*`;

/** A letter or digit may not stand before; `\b` knows no Cyrillic. */
const start = String.raw`(?<![\p{L}\p{N}.,×xх*])`;
/** «3 x 14900» wants its blanks, or «140×70» would be a quantity and a price. */
const times = String.raw`(?:[ \u00a0]+(?:по|x|х|×|\*|@)[ \u00a0]*|(?<=\.|\p{L})[ \u00a0]*(?:×|\*|@)[ \u00a0]*)`;

function pattern(source: string): RegExp {
  return new RegExp(`^${source}$`, 'iu');
}

/** From the most telling to the least. */
const shapes: { shape: RegExp; fields: (keyof PastedLine)[] }[] = [
  {
    shape: pattern(`(.+?)${dash}${start}(${number})[ \\u00a0]*(${unit})?${times}(${money})[ \\u00a0]*(?:${currency})?`),
    fields: ['product', 'quantity', 'unit', 'price'],
  },
  {
    shape: pattern(`(${number})[ \\u00a0]*(${unit})[ \\u00a0]+(.+?)${dash}по[ \\u00a0]+(${money})[ \\u00a0]*(?:${currency})?`),
    fields: ['quantity', 'unit', 'product', 'price'],
  },
  { shape: pattern(`(.+?)${dash}${start}(${number})[ \\u00a0]*(${unit})`), fields: ['product', 'quantity', 'unit'] },
  { shape: pattern(`(${number})[ \\u00a0]*(${unit})[ \\u00a0]+(.+)`), fields: ['quantity', 'unit', 'product'] },
  { shape: pattern(`(.+?)${dash}(?:по[ \\u00a0]+)?${start}(${money})[ \\u00a0]*${currency}`), fields: ['product', 'price'] },
  { shape: pattern(`(.+?)${dash}${start}(\\d{1,6}(?:[.,]\\d{1,3})?)`), fields: ['product', 'quantity'] },
];

const blank: PastedLine = { product: '', sku: '', quantity: '', unit: '', price: '' };
/** «1. », «- », «• »: the marks of a list. */
const bullet = /^\s*(?:[-–—•*·]|\d{1,3}[.)])\s+/u;
const longest = 400;

function fromSentence(text: string): PastedLine {
  for (const { shape, fields } of shapes) {
    const match = shape.exec(text);
    if (!match) continue;
    return { ...blank, ...Object.fromEntries(fields.map((field, at) => [field, match[at + 1]?.trim() ?? ''])) };
  }
  return { ...blank, product: text };
}

type Column = keyof PastedLine | 'sum' | 'place';

const headings: [Column, RegExp][] = [
  ['place', /^(№|#|n|п\/п|№ п\/п)$/i],
  ['sku', /артикул|^код|sku/i],
  ['product', /товар|наименов|назван|номенклат|product|item|name/i],
  ['quantity', /кол-?во|количество|qty|quantity/i],
  ['unit', /^ед|единиц|unit/i],
  ['sum', /сумма|всего|итого|total|amount/i],
  ['price', /цена|price/i],
];

function columnsOf(cells: readonly string[]): (Column | undefined)[] | undefined {
  const columns = cells.map((cell) => headings.find(([, heading]) => heading.test(cell))?.[0]);
  return columns.includes('product') && columns.filter(Boolean).length > 1 ? columns : undefined;
}

function isNumber(cell: string): boolean {
  return /^\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?$/.test(cell.replace(new RegExp(`[ \\u00a0]*${currency}$`, 'iu'), ''));
}

function isSku(cell: string): boolean {
  return cell.length <= 60 && /\d/.test(cell) && /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(cell);
}

/** A row without headings: the words are the product, then come quantity and price; a row's own number in front is passed over. */
function fromCells(cells: readonly string[]): PastedLine {
  const numbered = cells.length > 2 && /^\d{1,4}$/.test(cells[0] ?? '') && !isNumber(cells[1] ?? '');
  const own = numbered ? cells.slice(1) : [...cells];
  const unitAt = own.findIndex((cell) => pattern(unit).test(cell));
  const words = own.filter((cell, at) => cell !== '' && at !== unitAt && !isNumber(cell));
  const product = words.find((cell) => !isSku(cell)) ?? words[0] ?? own[0] ?? '';
  const [quantity = '', price = ''] = own.filter((cell) => isNumber(cell) && cell !== product);
  return {
    product,
    sku: words.find((cell) => cell !== product && isSku(cell)) ?? '',
    quantity,
    unit: own[unitAt] ?? '',
    price,
  };
}

function fromColumns(cells: readonly string[], columns: readonly (Column | undefined)[]): PastedLine {
  const at = (column: Column) => cells[columns.indexOf(column)] ?? '';
  return { product: at('product'), sku: at('sku'), quantity: at('quantity'), unit: at('unit'), price: at('price') };
}

function amount(text: string): string {
  const plain = plainDecimal(text.replace(new RegExp(`[ \\u00a0]*${currency}$`, 'iu'), ''));
  return /^\d+(\.\d+)?$/.test(plain) ? text.replace(new RegExp(`[ \\u00a0]*${currency}$`, 'iu'), '').trim() : '';
}

function cellsOf(row: string): string[] {
  return row.split('\t').map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"')
      .trim(),
  );
}

/** Lines in text from Excel (columns between tabs) or from a chat («Кресло 2 шт по 11 250»); never more than an order takes. */
export function pasteLines(text: string): PastedLine[] {
  const rows = text
    .split(/\r\n|[\n\r]/)
    .map((row) => row.slice(0, longest))
    .filter((row) => row.trim() !== '');
  const columns = columnsOf(cellsOf(rows[0] ?? ''));
  const found = (columns ? rows.slice(1) : rows).map((row) => {
    if (!row.includes('\t')) return fromSentence(row.replace(bullet, '').trim());
    return columns ? fromColumns(cellsOf(row), columns) : fromCells(cellsOf(row));
  });
  return found
    .map((line) => ({ ...line, product: line.product.slice(0, 255), quantity: amount(line.quantity), price: amount(line.price) }))
    .filter(({ product }) => product !== '')
    .slice(0, maxItems);
}
