import type { Tx } from '@/db/engines/engine';
import { journalVersions } from '@/db/queries/check';
import { journalOf } from '@/db/queries/journal';
import { namesWithoutProduct, type ProductRow, productIdsOf, productsAfter } from '@/db/queries/products';
import type { FieldChanges, Json, Snapshot } from '../journal/fields';
import { productKey } from '../products/product-key';
import { productSnapshot } from '../products/snapshot';
import { versionProblems } from './verify-versions';

const batch = 1000;

/** What the journal says of a product's fields, as far as it has ever told them. */
function toldFields(changes: { action: string; json: string | null }[]): Snapshot {
  const told: Record<string, Json> = {};
  for (const { action, json } of changes) {
    const fields = json === null ? {} : (JSON.parse(json) as FieldChanges);
    for (const [name, { old, new: done }] of Object.entries(fields)) told[name] = action === 'delete' ? old : done;
  }
  return told;
}

/** A product that lines brought has version 1 and no entry until somebody edits it. */
async function journalProblems(tx: Tx, products: readonly ProductRow[], after: number, last: number | undefined): Promise<string[]> {
  const versions = await journalVersions(tx, 'product', after, last);
  const told = new Set(versions.map(({ id }) => id));
  const known = products.filter(({ id, version }) => told.has(id) || version !== 1);
  const wrong = versionProblems('product', known, versions);
  for (const product of known.filter(({ id }) => told.has(id))) {
    const now = productSnapshot(product);
    const fields = Object.entries(toldFields(await journalOf(tx, 'product', product.id)));
    const differing = fields.filter(([name, value]) => (now[name] ?? null) !== value).map(([name]) => name);
    if (differing.length > 0) wrong.push(`product ${product.id} is not as the journal left it: ${differing.join(', ')}`);
  }
  return wrong;
}

async function nameProblems(tx: Tx, products: readonly ProductRow[]): Promise<string[]> {
  const ids = await productIdsOf(tx, [...new Set(products.map(({ name }) => productKey(name)))]);
  const wrong = products.filter(({ id, name }) => ids.get(productKey(name)) !== id);
  return wrong.map(({ id }) => `product ${id}: its name does not lead to it`);
}

/** Every product's version, values and name, and that every name leads to a product. At most 20 problems. */
export async function verifyProducts(tx: Tx): Promise<string[]> {
  const problems = (await namesWithoutProduct(tx, 20)).map((key) => `the product name ${JSON.stringify(key)} leads to no product`);
  for (let after = 0; problems.length < 20; ) {
    const page = await productsAfter(tx, after, batch);
    const last = page.at(-1)?.id;
    problems.push(...(await journalProblems(tx, page, after, last)), ...(await nameProblems(tx, page)));
    if (last === undefined) break;
    after = last;
  }
  return problems.slice(0, 20);
}
