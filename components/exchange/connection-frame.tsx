import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import tabs from '@/components/data-table/tabs.module.css';
import { PageHead } from '@/components/shell/page-head';
import { Problem } from '@/components/states/problem';
import type { FaringConnection } from '@/lib/domain/connections/faring';
import type { Format } from '@/lib/i18n/format';
import type { Provider } from '@/lib/integrations/provider';
import styles from './connection-frame.module.css';
import { ConnectionState } from './connection-state';
import { type ConnectionTab, tabHref, tabsOf } from './connection-tabs';
import { StateStrip } from './state-strip';

interface ConnectionFrameProps {
  connection: FaringConnection;
  provider: Provider | undefined;
  tab: ConnectionTab;
  format: Format;
  problem: string | undefined;
  /** Pauses and resumes. */
  switchState: (data: FormData) => Promise<never>;
  children: ReactNode;
}

/** The head of every page of a connection: its name, how it fares, its tabs. */
export function ConnectionFrame({ connection, provider, tab, format, problem, switchState, children }: ConnectionFrameProps) {
  const t = useTranslations('exchange');
  const { id, name, kind, waiting, dead } = connection;
  const numbers: Partial<Record<ConnectionTab, number>> = { queue: waiting, dead };
  return (
    <>
      <PageHead
        title={name}
        parent={{ href: '/settings/integrations', label: t('title') }}
        beside={<ConnectionState connection={connection} format={format} />}
        under={name === t(`kinds.${kind}`) ? undefined : t(`kinds.${kind}`)}
      />
      <Problem code={problem} />
      <StateStrip connection={connection} format={format} switchState={switchState} />
      <nav aria-label={t('tabsLabel')} className={`${tabs.tabs} ${styles.frame}`}>
        {(provider ? tabsOf(provider) : []).map((known) => (
          <a key={known} href={tabHref(id, known)} aria-current={known === tab ? 'page' : undefined} data-tab={known}>
            {t(`tabs.${known}`)}
            {numbers[known] ? <b className="num">{format.number(numbers[known])}</b> : null}
          </a>
        ))}
      </nav>
      {children}
    </>
  );
}
