import type { Endpoint } from '@/lib/entry/endpoint';
import { changeEndpoints } from './changes';
import { clientEndpoints } from './clients';
import { orderEndpoints } from './orders';
import { reportEndpoints } from './reports';
import { serviceEndpoints } from './service';
import { tokenEndpoints } from './tokens';

const endpoints: readonly Endpoint[] = [
  ...tokenEndpoints,
  ...clientEndpoints,
  ...orderEndpoints,
  ...reportEndpoints,
  ...changeEndpoints,
  ...serviceEndpoints(() => endpoints),
];

/** The whole API: both doors, the OpenAPI document and the tests are made from this one table. */
export function endpointTable(): readonly Endpoint[] {
  return endpoints;
}
