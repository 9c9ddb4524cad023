import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/engines/engine';
import { findLink, findLinkByRemote, insertLink, type LinkRow, updateLink } from '@/db/queries/links';
import { findProduct, type ProductRow, productIdsOf, productsBySku } from '@/db/queries/products';
import { replaceProductStock } from '@/db/queries/stock';
import { type Ctx, unit } from '../context';
import { isDomainError } from '../errors';
import { type Change, recordChange } from '../journal/record-change';
import { may } from '../permissions';
import { productKey } from '../products/product-key';
import type { ProductInput } from '../products/schema';
import { applyProductInput, changeProduct, makeProduct, moveProduct } from '../products/write-product';
import { fieldHashes } from './fingerprint';

/** A product as a system that keeps the catalogue describes it; what it says nothing about is left out. */
export interface ForeignGood extends ProductInput {
  remoteId: string;
  deleted?: boolean;
  /** What is there; warehouses by name. */
  stock?: readonly { warehouse: string; quantityMilli: number }[];
}

export interface TakeGoods {
  connectionId: number;
  goods: readonly ForeignGood[];
  /** Whether products that nobody here knows are made. */
  create: boolean;
}

export interface TakenGoods {
  created: number;
  edited: number;
  deleted: number;
  restored: number;
  /** Products whose stock was told. */
  stock: number;
  /** Goods that nobody here knows and that were not made. */
  unknown: number;
  /** Names that belong to another product here; they were not taken. */
  takenNames: string[];
  /** The first operation of all, on which the others hang; null while there is none. */
  groupId: number | null;
}

type Told = Pick<ForeignGood, 'name' | 'sku' | 'unit' | 'price' | 'vat_rate' | 'deleted'>;
const told = ['name', 'sku', 'unit', 'price', 'vat_rate', 'deleted'] as const;

function toldOf(good: ForeignGood): Told {
  return Object.fromEntries(told.flatMap((name) => (good[name] === undefined ? [] : [[name, good[name]]])));
}

/** What the other side has changed since it last told: what it repeats leaves our own changes alone. */
function news(all: Told, hashes: Record<string, string>, link: LinkRow | undefined): Told {
  const known = link ? (JSON.parse(link.fields) as Record<string, string>) : {};
  return Object.fromEntries(Object.entries(all).filter(([name]) => hashes[name] !== known[name]));
}

/** One product at a time within a transaction, and what came of all of them. */
class Taking {
  readonly counts: TakenGoods;

  constructor(
    private readonly tx: Tx,
    private readonly ctx: Ctx,
    private readonly task: TakeGoods,
  ) {
    const none = { created: 0, edited: 0, deleted: 0, restored: 0, stock: 0, unknown: 0 };
    this.counts = { ...none, takenNames: [], groupId: ctx.groupId ?? null };
  }

  private async record(kind: string, change: Change): Promise<void> {
    const groupId = this.counts.groupId ?? undefined;
    const id = await recordChange(this.tx, { ...this.ctx, groupId }, kind, [change]);
    this.counts.groupId ??= id;
  }

  /** By its article, or else by its name; not one that is another good over there. */
  private async match({ sku, name }: ForeignGood): Promise<ProductRow | undefined> {
    const bySku = sku ? (await productsBySku(this.tx, [sku])).filter(({ deletedAt }) => deletedAt === null) : [];
    const id = name ? (await productIdsOf(this.tx, [productKey(name)])).get(productKey(name)) : undefined;
    const found = bySku.length === 1 ? bySku[0] : id === undefined ? undefined : await findProduct(this.tx, id);
    const linked = found && (await findLink(this.tx, this.task.connectionId, 'product', found.id));
    return linked ? undefined : found;
  }

  /** Writes with the name, or without it when that is another product's. */
  private async named<R>(input: ProductInput, write: (input: ProductInput) => Promise<R>): Promise<R> {
    try {
      return await write(input);
    } catch (error) {
      if (!isDomainError(error) || error.code !== 'validation' || !error.details.fields?.name) throw error;
      this.counts.takenNames.push(input.name ?? '');
      const { name: _, ...rest } = input;
      return write(rest);
    }
  }

  private async create(good: ForeignGood, input: ProductInput): Promise<ProductRow | undefined> {
    if (!this.task.create || good.deleted || !good.name) {
      this.counts.unknown++;
      return undefined;
    }
    try {
      const { product, change } = await makeProduct(this.tx, this.ctx, input);
      await this.record('exchange.create', change);
      this.counts.created++;
      return product;
    } catch (error) {
      if (!isDomainError(error) || error.code !== 'validation') throw error;
      this.counts.takenNames.push(good.name);
      this.counts.unknown++;
      return undefined;
    }
  }

  private async edit(product: ProductRow, input: ProductInput): Promise<ProductRow> {
    const { product: after, change } = await this.named(input, (one) =>
      changeProduct(this.tx, this.ctx, product, applyProductInput(product, one)),
    );
    if (!change) return after;
    await this.record('exchange.edit', change);
    this.counts.edited++;
    return after;
  }

  private async move(product: ProductRow, deleted: boolean | undefined): Promise<void> {
    if (deleted === undefined || deleted === (product.deletedAt !== null)) return;
    const action = deleted ? 'delete' : 'restore';
    await this.record(`exchange.${action}`, await moveProduct(this.tx, this.ctx, product, action));
    this.counts[deleted ? 'deleted' : 'restored']++;
  }

  private async link(link: LinkRow | undefined, localId: number, remoteId: string, hashes: Record<string, string>): Promise<void> {
    const known = link ? (JSON.parse(link.fields) as Record<string, string>) : {};
    const fields = JSON.stringify({ ...known, ...hashes });
    const at = this.ctx.now().getTime();
    if (link) {
      if (link.fields !== fields) await updateLink(this.tx, link.id, { fields, syncedAt: at });
      return;
    }
    await insertLink(this.tx, {
      connectionId: this.task.connectionId,
      entity: 'product',
      localId,
      remoteId,
      uid: randomUUID(),
      localVersion: null,
      remoteVersion: null,
      fields,
      localHash: '',
      remoteHash: '',
      told: '{}',
      createdAt: at,
      syncedAt: at,
    });
  }

  async take(good: ForeignGood): Promise<void> {
    const { connectionId } = this.task;
    const link = await findLinkByRemote(this.tx, connectionId, 'product', good.remoteId);
    const known = link ? await findProduct(this.tx, link.localId) : await this.match(good);
    const all = toldOf(good);
    const hashes = fieldHashes(all);
    const { deleted, ...input } = news(all, hashes, link);
    const product = known ? await this.edit(known, input) : await this.create(good, input);
    if (!product) return;
    if (known) await this.move(product, deleted);
    await this.link(link, product.id, good.remoteId, hashes);
    if (!good.stock) return;
    const at = this.ctx.now().getTime();
    await replaceProductStock(
      this.tx,
      { connectionId, productId: product.id },
      good.stock.map((place) => ({ ...place, at })),
    );
    this.counts.stock++;
  }
}

/**
 * Takes products over from the system that keeps the catalogue: what it has changed since it last told. One operation a product,
 * all in one group; stock is told without any, since it is no data of ours.
 */
export async function takeGoods(ctx: Ctx, task: TakeGoods): Promise<TakenGoods> {
  may(ctx, 'product.write');
  return unit(ctx, async (tx) => {
    const taking = new Taking(tx, ctx, task);
    for (const good of task.goods) await taking.take(good);
    return taking.counts;
  });
}
