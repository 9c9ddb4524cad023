import { type ImportEntity, importFields } from '../../domain/imports/schema';
import { apiWords } from '../../i18n/api-translator';
import type { Locale } from '../../i18n/locale';
import type { Table } from '../table';
import { cellColumn } from './cell-columns';

/** What a file need not have: numbers of our own downloads, and what is told in two ways. */
const leftOut = new Set(['id', 'version', 'full_name', 'client_id']);

const example: Record<ImportEntity, Record<string, string>> = {
  client: {
    last_name: 'Соколова',
    first_name: 'Марина',
    middle_name: 'Андреевна',
    company: 'ООО «Ромашка»',
    mobile_phone: '+7 900 123-45-67',
    email: 'sokolova@example.com',
    inn: '7804000118',
    address: 'Тверь, Советская улица, 5',
    comment: 'Звонить после обеда',
  },
  order: {
    external_no: 'А-1',
    client_name: 'Соколова Марина Андреевна',
    client_email: 'sokolova@example.com',
    client_phone: '+7 900 123-45-67',
    created_at: '01.11.2026',
    due_day: '15.11.2026',
    description: 'Доставка утром',
    product: 'Стол письменный',
    sku: '0042',
    quantity: '2',
    unit: 'шт',
    price: '12500,00',
    discount: '500,00',
    vat_rate: '20',
  },
  product: { name: 'Стол письменный', sku: '0042', unit: 'шт', price: '12500,00', vat_rate: '20' },
  payment: {
    order_id: '12',
    day: '15.11.2026',
    amount: '24500,00',
    method: 'банк',
    document_no: '341',
    payer: 'ООО «Ромашка»',
    payer_inn: '7804000118',
    note: 'Оплата по заказу № 12',
  },
};

/** An empty file for an entity: the headings of our own downloads over one row that shows how each cell is written. */
export function templateOf(entity: ImportEntity, locale: Locale): Table {
  const words = apiWords(locale);
  const columns = importFields[entity].filter((field) => !leftOut.has(field)).map((field) => cellColumn(field, words));
  const row = columns.map(({ name }) => example[entity][name] ?? null);
  async function* rows() {
    yield [row];
  }
  return { title: words.imports('template'), columns, rows: rows(), totals: () => null, parameters: () => [] };
}
