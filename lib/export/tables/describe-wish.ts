import { nameClients } from '../../domain/clients/name-clients';
import type { Ctx } from '../../domain/context';
import type { ExportEntity } from '../../domain/exports/schema';
import { type ByOrders, ordersMeant } from '../../domain/orders/by-orders';
import { type CalendarPeriod, dayInZone, daysMeant } from '../../domain/period';
import { nameProducts } from '../../domain/products/name-products';
import type { AbcClass } from '../../domain/reports/analysis';
import { getSettings } from '../../domain/settings/get-settings';
import { listAuthors } from '../../domain/users/list-users';
import ru from '../../i18n/messages/ru/pages.json';
import type { TableParameter } from '../table';
import type { CellWords, TitleKey } from './column';
import type { AnyWish } from './open-table';

/** Every field that a filter of any list may have. */
interface Conditions {
  search?: string;
  status?: string | readonly string[];
  client_id?: number;
  product_id?: number;
  product?: string;
  period?: CalendarPeriod;
  from?: string;
  to?: string;
  sum_from?: number;
  sum_to?: number;
  payment?: 'paid' | 'unpaid' | 'overdue';
  waiting?: number;
  author_id?: number;
  with_product_id?: number;
  weekday?: number;
  hour?: number;
  client_class?: AbcClass;
  product_class?: AbcClass;
  order_class?: AbcClass;
  ordered_before?: string;
  has_phone?: boolean;
  has_email?: boolean;
  has_debt?: boolean;
  has_pending?: boolean;
  without_price?: boolean;
  unsold?: boolean;
  deleted?: boolean;
  match?: 'all' | 'any';
  who?: number;
  source?: keyof typeof ru.sources;
  entity?: keyof typeof ru.entities;
  field?: string;
  group?: number;
}

const presences = ['has_phone', 'has_email', 'has_debt', 'has_pending'] as const;

type Names = Record<'client' | 'product' | 'withProduct' | 'user', string | undefined>;

async function namesOf(ctx: Ctx, { client_id, product_id, with_product_id, author_id, who }: Conditions): Promise<Names> {
  const userId = author_id ?? who;
  return {
    client: client_id ? (await nameClients(ctx, [client_id])).get(client_id) : undefined,
    product: product_id ? (await nameProducts(ctx, [product_id])).get(product_id) : undefined,
    withProduct: with_product_id ? (await nameProducts(ctx, [with_product_id])).get(with_product_id) : undefined,
    user: userId ? (await listAuthors(ctx)).find(({ id }) => id === userId)?.name : undefined,
  };
}

/** `none` words the number 0. */
function named(label: string, value: string | undefined, id: number | undefined, none = ''): string[] {
  return id === undefined ? [] : [`${label}: ${id === 0 ? none : (value ?? `№\u00a0${id}`)}`];
}

/** What the orders of a filter's records must be, in words. */
async function byOrdersOf(ctx: Ctx, filter: ByOrders, words: CellWords): Promise<string[]> {
  const orders = ordersMeant(filter);
  if (!orders) return [];
  const { t } = words;
  const period = orders.from || orders.to ? [periodWords(orders, words)] : [];
  const search = orders.search ? [`${t('lists.searchWord')}: ${orders.search}`] : [];
  const said = [...period, ...search, ...conditionsOf(orders, await namesOf(ctx, orders), words)];
  return said.length > 0 ? [`${t('byOrders.label')} (${said.join('; ')})`] : [];
}

