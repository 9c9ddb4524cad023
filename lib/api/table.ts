import type { Endpoint } from '@/lib/entry/endpoint';
import { analysisEndpoints } from './analysis';
import { bulkEndpoints } from './bulk';
import { callEndpoints } from './calls';
import { changeEndpoints } from './changes';
import { clientEndpoints } from './clients';
import { exportEndpoints } from './exports';
import { hookEndpoints } from './hooks';
import { importEndpoints } from './imports';
import { laterChangeEndpoints } from './later-changes';
import { oneCEndpoints } from './one-c';
import { operationEndpoints } from './operations';
import { orderPrintEndpoints } from './order-print';
import { orderEndpoints } from './orders';
import { productEndpoints } from './products';
import { reportEndpoints } from './reports';
import { serviceEndpoints } from './service';
import { tokenEndpoints } from './tokens';

const endpoints: readonly Endpoint[] = [
  ...tokenEndpoints,
  ...clientEndpoints,
  ...orderEndpoints,
  ...orderPrintEndpoints,
  ...productEndpoints,
  ...reportEndpoints,
  ...laterChangeEndpoints,
  ...analysisEndpoints,
  ...changeEndpoints,
  ...operationEndpoints,
  ...bulkEndpoints,
  ...exportEndpoints,
  ...importEndpoints,
  ...callEndpoints,
  ...hookEndpoints,
  ...oneCEndpoints,
  ...serviceEndpoints(() => endpoints),
];

/** The whole API: both doors, the OpenAPI document and the tests are made from this one table. */
export function endpointTable(): readonly Endpoint[] {
  return endpoints;
}
