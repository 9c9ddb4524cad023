'use server';

import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { ShortcutTable } from '@/components/keyboard/shortcut-table';
import { type PaletteFound, PaletteResults } from '@/components/palette/palette-results';
import { getClientCard } from '@/lib/domain/clients/get-client';
import { listClientPage } from '@/lib/domain/clients/list-clients';
import { getOrder } from '@/lib/domain/orders/get-order';
import { listOrderPage } from '@/lib/domain/orders/list-orders';
import { can } from '@/lib/domain/permissions';
import { actionCtx } from '@/lib/entry/action';
import { type PageCtx, pageFormat } from '@/lib/entry/page';
import { alternativeSearches } from '@/lib/search/alternatives';
import { normalise } from '@/lib/search/normalise';

/** Records of each kind that a palette shows. */
const shown = 5;

const asked = z.object({
  text: z.string().max(200),
  recent: z.array(z.string().max(40)).max(8),
  acts: z.array(z.object({ key: z.string().max(1), label: z.string().max(80) })).max(30),
});

type Records = Pick<PaletteFound, 'clients' | 'binned' | 'orders' | 'orderCount' | 'meant'>;

const nothing: Records = { clients: [], binned: [], orders: [], orderCount: 0, meant: undefined };

async function findClients(ctx: PageCtx, search: string): Promise<Omit<Records, 'orders' | 'orderCount'>> {
  const page = { sort: 'name', descending: false, limit: shown } as const;
  const [live, binned] = await Promise.all([
    listClientPage(ctx, { search }, page),
    listClientPage(ctx, { search, deleted: true }, { ...page, limit: 2 }),
  ]);
  return { clients: live.rows, binned: binned.rows.map(({ client }) => client), meant: live.shownFor };
}

async function findOrders(ctx: PageCtx, search: string): Promise<Omit<Records, 'clients' | 'binned'>> {
  const number = /^[№#]?\s*([1-9]\d{0,14})$/.exec(search)?.[1];
  const exact = number ? await getOrder(ctx, Number(number)).catch(() => undefined) : undefined;
  const { rows, count, shownFor } = await listOrderPage(ctx, { search }, { sort: 'created_at', descending: true, limit: shown });
  const first = exact ? [{ order: exact.order, client: exact.client, author: null }] : [];
  return {
    orders: [...first, ...rows.filter(({ order }) => order.id !== exact?.order.id)].slice(0, shown),
    orderCount: count,
    meant: shownFor,
  };
}

/** The cards of these addresses that are still there. */
async function recentRecords(ctx: PageCtx, paths: readonly string[]): Promise<Records> {
  const ids = (kind: string) => paths.flatMap((path) => (path.startsWith(`/${kind}/`) ? [Number(path.split('/')[2])] : []));
  const clients = await Promise.all(ids('clients').map((id) => getClientCard(ctx, id).catch(() => undefined)));
  const orders = await Promise.all(ids('orders').map((id) => getOrder(ctx, id).catch(() => undefined)));
  return {
    ...nothing,
    clients: clients.flatMap((card) => (card && !card.client.deletedAt ? [card] : [])).slice(0, shown),
    binned: [],
    orders: orders.flatMap((found) => (found ? [{ order: found.order, client: found.client, author: null }] : [])).slice(0, shown),
  };
}

/** Where the palette leads, with the words it is found by. */
async function commandsFor(ctx: PageCtx): Promise<{ href: string; label: string }[]> {
  const [t, words] = await Promise.all([getTranslations('palette'), getTranslations('importing')]);
  const open = [
    ...(can(ctx, 'order.write') ? [{ href: '/orders/new', label: t('newOrder') }] : []),
    ...(can(ctx, 'client.write') ? [{ href: '/clients/new', label: t('newClient') }] : []),
    ...(can(ctx, 'product.write') ? [{ href: '/products/new', label: t('newProduct') }] : []),
    ...(can(ctx, 'import.write') ? [{ href: '/imports/new', label: words('loadExcel') }] : []),
  ];
  const sections = ['/', '/orders', '/clients', '/products', '/reports', '/history', '/past', '/bin', '/settings'] as const;
  const names = {
    '/': 'overview',
    '/orders': 'orders',
    '/clients': 'clients',
    '/products': 'products',
    '/reports': 'reports',
    '/history': 'history',
    '/past': 'past',
    '/bin': 'bin',
    '/settings': 'settings',
  } as const;
  return [...open, ...sections.map((href) => ({ href, label: t(`go.${names[href]}`) }))];
}

function matching<T extends { label: string }>(all: readonly T[], text: string): T[] {
  const needles = [text, ...alternativeSearches(text)].map(normalise);
  return text === '' ? [...all] : all.filter(({ label }) => needles.some((needle) => normalise(label).includes(needle)));
}

/** Cards of the records a text finds, or without one those looked at last. */
async function recordsFor(ctx: PageCtx, scope: string, text: string, recent: readonly string[]): Promise<Records> {
  if (scope === '>') return nothing;
  if (text === '') return recentRecords(ctx, recent);
  const [clients, orders] = await Promise.all([
    scope === '#' ? undefined : findClients(ctx, text),
    scope === '@' ? undefined : findOrders(ctx, text),
  ]);
  return { ...nothing, ...clients, ...orders, meant: clients?.meant ?? orders?.meant };
}

/** What the palette shows for what was typed: `#` orders alone, `@` clients alone, `>` what can be done. */
export async function findAction(query: z.input<typeof asked>): Promise<ReactNode> {
  const { text: typed, recent, acts } = asked.parse(query);
  const [, sign = '', text = ''] = /^\s*([#№@>]?)\s*(.*?)\s*$/s.exec(typed) ?? [];
  const scope = sign === '№' ? '#' : sign;
  const [ctx, format] = await Promise.all([actionCtx(), pageFormat()]);
  const commanding = scope === '>' || (scope === '' && text === '');
  const found: PaletteFound = {
    ...(await recordsFor(ctx, scope, text, recent)),
    typed: scope === '>' ? '' : text,
    commands: scope === '#' || scope === '@' ? [] : matching(await commandsFor(ctx), text).slice(0, scope === '>' ? 16 : 5),
    acts: commanding ? matching(acts, text) : [],
    recent: text === '',
    mayOrder: can(ctx, 'order.write'),
  };
  return <PaletteResults found={found} format={format} />;
}

/** All keys, for the window that `?` opens. */
export async function shortcutsAction(): Promise<ReactNode> {
  await actionCtx();
  return <ShortcutTable />;
}
