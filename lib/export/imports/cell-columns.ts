import type { ApiWords } from '../../i18n/api-translator';
import type { CellKind, TableColumn } from '../table';

/** Fields of digits whose zeros count. */
const codes = new Set([
  'id',
  'version',
  'mobile_phone',
  'inn',
  'sku',
  'external_no',
  'client_id',
  'client_phone',
  'order_id',
  'document_no',
  'payer_inn',
]);

const wide = new Set([
  'address',
  'comment',
  'description',
  'reason',
  'company',
  'client_name',
  'product',
  'name',
  'full_name',
  'note',
  'payer',
]);

/** A column of texts as a file has them, under the heading that our own downloads have. */
export function cellColumn(name: string, words: ApiWords): TableColumn {
  const kind: CellKind = codes.has(name) ? 'code' : 'text';
  return { name, title: words.column(name), kind, width: wide.has(name) ? 32 : 16 };
}
