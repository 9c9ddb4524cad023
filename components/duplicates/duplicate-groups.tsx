import { useTranslations } from 'next-intl';
import { showPhone } from '@/components/clients/show-phone';
import table from '@/components/data-table/table.module.css';
import buttons from '@/components/form/button.module.css';
import { Money } from '@/components/text/money';
import { None } from '@/components/text/none';
import { formalName } from '@/lib/domain/clients/client-name';
import type { DuplicateClient, DuplicateGroup } from '@/lib/domain/duplicates/list-duplicates';
import type { Format } from '@/lib/i18n/format';
import styles from './duplicate-groups.module.css';
import { mergeHref } from './merge-url';

interface GroupsProps {
  groups: DuplicateGroup[];
  format: Format;
  /** Whether the reader may merge. */
  mayMerge: boolean;
}

interface RowProps {
  row: DuplicateClient;
  /** The suggested main one of the group. */
  main: number;
  format: Format;
  mayMerge: boolean;
}

function Row({ row: { client, totals }, main, format, mayMerge }: RowProps) {
  const t = useTranslations();
  const { id, company, lastName, inn, email, mobilePhone } = client;
  const under = [t('orders.no', { id: String(id) }), inn && t('duplicates.innOf', { inn }), email].filter(Boolean).join(' · ');
  return (
    <tr>
      <td className={styles.who}>
        <a href={`/clients/${id}`} className={table.key}>
          {formalName(client)}
        </a>
        {company && lastName ? <span className="quiet"> · {company}</span> : null}
        <span className={styles.under}>{under}</span>
      </td>
      <td className={`${styles.phone} num`}>{mobilePhone ? <a href={`tel:${mobilePhone}`}>{showPhone(mobilePhone)}</a> : <None />}</td>
      <td className={`${table.number} ${styles.orders}`} data-word={t('client.orders')}>
        <a href={`/orders?client=${id}`} className="num">
          {format.number(totals.orders)}
        </a>
      </td>
      <td className={`${table.number} ${styles.sum}`}>
        <Money minor={totals.totalMinor} format={format} />
      </td>
      <td className={`${styles.last} num`}>{totals.lastOrderAt === null ? <None /> : format.shortDay(format.dayOf(totals.lastOrderAt))}</td>
      {mayMerge ? (
        <td className={styles.action}>
          {id === main ? (
            <span className="muted">{t('duplicates.suggested')}</span>
          ) : (
            <a
              href={mergeHref({ main, other: id })}
              className={buttons.button}
              aria-label={t('duplicates.mergeTwo', { main: String(main), other: String(id) })}
            >
              {t('duplicates.merge')}
            </a>
          )}
        </td>
      ) : null}
    </tr>
  );
}

function Group({ group: { shared, clients, more }, format, mayMerge }: Omit<GroupsProps, 'groups'> & { group: DuplicateGroup }) {
  const t = useTranslations('duplicates');
  const main = clients[0]?.client.id ?? 0;
  const surely = shared.some((kind) => kind !== 'name');
  const what = shared.map((kind) => t(`shared.${kind}`)).join(', ');
  return (
    <tbody>
      <tr className={styles.group}>
        <th scope="rowgroup" colSpan={mayMerge ? 6 : 5}>
          {surely ? t('probably', { what }) : t('possibly')} <span className="quiet">· {t('inGroup', { n: clients.length + more })}</span>
        </th>
      </tr>
      {clients.map((row) => (
        <Row key={row.client.id} row={row} main={main} format={format} mayMerge={mayMerge} />
      ))}
      {more > 0 ? (
        <tr className={styles.more}>
          <td colSpan={mayMerge ? 6 : 5}>{t('more', { n: more })}</td>
        </tr>
      ) : null}
    </tbody>
  );
}

/** Groups of clients who may be one, with what each ordered. */
export function DuplicateGroups({ groups, format, mayMerge }: GroupsProps) {
  const t = useTranslations();
  return (
    <table className={`${table.table} ${styles.groups}`}>
      <caption className="hidden">{t('duplicates.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('duplicates.client')}</th>
          <th scope="col">{t('client.phone')}</th>
          <th scope="col" className={table.number}>
            {t('client.orders')}
          </th>
          <th scope="col" className={table.number}>
            {t('client.sum')}
          </th>
          <th scope="col">{t('client.last')}</th>
          {mayMerge ? (
            <th scope="col">
              <span className="hidden">{t('duplicates.action')}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      {groups.map((group) => (
        <Group key={group.clients[0]?.client.id} group={group} format={format} mayMerge={mayMerge} />
      ))}
    </table>
  );
}
