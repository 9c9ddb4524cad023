/** A counterparty as it stands in a file. */
export interface CmlParty {
  id: string;
  name: string;
  /** `ПолноеНаименование` or `ОфициальноеНаименование`. */
  fullName: string;
  kind: 'company' | 'person';
  /** `Покупатель`, `Продавец`, …; empty where there is none. */
  role: string;
  lastName: string;
  firstName: string;
  middleName: string;
  inn: string;
  kpp: string;
  address: string;
  comment: string;
  contacts: { type: string; value: string }[];
}

/** A line of a document as it stands in a file; numbers are decimal text with a point. */
export interface CmlItem {
  id: string;
  sku: string;
  name: string;
  unit: string;
  price: string;
  quantity: string;
  sum: string;
  /** `20`, `Без НДС`; empty where nothing is said. */
  vat: string;
  /** What `Скидки` come to, and whether the sum of the line already is without them. */
  discount: string;
  discountIncluded: boolean;
  service: boolean;
}

/** A document of an exchange file as it stands there: texts are kept, nothing is decided. Absent texts are empty. */
export interface CmlDocument {
  /** Its place in the file, from 1. */
  position: number;
  id: string;
  number: string;
  /** `YYYY-MM-DD`, or whatever stands there. */
  day: string;
  time: string;
  /** `ХозОперация`. */
  operation: string;
  currency: string;
  /** Decimal text with a point; empty where there is none. */
  sum: string;
  parties: CmlParty[];
  comment: string;
  /** Null where the document says nothing about lines: then they stay. */
  items: CmlItem[] | null;
  /** Direct children of the document only, the last of a name. */
  requisites: Readonly<Record<string, string>>;
  /** `НомерВерсии`. */
  version: string;
  /** `Номер1С`, `Дата1С`, as elements of the document or as its requisites. */
  number1c: string;
  day1c: string;
  /** `ПометкаУдаления`; null where nothing is said. */
  deleted: boolean | null;
  /** `Проведен`. */
  posted: boolean | null;
  /** `Основание`, or the `Ид` of the document it hangs on: the order that a payment or a shipment is for. */
  base: string;
}

/** What a file holds, as its first reading counts it. */
export interface CmlSummary {
  /** `ВерсияСхемы`; empty where there is none, as 1C 8 sends it. */
  schemaVersion: string;
  documents: number;
  /** Counterparties at the root. */
  parties: number;
}

/** Opens the bytes of a file from their beginning; called twice, since a file is checked whole before anything is taken from it. */
export type CmlSource = () => AsyncIterable<Uint8Array>;
