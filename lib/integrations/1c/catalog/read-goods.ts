import { CommerceMlError } from '../commerceml/cml-error';
import { type CmlNode, type CmlRoot, type CmlShape, cmlPieces } from '../commerceml/cml-nodes';
import type { CmlSource } from '../commerceml/document';
import { decimalMark, decimalText, type Mark } from '../commerceml/number-format';
import { switchOf } from '../commerceml/read-documents';
import { addDecimals, attributeOrChild, childNamed, inner, readItem } from '../commerceml/read-parts';

/** A good, or an offer of one, as it stands in a file; texts are kept, numbers are decimal text. Absent texts are empty. */
export interface CmlGood {
  /** `good`, or `good#characteristic` of an offer. */
  id: string;
  name: string;
  sku: string;
  unit: string;
  /** `20`, `Без НДС`. */
  vat: string;
  /** Null where nothing is said. */
  deleted: boolean | null;
  prices: { type: string; price: string; currency: string }[];
  /** Null where nothing is said; a warehouse by its id, empty for all of them together. */
  stock: { warehouse: string; quantity: string }[] | null;
}

/** What goods files hold, in their order; names of price types and warehouses come before the offers that use them. */
export type GoodsRecord = { kind: 'good'; good: CmlGood } | { kind: 'price_type' | 'warehouse'; id: string; name: string };

const shape: CmlShape<'good' | 'offer' | 'price_type' | 'warehouse'> = {
  kinds: { Товар: 'good', Предложение: 'offer', ТипЦены: 'price_type', Склад: 'warehouse' },
  wrappers: [
    'Классификатор',
    'Каталог',
    'ИзмененияКаталога',
    'Товары',
    'ПакетПредложений',
    'ИзмененияПакетаПредложений',
    'Предложения',
    'ТипыЦен',
    'Склады',
  ],
};

/** Newer files mark a deletion by a switch, older ones by a word. */
function deletedOf(node: CmlNode): boolean | null {
  const told = switchOf(attributeOrChild(node, 'ПометкаУдаления'));
  const status = attributeOrChild(node, 'Статус').toLowerCase().replace('ё', 'е');
  return told ?? (status === '' ? null : status === 'удален');
}

/** Where how much is: by warehouse in either spelling of the standard, or one sum for all. */
function stockOf(node: CmlNode, mark: Mark): CmlGood['stock'] {
  const decimal = (text: string) => decimalText(text, mark) || '0';
  const places = inner(node, 'Остатки', 'Остаток').flatMap((rest) => {
    const own = rest.children.filter(({ name }) => name === 'Склад');
    return own.length > 0 ? own : [rest];
  });
  const told = places.map((place) => ({ warehouse: attributeOrChild(place, 'Ид'), quantity: attributeOrChild(place, 'Количество') }));
  const older = node.children
    .filter(({ name, attributes }) => name === 'Склад' && 'ИдСклада' in attributes)
    .map(({ attributes }) => ({ warehouse: attributes.ИдСклада ?? '', quantity: attributes.КоличествоНаСкладе ?? '' }));
  const all = [...told, ...older];
  if (all.length === 0) {
    const sum = childNamed(node, 'Количество')?.text;
    return sum === undefined || sum === '' ? null : [{ warehouse: '', quantity: decimal(sum) }];
  }
  const byWarehouse = new Map<string, string>();
  for (const { warehouse, quantity } of all)
    byWarehouse.set(warehouse, addDecimals([byWarehouse.get(warehouse) ?? '0', decimal(quantity)]));
  return [...byWarehouse].map(([warehouse, quantity]) => ({ warehouse, quantity }));
}

function goodOf(node: CmlNode, { attributes }: CmlRoot): CmlGood {
  const mark = decimalMark(attributes.ФорматСуммы);
  const { id, name, sku, unit, vat } = readItem(node, mark, undefined);
  const prices = inner(node, 'Цены', 'Цена').map((price) => ({
    type: attributeOrChild(price, 'ИдТипаЦены'),
    price: decimalText(attributeOrChild(price, 'ЦенаЗаЕдиницу'), mark),
    currency: attributeOrChild(price, 'Валюта'),
  }));
  const stock = stockOf(node, decimalMark(attributes.ФорматКоличества));
  return { id, name, sku, unit, vat, deleted: deletedOf(node), prices: prices.filter(({ price }) => price !== ''), stock };
}

/**
 * Reads a goods file (`import.xml`, `offers.xml`, `prices…`, `rests…`) to its end without keeping anything of it; how many goods and
 * offers it holds. Throws {@link CommerceMlError} for what is damaged, of the first version, no CommerceML, or holds no goods.
 */
export async function checkGoods(open: CmlSource): Promise<number> {
  const pieces = cmlPieces(open, shape);
  let goods = 0;
  for (;;) {
    const next = await pieces.next();
    if (!next.done) {
      if (next.value.kind === 'good' || next.value.kind === 'offer') goods++;
      continue;
    }
    if (goods === 0 && !next.value.hasCatalogue) throw new CommerceMlError('cml_no_goods');
    return goods;
  }
}

/** The goods and offers of a file that has been checked, and the names of price types and warehouses. */
export async function* readGoods(open: CmlSource): AsyncGenerator<GoodsRecord> {
  for await (const { kind, node, root } of cmlPieces(open, shape)) {
    if (kind === 'good' || kind === 'offer') yield { kind: 'good', good: goodOf(node, root) };
    else yield { kind, id: attributeOrChild(node, 'Ид'), name: attributeOrChild(node, 'Наименование') };
  }
}
