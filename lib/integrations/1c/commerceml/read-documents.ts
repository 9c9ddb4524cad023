import { CommerceMlError } from './cml-error';
import { type CmlNode, cmlPieces } from './cml-nodes';
import type { CmlDocument, CmlParty, CmlSource, CmlSummary } from './document';
import { decimalMark, decimalText, type Mark } from './number-format';
import { attributeOrChild, childNamed, inner, readItem, readParty, requisitesOf } from './read-parts';

/** What a file holds, one after another. */
export type CmlRecord = { kind: 'document'; document: CmlDocument } | { kind: 'party'; party: CmlParty };

/**
 * Reads a file to its end without keeping anything of it: nothing may be taken from a file before this has gone well. Throws
 * {@link CommerceMlError} for what is damaged, of the first version, no CommerceML, or a catalogue.
 */
export async function checkFile(open: CmlSource): Promise<CmlSummary> {
  const pieces = cmlPieces(open);
  const counts = { document: 0, party: 0 };
  for (;;) {
    const next = await pieces.next();
    if (!next.done) {
      counts[next.value.kind]++;
      continue;
    }
    const { attributes, hasCatalogue } = next.value;
    if (hasCatalogue && counts.document + counts.party === 0) throw new CommerceMlError('cml_no_orders');
    return { schemaVersion: attributes.ВерсияСхемы ?? '', documents: counts.document, parties: counts.party };
  }
}

const yes = ['true', '1', 'да', 'yes', 'истина'];
const no = ['false', '0', 'нет', 'no', 'ложь'];

/** A switch of the standard, in any of the spellings in use; null for what is none. */
export function switchOf(text: string | undefined): boolean | null {
  const value = (text ?? '').trim().toLowerCase();
  return yes.includes(value) ? true : no.includes(value) ? false : null;
}

interface Around {
  mark: Mark;
  quantityMark: Mark;
  /** The order that a document hangs on by its place in the file. */
  base: string;
}

function readDocument(node: CmlNode, position: number, { mark, quantityMark, base }: Around): CmlDocument {
  const requisites = requisitesOf(node);
  const text = (name: string) => attributeOrChild(node, name);
  const goods = childNamed(node, 'Товары');
  return {
    position,
    id: text('Ид'),
    number: text('Номер'),
    day: text('Дата'),
    time: text('Время'),
    operation: text('ХозОперация'),
    currency: text('Валюта'),
    sum: decimalText(text('Сумма'), mark),
    parties: inner(node, 'Контрагенты', 'Контрагент').map(readParty),
    comment: text('Комментарий'),
    items: goods ? goods.children.filter(({ name }) => name === 'Товар').map((item) => readItem(item, mark, quantityMark)) : null,
    requisites,
    version: text('НомерВерсии') || (requisites.НомерВерсии ?? ''),
    number1c: text('Номер1С') || requisites['Номер по 1С'] || '',
    day1c: text('Дата1С') || requisites['Дата по 1С'] || '',
    deleted: switchOf(text('ПометкаУдаления') || requisites.ПометкаУдаления),
    posted: switchOf(text('Проведен') || requisites.Проведен),
    base: text('Основание') || requisites.Основание || base,
  };
}

const isOrder = (operation: string) => operation === '' || operation === 'Заказ товара';

/**
 * Documents and root-level counterparties of a file in their order, documents that hang on another one right after it. The file has to
 * have been checked; what cannot be understood in a document stays as it is written and is for whoever applies it.
 */
export async function* readDocuments(open: CmlSource): AsyncGenerator<CmlRecord> {
  let position = 0;
  let container = { n: 0, order: '' };
  for await (const { kind, node, container: n, root } of cmlPieces(open)) {
    if (kind === 'party') {
      yield { kind, party: readParty(node) };
      continue;
    }
    const marks = { mark: decimalMark(root.attributes.ФорматСуммы), quantityMark: decimalMark(root.attributes.ФорматКоличества) };
    if (n === 0 || n !== container.n) container = { n, order: '' };
    const document = readDocument(node, ++position, { ...marks, base: container.order });
    if (n !== 0 && isOrder(document.operation)) container.order = document.id;
    yield { kind, document: isOrder(document.operation) && document.base === document.id ? { ...document, base: '' } : document };
    for (const child of inner(node, 'ПодчиненныеДокументы', 'ПодчиненныйДокумент')) {
      yield { kind, document: readDocument(child, ++position, { ...marks, base: document.id || document.number }) };
    }
  }
}
