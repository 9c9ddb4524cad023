import type { Tx } from '@/db/engines/engine';
import { linesSoldTo, type ProductRow, productsHolding, productsNamed, type SoldLine } from '@/db/queries/product-suggestions';
import { searchWords } from '@/lib/search/normalise';
import type { Ctx } from '../context';
import { may } from '../permissions';
import { forgivingSearch } from '../search';
import { productKey } from './product-key';

export interface SuggestedProduct {
  product: ProductRow;
  /** This client's last price, kopecks, and its business day. */
  last: { priceMinor: number; day: string } | null;
}

export interface MatchedProduct {
  /** The product that goes by this very name. */
  product: SuggestedProduct | null;
  /** Others that hold the same words. */
  similar: SuggestedProduct[];
}

/** Suggestions for one line. */
const most = 8;
/** Rows ranked for them. */
const ranked = 60;

/** Those that begin with what was typed come first, then the shorter names. */
function rank(rows: readonly ProductRow[], search: string): ProductRow[] {
  const key = productKey(search);
  const place = ({ name }: ProductRow) => (productKey(name).startsWith(key) ? 0 : 1);
  return [...rows].sort((a, b) => place(a) - place(b) || a.name.length - b.name.length).slice(0, most);
}

function lastOf({ id, name }: ProductRow, sold: readonly SoldLine[]): SuggestedProduct['last'] {
  const key = productKey(name);
  const line = sold.find((one) => one.productId === id || productKey(one.product) === key);
  return line ? { priceMinor: line.priceMinor, day: line.day } : null;
}

async function productsFor(tx: Tx, search: string): Promise<ProductRow[]> {
  const found = await forgivingSearch(search, async (meant) => {
    const words = searchWords(meant ?? '');
    return { rows: words.length > 0 ? rank(await productsHolding(tx, words, ranked), meant ?? '') : [], passed: 0 };
  });
  return found.rows;
}

/** Products for what is typed into a line, with the client's last price of each. */
export async function suggestProducts(ctx: Ctx, { search, clientId }: { search: string; clientId?: number }): Promise<SuggestedProduct[]> {
  may(ctx, 'product.read');
  return ctx.db.read(async (tx) => {
    const rows = await productsFor(tx, search);
    const sold = clientId && rows.length > 0 ? await linesSoldTo(tx, clientId) : [];
    return rows.map((product) => ({ product, last: lastOf(product, sold) }));
  });
}

/** For each of many names: the product that is called so, and others to choose from. */
export async function matchProducts(
  ctx: Ctx,
  { names, clientId }: { names: readonly string[]; clientId?: number },
): Promise<MatchedProduct[]> {
  may(ctx, 'product.read');
  return ctx.db.read(async (tx) => {
    const sold = clientId ? await linesSoldTo(tx, clientId) : [];
    const suggested = (product: ProductRow): SuggestedProduct => ({ product, last: lastOf(product, sold) });
    const byKey = new Map((await productsNamed(tx, [...new Set(names.map(productKey))])).map(({ key, product }) => [key, product]));
    const matched: MatchedProduct[] = [];
    for (const name of names) {
      const product = byKey.get(productKey(name));
      const similar = product ? [] : await productsFor(tx, name);
      matched.push({ product: product ? suggested(product) : null, similar: similar.map(suggested) });
    }
    return matched;
  });
}
