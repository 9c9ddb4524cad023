import type { ConnectionKind } from '@/lib/domain/connections/schema';
import type { Provider } from './provider';
import { tryton } from './tryton/join';

/** Every system there is: one line each. */
const providers: Partial<Record<ConnectionKind, Provider>> = { tryton: tryton as Provider };

/** The provider of a kind. */
export function providerOf(kind: string): Provider | undefined {
  return Object.entries(providers).find(([known]) => known === kind)?.[1];
}
