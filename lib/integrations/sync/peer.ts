import type { Problem } from '@/lib/domain/connections/schema';
import type { Exchanged, Shared, Vocabulary } from '@/lib/domain/exchange/schema';
import type { CheckReport } from '../provider';

/** A record over there. */
export interface Remote {
  id: string;
  /** Changes whenever the record does; of a creation and every edit another one. */
  version: string;
  /** When it was changed last, by our clock (UTC epoch ms); null when nobody knows. */
  updatedAt: number | null;
  /** In shared words, only what both sides carry; other records by their ids over there. */
  values: Shared;
  /** The key of ours that it was made under, if it can be seen. */
  uid?: string;
  /** Who made it over there, in the words of the vocabulary's `user`; told, and never compared. */
  author?: string;
  /** Words in it that have no counterpart here: such fields are not in `values`. */
  unmapped?: { field: string; value: string }[];
  /** What people call it there: its number, its address. */
  told?: Record<string, string>;
}

export interface PeerPage {
  records: Remote[];
  /** Where the next page begins. */
  cursor: string;
  /** Whether there is a next page now. */
  more: boolean;
}

/** What a warehouse has of a product. */
export interface PeerStock {
  productId: string;
  warehouse: string;
  quantityMilli: number;
}

/** A change to be made over there. */
export interface Edit {
  /** As it was read; when it is another by now, nothing is written and `ChangedThere` is thrown. */
  before: Remote;
  /** The fields to change. */
  patch: Shared;
  /** The whole record of ours, for what can only be written as a whole; a field that is not in it is left as it is. */
  whole: Shared;
}

/**
 * Another system as the engine sees it: some twenty requests, no rules. Every method throws `PeerError` or `Fault` when it
 * fails. What it writes, it reads back: what comes back of a record of ours equals `fit` of it.
 */
export interface Peer {
  /** What it has, in the order in which one needs the other. */
  entities: readonly Exchanged[];
  /** Records a page. */
  pageSize: number;
  /** A record of ours as it would come back: only the fields that are carried, cut and rounded as the other side does, lines one for one. */
  fit: (entity: Exchanged, values: Shared) => Shared;
  /** All there is, archived ones too if they can be told, in an order that new ones do not disturb; from the beginning without a cursor. */
  list: (entity: Exchanged, cursor: string | undefined) => Promise<PeerPage>;
  /** What has changed since a cursor; `again` reads a few minutes before it a second time, since clocks and long transactions there may be late. */
  changed: (entity: Exchanged, cursor: string, again: boolean) => Promise<PeerPage>;
  /** The cursor of this moment. */
  present: (entity: Exchanged) => Promise<string>;
  /** Those of the records that are there, in any order. */
  read: (entity: Exchanged, ids: readonly string[]) => Promise<Remote[]>;
  /** What was made under a key of ours. */
  find: (entity: Exchanged, uid: string) => Promise<Remote | undefined>;
  /** Records that one of ours may be: by phone, e-mail, INN, article. */
  alike: (entity: Exchanged, values: Shared) => Promise<Remote[]>;
  create: (entity: Exchanged, values: Shared, uid: string) => Promise<Remote>;
  update: (entity: Exchanged, edit: Edit) => Promise<Remote>;
  vocabulary: () => Promise<Vocabulary>;
  /** What the warehouses have; all of it. */
  stock?: () => Promise<PeerStock[]>;
  check: () => Promise<CheckReport>;
}

/** The record was changed by somebody else since it was read; nothing was written. */
export class ChangedThere extends Error {
  readonly changedThere = true;
  constructor() {
    super('changed_there');
    this.name = 'ChangedThere';
  }
}

/** The other side has answered, and refuses. */
export class Fault extends Error {
  readonly fault = true;
  constructor(
    /** `retry`: not now; `dead`: this record never; `pause`: everything waits for a person. */
    readonly kind: 'retry' | 'dead' | 'pause' | 'disable',
    readonly problem: Problem,
    /** ms that it asks to wait. */
    readonly afterMs?: number,
  ) {
    super(problem.code);
    this.name = 'Fault';
  }
}
