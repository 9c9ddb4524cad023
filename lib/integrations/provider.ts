import type { z } from 'zod';
import type { Engine } from '@/db/engines/engine';
import type { ConnectionRow } from '@/db/queries/connections';
import type { DeliveryRow } from '@/db/queries/deliveries';
import type { ConnectionKind, Problem, Topic } from '@/lib/domain/connections/schema';
import type { Exchanged } from '@/lib/domain/exchange/schema';
import type { Pace } from './http/pace';
import type { PeerHttp } from './http/peer-http';
import type { Peer } from './sync/peer';
import type { SyncSettings } from './sync/settings';
import type { Optional } from './sync/without-fields';

/** A connection with its settings read and its secrets opened. */
export interface OpenConnection<S = unknown> {
  row: ConnectionRow;
  settings: S;
  /** Name to plain secret; never logged, never shown. */
  secrets: Readonly<Record<string, string>>;
}

/** What a provider works with; it has no other way to the network. */
export interface Work<S = unknown> {
  db: Engine;
  connection: OpenConnection<S>;
  /** Sends requests: guarded against private addresses, paced, and noted in the connection's journal. */
  http: PeerHttp;
  /** UTC. */
  now: () => Date;
  /** Ends with the lease of the work. */
  signal: AbortSignal;
}

/** What became of one attempt. */
export type Outcome =
  | { kind: 'done' }
  /** Not now, or nobody knows: again later, not before `afterMs` when the other side named a time. */
  | { kind: 'retry'; problem: Problem; afterMs?: number }
  /** The other side refuses this record; again only when somebody asks for it. */
  | { kind: 'dead'; problem: Problem }
  /** Rights, plan, address: no record would get through; everything waits for a person. */
  | { kind: 'pause'; problem: Problem }
  /** The other side wants nothing any more. */
  | { kind: 'disable'; problem: Problem };

/** What a look at the other side has shown. */
export interface CheckReport {
  ok: boolean;
  /** Messages of `exchange.checks`, in their order, good ones too: who we are there, rights, clock, plan. */
  lines: { ok: boolean; code: string; values?: Record<string, string | number> }[];
}

/** A secret a connection has. */
export interface SecretField {
  name: string;
  /** `given` by whoever sets it up, `made` here and shown once, or a `password` of ours that is kept as its hash. */
  origin: 'given' | 'made' | 'password';
}

/** How records come in, beside being sent out. */
export interface TwoWaySide<S> {
  /** Makes contact: signs in where that is needed, and reads what every reading needs. */
  join(work: Work<S>): Promise<Peer>;
  settings(settings: S): SyncSettings;
  /** What a connection may leave out; offered on its mapping page in this order. */
  optional: Optional;
  /** The records that a call from there is about; a pull looks for itself when that cannot be told. */
  readHint?: (raw: string) => { entity: Exchanged; id: string }[];
}

/** One kind of system, as the outbox and the settings page know it. Methods, so that a list may hold providers of any settings. */
export interface Provider<S = unknown> {
  kind: ConnectionKind;
  /** Of `key=value` texts, as the form and the command line have them. */
  settings: z.ZodType<S>;
  /** Field names in the order in which a form asks for them. */
  form: readonly string[];
  secrets: readonly SecretField[];
  /** The events a new connection is told of; a webhook chooses its own. */
  topics: readonly Topic[];
  /** Only the newest state of a record counts: older waiting deliveries of it are merged into the last one. */
  merges: boolean;
  /** ms before each attempt after the first; when they are used up the delivery is dead. */
  delays: readonly number[];
  /** How fast the system may be asked; as fast as it answers when left out. */
  pace?: Pace;
  /** Tells the other side; absent where it comes and asks (1C). */
  deliver?(work: Work<S>, delivery: DeliveryRow): Promise<Outcome>;
  /** A few cheap reads: the address, rights, clock, plan. */
  check?(work: Work<S>): Promise<CheckReport>;
  /** Of a system that records are exchanged with both ways. */
  sync?: TwoWaySide<S>;
  /** The path of the address that the other side calls, if any. */
  path?: (connection: Pick<ConnectionRow, 'id' | 'uid'>) => string;
}
