import type { Provider } from '@/lib/integrations/provider';

export const connectionTabs = [
  'overview',
  'journal',
  'queue',
  'dead',
  'first',
  'mapping',
  'reconciliation',
  'conflicts',
  'settings',
] as const;
export type ConnectionTab = (typeof connectionTabs)[number];

/** The tabs that a kind of connection has. */
export function tabsOf({ kind, deliver, sync }: Pick<Provider, 'kind' | 'deliver' | 'sync'>): ConnectionTab[] {
  return connectionTabs.filter((tab) => {
    if (tab === 'queue' || tab === 'dead') return deliver !== undefined;
    if (tab === 'first' || tab === 'mapping' || tab === 'reconciliation') return sync !== undefined;
    if (tab === 'conflicts') return kind !== 'webhook';
    return true;
  });
}

/** The page of a tab. */
export function tabHref(id: number, tab: ConnectionTab): string {
  return `/settings/integrations/${id}${tab === 'overview' ? '' : `/${tab}`}`;
}
