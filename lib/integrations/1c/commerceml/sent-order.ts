/** Whom an order is for, as 1C is told. */
export interface SentParty {
  id: string;
  name: string;
  kind: 'company' | 'person';
  lastName: string;
  firstName: string;
  middleName: string;
  inn: string;
  address: string;
  comment: string;
  phone: string;
  email: string;
}

export interface SentLine {
  /** What 1C knows the goods by. */
  id: string;
  sku: string;
  name: string;
  /** Our own short name of the unit; empty is a piece. */
  unit: string;
  quantityMilli: number;
  /** Kopecks a unit, before the discount. */
  priceMinor: number;
  /** Kopecks off the line. */
  discountMinor: number;
  totalMinor: number;
  /** Basis points, included in the price; null is «без НДС». */
  vatRate: number | null;
}

/** An order ready to be written into an exchange file. */
export interface SentOrder {
  id: string;
  number: string;
  /** `YYYY-MM-DD` and `hh:mm:ss` in the organisation's zone. */
  day: string;
  time: string;
  /** Three letters. */
  currency: string;
  totalMinor: number;
  party: SentParty;
  comment: string;
  lines: readonly SentLine[];
  deleted: boolean;
  /** In the order in which they are written; also `Статус заказа` and its like. */
  requisites: readonly { name: string; value: string }[];
  /** What 1C calls it, when it has told. */
  number1c: string;
}

export type CmlEncoding = 'windows-1251' | 'utf-8';

export interface WriteOptions {
  /** What 1C asked for (`2.08`, `3.1`); from 3 on every order stands in a `Контейнер`. */
  schemaVersion: string;
  encoding: CmlEncoding;
  /** `YYYY-MM-DDThh:mm:ss` in the organisation's zone. */
  made: string;
}
