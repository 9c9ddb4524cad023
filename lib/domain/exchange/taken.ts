import type { ClientInput } from '../clients/schema';
import type { ItemInput, OrderStatus } from '../orders/schema';
import type { PaymentMethod } from '../payments/schema';

/** How an accounting program's documents are taken over; of a connection's settings. */
export interface TakingRules {
  /** What the program puts before our numbers. */
  numberPrefix: string;
  /** Whether orders and clients that were made there are taken over. */
  acceptNew: boolean;
  /** Whether a completed or cancelled order may be opened or changed again from there. */
  reopenFinal: boolean;
  /** Whose values count when both sides changed them. */
  policy: 'ours' | 'theirs' | 'ask';
}

/** By what a document says which order it means. */
export interface OrderNames {
  /** The id of the document; empty where it has none. */
  remoteId: string;
  number: string;
  /** The number and the day the program itself gave. */
  ownNumber: string;
  ownDay: string;
  /** `YYYY-MM-DD`; null where nothing is said. */
  day: string | null;
}

export interface TakenClient {
  remoteId: string;
  input: ClientInput;
}

/** A line with the id its goods have over there. */
export interface TakenItem extends ItemInput {
  remoteId: string;
}

/** What a document says about an order; absent where it says nothing. */
export interface TakenOrder extends OrderNames {
  /** A token that changes with every change over there; empty where there is none. */
  version: string;
  items?: TakenItem[];
  status?: OrderStatus;
  deleted?: boolean;
  /** Null: it says that nothing has left. */
  shippedDay?: string | null;
  /** It says that they have, but not when: a day that stands here is better. */
  shippedGuessed?: boolean;
  /** Whether all of it is paid, and when. */
  paid?: { all: boolean; day: string; note: string };
  /** Only for an order that is new here. */
  client?: TakenClient;
  description?: string;
  /** When it was made, UTC epoch ms. */
  madeAt?: number;
}

/** A document about money; absent money is one that was deleted or not posted. */
export interface TakenPayment {
  remoteId: string;
  /** The id or the number of its order, ours or theirs. */
  base: string;
  money?: {
    /** `YYYY-MM-DD`. */
    day: string;
    /** Kopecks, negative when it went back. */
    amountMinor: number;
    method: PaymentMethod;
    note: string;
  };
}

/** A document about goods that have left, or have not after all. */
export interface TakenShipment {
  /** The id or the number of its order, ours or theirs. */
  base: string;
  day: string;
  gone: boolean;
}

/** What is told about a document that was not, or not all, taken over; `exchange.notes` words each. */
export const takingNotes = [
  'order_unknown',
  'order_unsure',
  'order_in_bin',
  'new_not_allowed',
  'client_unknown',
  'client_several',
  'final_kept',
  'paid_lines_kept',
  'both_changed',
] as const;

export interface TakingNote {
  code: (typeof takingNotes)[number];
  values?: Record<string, string | number>;
}

/** What became of a document. */
export interface Taken {
  outcome: 'created' | 'changed' | 'same' | 'skipped';
  notes: TakingNote[];
  /** The first operation it was written by; undefined when nothing was. */
  operationId?: number;
}
