import { useTranslations } from 'next-intl';
import { PeriodFields } from '@/components/data-table/period-fields';
import toolbar from '@/components/data-table/toolbar.module.css';
import buttons from '@/components/form/button.module.css';
import { historyEntities, historySources } from '@/lib/domain/history/schema';
import type { FilterParams as ListParams } from '@/lib/entry/filter-params';
import { Choice } from './choice';

/** Fields whose changes are looked for most. */
export const historyFields = [
  'status',
  'items',
  'description',
  'due_day',
  'payments',
  'comments',
  'files',
  'client',
  'price',
  'mobile_phone',
  'email',
  'company',
  'address',
  'inn',
  'role',
] as const;

interface HistoryFilterProps {
  params: ListParams;
  /** Empty for those who may not see the list of users. */
  users: { id: number; name: string }[];
}

/** Who, from where, what, when: a form that only changes the address. */
export function HistoryFilter({ params, users }: HistoryFilterProps) {
  const t = useTranslations();
  return (
    <form method="get" action="/history" className={toolbar.toolbar} key={JSON.stringify(params)}>
      {users.length > 0 ? (
        <Choice name="who" label={t('history.who')} value={params.who} options={users.map(({ id, name }) => [String(id), name] as const)} />
      ) : null}
      <Choice
        name="source"
        label={t('history.from')}
        value={params.source}
        options={historySources.map((value) => [value, t(`sources.${value}`)] as const)}
      />
      <Choice
        name="entity"
        label={t('history.about')}
        value={params.entity}
        options={historyEntities.map((value) => [value, t(`entities.${value}`)] as const)}
      />
      <Choice
        name="field"
        label={t('history.field')}
        value={params.field}
        options={historyFields.map((value) => [value, t(`historyFields.${value}`)] as const)}
      />
      <PeriodFields from={params.from} to={params.to} />
      <button type="submit" className={buttons.button}>
        {t('table.find')}
      </button>
      {Object.values(params).some(Boolean) ? (
        <a href="/history" className={toolbar.reset}>
          {t('table.reset')}
        </a>
      ) : null}
    </form>
  );
}
