import { IconPlus, IconUsers } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import type { Condition } from '@/components/data-table/condition';
import { isFiltered } from '@/components/data-table/list-url';
import { NoMatch } from '@/components/data-table/no-match';
import buttons from '@/components/form/button.module.css';
import { ImportLink } from '@/components/imports/import-link';
import { EmptyState } from '@/components/states/empty-state';
import { countClients } from '@/lib/domain/clients/count-clients';
import type { Ctx } from '@/lib/domain/context';
import { type ClientListUrl, readClientListUrl } from './client-list-url';

interface ClientListEmptyProps {
  ctx: Ctx;
  url: ClientListUrl;
  conditions: Condition[];
  whole: string;
  mayWrite: boolean;
  mayImport: boolean;
}

/** No rows: because there are no clients yet, or because none fits. */
export async function ClientListEmpty({ ctx, url, conditions, whole, mayWrite, mayImport }: ClientListEmptyProps) {
  const t = await getTranslations();
  if (!isFiltered(url))
    return (
      <EmptyState icon={<IconUsers size={22} stroke={1.6} />} title={t('clients.empty')} text={t('clients.emptyText')}>
        {mayImport ? <ImportLink entity="client" first /> : null}
        {mayWrite ? (
          <a href="/clients/new" className={mayImport ? buttons.button : buttons.primary}>
            <IconPlus size={16} stroke={1.6} aria-hidden="true" />
            {t('lists.firstClient')}
          </a>
        ) : null}
      </EmptyState>
    );
  return (
    <NoMatch
      title={t('clients.notFound')}
      url={url}
      conditions={conditions}
      whole={whole}
      count={(params, most) => countClients(ctx, readClientListUrl(params).filter, most)}
    />
  );
}
