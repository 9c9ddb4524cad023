import { type ConnectionKind, connectionKinds } from '@/lib/domain/connections/schema';
import { oneC } from './1c/provider';
import type { Provider } from './provider';
import { tryton } from './tryton/join';
import { webhook } from './webhook/provider';

/** Every system there is: one line each. */
const providers: Partial<Record<ConnectionKind, Provider>> = { webhook, '1c': oneC, tryton };

/** The kinds that there is a provider of, in their order. */
export const providerKinds = connectionKinds.filter((kind) => providers[kind] !== undefined);

/** The provider of a kind. */
export function providerOf(kind: string): Provider | undefined {
  return Object.entries(providers).find(([known]) => known === kind)?.[1];
}
