import type { Engine } from '@/db/engines/engine';
import { fillProducts } from '@/lib/domain/products/fill-products';

/** ms between two small steps, so that everybody else has his turn. */
const rest = 10;

/** Gives every line of an older database its product, in the background. */
export async function fillCatalogue(db: Engine): Promise<void> {
  while (await fillProducts(db, new Date())) await new Promise((done) => setTimeout(done, rest).unref());
}
