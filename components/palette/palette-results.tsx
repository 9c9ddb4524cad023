import { IconCornerDownLeft, IconHistory, IconPlus, IconTrash, IconUser } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { statusOf } from '@/components/orders/order-status';
import { StatusShape } from '@/components/orders/status-mark';
import { Money } from '@/components/text/money';
import { formalName } from '@/lib/domain/clients/client-name';
import type { ClientListPage } from '@/lib/domain/clients/list-clients';
import type { ListedOrder } from '@/lib/domain/orders/list-orders';
import type { Format } from '@/lib/i18n/format';
import { showPhone } from '../clients/show-phone';
import styles from './palette.module.css';

type FoundClient = ClientListPage['rows'][number];

export interface PaletteFound {
  clients: FoundClient[];
  /** In the bin. */
  binned: FoundClient['client'][];
  orders: ListedOrder[];
  /** Orders found in all; undefined when they are more than are counted. */
  orderCount: number | undefined;
  /** What was really looked for, and what was typed. */
  meant: string | undefined;
  typed: string;
  commands: { href: string; label: string }[];
  acts: { key: string; label: string }[];
  /** Whether what is found are the cards looked at last. */
  recent: boolean;
  mayOrder: boolean;
}

interface OptionProps {
  id: string;
  href?: string;
  icon: ReactNode;
  side?: ReactNode;
  children: ReactNode;
  /** A key whose button on the page is pressed instead. */
  press?: string;
  /** Where `Ctrl Enter` leads. */
  order?: string;
}

function Option({ id, href, icon, side, children, press, order }: OptionProps) {
  return (
    <a
      id={`palette-${id}`}
      role="option"
      aria-selected="false"
      tabIndex={-1}
      href={href}
      data-press={press}
      data-new={order}
      className={styles.option}
    >
      {icon}
      <span className={styles.text}>{children}</span>
      {side ? <span className={styles.side}>{side}</span> : null}
    </a>
  );
}

function Group({ label, children }: { label: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list box
    <div role="group" aria-label={label}>
      <p className={styles.group} aria-hidden="true">
        {label}
      </p>
      {children}
    </div>
  );
}

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

function clientLine({ company, lastName, mobilePhone, email }: FoundClient['client']): string {
  return [lastName && company, mobilePhone && showPhone(mobilePhone), email].filter(Boolean).join(' · ');
}

/** What the palette has found, in groups, ready to be chosen from. */
export function PaletteResults({ found, format }: { found: PaletteFound; format: Format }) {
  const t = useTranslations('palette');
  const { clients, binned, orders, orderCount, meant, typed, commands, acts, recent, mayOrder } = found;
  const [first] = clients;
  const searched = meant ?? typed;
  const all = [clients, binned, orders, commands, acts].every((list) => list.length === 0);
  const rows = [
    ...clients.map(({ client, totals }) => (
      <Option
        key={client.id}
        id={`client-${client.id}`}
        href={`/clients/${client.id}`}
        order={mayOrder ? `/orders/new?client=${client.id}` : undefined}
        icon={recent ? <IconHistory {...icon} /> : <IconUser {...icon} />}
        side={t('orders', { n: totals.orders })}
      >
        <b>{formalName(client)}</b> <span className="quiet">{clientLine(client)}</span>
      </Option>
    )),
    ...binned.map((client) => (
      <Option key={client.id} id={`client-${client.id}`} href={`/clients/${client.id}`} icon={<IconTrash {...icon} />} side={t('binned')}>
        {formalName(client)} <span className="quiet">{clientLine(client)}</span>
      </Option>
    )),
  ];
  return (
    <>
      {meant ? <p className={styles.meant}>{t('meant', { text: meant })}</p> : null}
      <Group label={recent ? t('recentClients') : t('clients')}>{rows}</Group>
      <Group label={recent ? t('recentOrders') : t('foundOrders')}>
        {orders.map(({ order, client }) => (
          <Option
            key={order.id}
            id={`order-${order.id}`}
            href={`/orders/${order.id}`}
            icon={<StatusShape status={statusOf(order.status)} />}
            side={<Money minor={order.totalMinor} format={format} />}
          >
            <b className="num">№&nbsp;{order.id}</b> {formalName(client)}{' '}
            <span className="quiet num">
              {format.listDay(format.dayOf(order.createdAt))} {format.time(order.createdAt)}
            </span>
          </Option>
        ))}
      </Group>
      <Group label={t('acts')}>
        {acts.map(({ key, label }) => (
          <Option key={key} id={`act-${key}`} press={key} icon={<IconCornerDownLeft {...icon} />} side={<kbd>{key}</kbd>}>
            {label}
          </Option>
        ))}
      </Group>
      <Group label={t('commands')}>
        {[
          ...(first && mayOrder && searched
            ? [
                <Option
                  key="new"
                  id="new-for"
                  href={`/orders/new?client=${first.client.id}`}
                  icon={<IconPlus {...icon} />}
                  side={<kbd>Ctrl Enter</kbd>}
                >
                  {t('newFor', { name: formalName(first.client) })}
                </Option>,
              ]
            : []),
          ...(searched && orders.length > 0
            ? [
                <Option
                  key="all"
                  id="all-orders"
                  href={`/orders?q=${encodeURIComponent(searched)}`}
                  icon={<IconCornerDownLeft {...icon} />}
                  side={orderCount === undefined ? null : t('found', { n: orderCount })}
                >
                  {t('showOrders', { text: searched })}
                </Option>,
              ]
            : []),
          ...commands.map(({ href, label }) => (
            <Option key={href} id={`go-${href.replace(/\W+/g, '-')}`} href={href} icon={<IconCornerDownLeft {...icon} />}>
              {label}
            </Option>
          )),
        ]}
      </Group>
      {all ? <p className={styles.nothing}>{t('nothing')}</p> : null}
      <p className={styles.keys} aria-hidden="true">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('keyMove')}
        </span>
        <span>
          <kbd>Enter</kbd> {t('keyOpen')}
        </span>
        <span>
          <kbd>Tab</kbd> {t('keyActs')}
        </span>
        <span>
          <kbd>#</kbd> {t('keyOrder')}
        </span>
        <span>
          <kbd>@</kbd> {t('keyClient')}
        </span>
        <span>
          <kbd>&gt;</kbd> {t('keyCommand')}
        </span>
      </p>
    </>
  );
}