/** Each condition in words, but for those that always hold. */
function conditionsOf(filter: Conditions, names: Names, { t, format, status }: CellWords): string[] {
  const { status: statuses = [], client_id, product_id, product, sum_from, sum_to, payment, waiting, author_id, source, entity } = filter;
  const title = (key: TitleKey) => t(`exports.columns.${key}`);
  const one = <V>(value: V | undefined, text: (value: V) => string): string[] => (value === undefined ? [] : [text(value)]);
  const list = [statuses].flat();
  const fieldName = (name: string) =>
    Object.hasOwn(ru.historyFields, name) ? t(`historyFields.${name as keyof typeof ru.historyFields}`) : name;
  return [
    ...(list.length > 0 ? [`${title('status')}: ${list.map(status).join(', ')}`] : []),
    ...named(title('client_name'), names.client, client_id),
    ...named(title('product'), names.product, product_id, t('reportPage.nameless.product')),
    ...named(t('byOrders.with'), names.withProduct, filter.with_product_id, t('reportPage.nameless.product')),
    ...one(product, (text) => `${title('product')}: ${text}`),
    ...one(sum_from, (minor) => `${title('total_price')} ${t('filters.sum_from')} ${format.money(minor)}`),
    ...one(sum_to, (minor) => `${title('total_price')} ${t('filters.sum_to')} ${format.money(minor)}`),
    ...one(payment, (state) => t(`filters.payments.${state}`)),
    ...one(waiting, (n) => t('lists.waitingFor', { n })),
    ...named(title('author'), names.user, author_id, t('reportPage.nameless.manager')),
    ...one(filter.weekday, (n) => `${t('byOrders.weekday')}: ${format.weekday(n)}`),
    ...one(filter.hour, (n) => `${t('byOrders.hour')}: ${t('byOrders.hours', { from: String(n), to: String(n + 1) })}`),
    ...one(filter.client_class, (name) => t(`byOrders.client_class.${name}`)),
    ...one(filter.product_class, (name) => t(`byOrders.product_class.${name}`)),
    ...one(filter.order_class, (name) => t(`byOrders.class.${name}`)),
    ...one(filter.ordered_before, (day) => t('byOrders.ordered_before', { day: format.longDay(day) })),
    ...presences.flatMap((name) => one(filter[name], (has) => t(`lists.${has ? 'present' : 'absent'}.${name}`))),
    ...(filter.without_price ? [t('products.conditions.without_price')] : []),
    ...(filter.unsold ? [t('products.conditions.unsold')] : []),
    ...named(title('who'), names.user, filter.who),
    ...one(source, (name) => `${title('source')}: ${t(`sources.${name}`)}`),
    ...one(entity, (name) => `${title('entity')}: ${t(`entities.${name}`)}`),
    ...one(filter.field, (name) => `${title('field')}: ${fieldName(name)}`),
    ...one(filter.group, (id) => t('exports.group', { id: String(id) })),
  ];
}

/** Sortings that are called otherwise in a file. */
const titles: Record<string, TitleKey> = { client: 'client_name', product: 'goods', quantity: 'total_quantity', debt: 'owed' };

function sortingWords({ sorting: { sort, descending, further = [] } }: AnyWish, entity: ExportEntity, { t }: CellWords): string {
  return [{ sort, descending }, ...further]
    .map((one) => {
      const key = one.sort === 'name' ? (entity === 'clients' ? 'client_name' : 'product') : (titles[one.sort] ?? (one.sort as TitleKey));
      return `${t(`exports.columns.${key}`)} ${t(one.descending ? 'lists.sortedDown' : 'lists.sortedUp')}`;
    })
    .join(', ');
}

function periodWords({ from, to }: { from?: string; to?: string }, { t, format }: CellWords): string {
  if (from && to) return format.period(from, to);
  if (from) return t('lists.since', { day: format.longDay(from) });
  return to ? t('lists.until', { day: format.longDay(to) }) : t('exports.anyTime');
}

/** What a download covers, in words: what, period, conditions, order, by whom, when. */
export async function describeWish(
  ctx: Ctx,
  entity: ExportEntity,
  { wish, meant }: { wish: AnyWish; meant: string | undefined },
  words: CellWords,
): Promise<TableParameter[]> {
  const { t } = words;
  const filter = wish.filter as Conditions;
  const { timeZone, organisation } = await getSettings(ctx.db);
  const now = ctx.now();
  const period = wish.ids ? {} : daysMeant(filter, dayInZone(now, timeZone));
  const any = filter.match === 'any';
  const byOrders = await byOrdersOf(ctx, filter as ByOrders, words);
  const conditions = wish.ids ? [] : [...byOrders, ...conditionsOf(filter, await namesOf(ctx, filter), words)];
  // Where one condition is enough, the period is one of them.
  const chosen = any && (period.from || period.to) ? [...conditions, periodWords(period, words)] : conditions;
  const search = meant ?? filter.search;
  const said = [
    ...(wish.ids ? [t('exports.chosen', { n: wish.ids.length })] : search ? [`${t('lists.searchWord')}: ${search}`] : []),
    ...(any ? [chosen.join(` ${t('exports.or')} `)] : chosen),
    ...(filter.deleted ? [t('filters.deleted')] : []),
  ].filter(Boolean);
  const text = (label: string, value: string): TableParameter => ({ label, kind: 'text', value });
  return [
    text(t('exports.parameters.what'), t(`exports.titles.${entity}`)),
    ...(organisation ? [text(t('exports.parameters.organisation'), organisation)] : []),
    ...(entity === 'products' ? [] : [text(t('exports.parameters.period'), periodWords(any ? {} : period, words))]),
    text(t('exports.parameters.filter'), said.join('; ') || t('exports.everything')),
    text(t('exports.parameters.sorting'), sortingWords(wish, entity, words)),
    text(t('exports.parameters.user'), ctx.actor.type === 'anonymous' ? '' : ctx.actor.name),
    { label: t('exports.parameters.at'), kind: 'instant', value: now.getTime() },
    text(t('exports.parameters.zone'), timeZone),
  ];
}

/** The conditions of a filter in words, one sentence each. */
export async function describeFilter(ctx: Ctx, filter: Conditions, words: CellWords): Promise<string[]> {
  return conditionsOf(filter, await namesOf(ctx, filter), words);
}
