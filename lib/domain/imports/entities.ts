import { DomainError } from '../errors';
import { clientImport } from './clients';
import type { EntityImport } from './entity';
import { orderImport } from './orders';
import { paymentImport } from './payments';
import { productImport } from './products';
import type { ImportEntity } from './schema';

/** Entities that files are taken in for. */
const known: Partial<Record<ImportEntity, EntityImport>> = {
  client: clientImport,
  order: orderImport,
  product: productImport,
  payment: paymentImport,
};

/** What an entity knows about its import. Throws `not_found` for one that no file is taken in for. */
export function entityImport(entity: ImportEntity): EntityImport {
  const found = known[entity];
  if (!found) throw new DomainError('not_found');
  return found;
}
