import { randomUUID } from 'node:crypto';
import type { Exchanged, Shared } from '@/lib/domain/exchange/schema';
import { recordsIn } from '@/lib/domain/journal/fields';
import { PeerError } from '@/lib/integrations/http/peer-http';
import { ChangedThere, Fault, type Peer, type PeerPage, type Remote } from '@/lib/integrations/sync/peer';

/** What the network or the other side does to a request. */
export type Mishap = 'none' | 'reset' | 'busy' | 'lost_answer' | 'stale';

interface Kept {
  id: string;
  version: number;
  /** By the clock over there. */
  at: number;
  /** Its place in the order of changes. */
  change: number;
  values: Shared;
  uid: string | undefined;
  author?: string;
}

const carried: Record<Exchanged, readonly string[]> = {
  client: ['name', 'inn', 'mobile_phone', 'email', 'comment', 'deleted'],
  product: ['name', 'sku', 'price', 'deleted'],
  order: ['client', 'status', 'description', 'items', 'deleted'],
};

/** As much of a text as it keeps. */
const longest = 40;

function cut(value: Shared[string] | undefined): Shared[string] {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, longest).trim() : (value ?? null);
}

/** Lines as it keeps them: what they come to, not how. */
function lines(value: Shared[string] | undefined): Shared[string] {
  return recordsIn(value).map(({ product, quantity, total, ref }) => ({
    product: cut(product),
    quantity: quantity ?? 0,
    total: total ?? 0,
    ref: ref ?? null,
  }));
}

/** Another system in memory, with versions, a clock of its own and every misfortune of a network. */
export class SimulatedPeer implements Peer {
  readonly entities = ['client', 'product', 'order'] as const;
  readonly pageSize = 7;
  readonly kept: Record<Exchanged, Map<string, Kept>> = { client: new Map(), product: new Map(), order: new Map() };
  /** Requests of each kind since the last `forget`. */
  requests: Record<string, number> = {};
  /** Asked before every request. */
  mishap: (request: string) => Mishap = () => 'none';
  /** Called between any two steps: may throw, as a process dies. */
  tick: () => void = () => undefined;
  /** How much its clock is ahead of ours, ms. */
  skewMs = 0;
  now: () => number = Date.now;
  #changes = 0;

  forget(): void {
    this.requests = {};
  }

  /** Writes sent to it since the last `forget`. */
  get writes(): number {
    return (this.requests.create ?? 0) + (this.requests.update ?? 0);
  }

  async #request<T>(name: string, work: () => T): Promise<T> {
    this.requests[name] = (this.requests[name] ?? 0) + 1;
    this.tick();
    const mishap = this.mishap(name);
    if (mishap === 'reset') throw new PeerError({ code: 'unreachable' });
    if (mishap === 'busy') throw new Fault('retry', { code: 'busy', values: { status: 429 } }, 1);
    if (mishap === 'stale' && name === 'update') throw new ChangedThere();
    const result = work();
    this.tick();
    if (mishap === 'lost_answer') throw new PeerError({ code: 'timeout' });
    return result;
  }

  #remote({ id, version, at, values, uid, author }: Kept): Remote {
    return { id, version: String(version), updatedAt: at - this.skewMs, values, uid, author, told: { number: `S-${id}` } };
  }

  #put(entity: Exchanged, id: string, values: Shared, uid: string | undefined, author?: string): Kept {
    const version = (this.kept[entity].get(id)?.version ?? 0) + 1;
    this.#changes += 1;
    const by = author ?? this.kept[entity].get(id)?.author;
    const at = this.now() + this.skewMs;
    const kept = { id, version, at, change: this.#changes, values: this.fit(entity, values), uid, author: by };
    this.kept[entity].set(id, kept);
    return kept;
  }

  /** Somebody over there makes a record. */
  add(entity: Exchanged, values: Shared, author?: string): string {
    const id = randomUUID().slice(0, 8);
    const empty = Object.fromEntries(carried[entity].map((field) => [field, field === 'deleted' ? false : field === 'items' ? [] : null]));
    this.#put(entity, id, { ...empty, ...values }, undefined, author);
    return id;
  }

  /** Somebody over there changes a record. */
  edit(entity: Exchanged, id: string, patch: Shared): void {
    const before = this.kept[entity].get(id);
    if (before) this.#put(entity, id, { ...before.values, ...patch }, before.uid);
  }

  /** Somebody over there takes a record away for good. */
  remove(entity: Exchanged, id: string): void {
    this.kept[entity].delete(id);
  }

  fit(entity: Exchanged, values: Shared): Shared {
    const kept = Object.fromEntries(carried[entity].filter((field) => field in values).map((field) => [field, cut(values[field])]));
    return 'items' in kept ? { ...kept, items: lines(values.items) } : kept;
  }

  #page(entity: Exchanged, after: number, key: (kept: Kept) => number): PeerPage {
    const sorted = [...this.kept[entity].values()].filter((kept) => key(kept) > after).sort((a, b) => key(a) - key(b));
    const some = sorted.slice(0, this.pageSize);
    const last = some.at(-1);
    return { records: some.map((kept) => this.#remote(kept)), cursor: String(last ? key(last) : after), more: sorted.length > some.length };
  }

  list(entity: Exchanged, cursor: string | undefined): Promise<PeerPage> {
    return this.#request('list', () => this.#page(entity, Number(cursor ?? 0), ({ change }) => change));
  }

  changed(entity: Exchanged, cursor: string, again: boolean): Promise<PeerPage> {
    return this.#request('changed', () => this.#page(entity, Math.max(0, Number(cursor) - (again ? 3 : 0)), ({ change }) => change));
  }

  present(): Promise<string> {
    return this.#request('present', () => String(this.#changes));
  }

  read(entity: Exchanged, ids: readonly string[]): Promise<Remote[]> {
    return this.#request('read', () =>
      ids.flatMap((id) => {
        const kept = this.kept[entity].get(id);
        return kept ? [this.#remote(kept)] : [];
      }),
    );
  }

  find(entity: Exchanged, uid: string): Promise<Remote | undefined> {
    return this.#request('find', () => {
      const kept = [...this.kept[entity].values()].find((one) => one.uid === uid);
      return kept && this.#remote(kept);
    });
  }

  alike(entity: Exchanged, { mobile_phone, sku }: Shared): Promise<Remote[]> {
    const value = entity === 'client' ? mobile_phone : entity === 'product' ? sku : null;
    if (!value) return Promise.resolve([]);
    const field = entity === 'client' ? 'mobile_phone' : 'sku';
    return this.#request('alike', () =>
      [...this.kept[entity].values()]
        .filter((kept) => kept.values[field] === value && kept.values.deleted !== true)
        .map((kept) => this.#remote(kept)),
    );
  }

  create(entity: Exchanged, values: Shared, uid: string): Promise<Remote> {
    return this.#request('create', () => this.#remote(this.#put(entity, randomUUID().slice(0, 8), values, uid)));
  }

  update(entity: Exchanged, { before, patch }: { before: Remote; patch: Shared }): Promise<Remote> {
    return this.#request('update', () => {
      const kept = this.kept[entity].get(before.id);
      if (!kept || String(kept.version) !== before.version) throw new ChangedThere();
      return this.#remote(this.#put(entity, before.id, { ...kept.values, ...patch }, kept.uid));
    });
  }

  vocabulary(): Promise<Record<string, { id: string; name: string }[]>> {
    return Promise.resolve({ status: [{ id: 'new', name: 'Новый' }] });
  }

  check(): Promise<{ ok: boolean; lines: [] }> {
    return Promise.resolve({ ok: true, lines: [] });
  }
}
