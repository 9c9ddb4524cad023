import { z } from 'zod';
import { DomainError, fieldError } from '@/lib/domain/errors';
import { getPrintedOrders, type PrintedOrders } from '@/lib/domain/print/get-printed-orders';
import { type PrintForm, printedIds, printForms } from '@/lib/domain/print/schema';
import { type Answer, endpoint } from '@/lib/entry/endpoint';
import { orderDocument } from '@/lib/export/print/order-document';
import { ordersPdf } from '@/lib/export/print/orders-pdf';
import { printContext } from '@/lib/export/print/print-context';
import { readLogo } from '@/lib/files/logo';
import { type Locale, locales } from '@/lib/i18n/locale';

const formFields = {
  form: z.enum(printForms).default('invoice'),
  lang: z.enum(locales).optional().meta({ description: 'Language of the document; else the one that Accept-Language prefers' }),
};

async function pdfAnswer({ orders, settings }: PrintedOrders, form: PrintForm, locale: Locale, name: string): Promise<Answer> {
  const made = new Date();
  const context = printContext(settings, locale, made.getTime());
  const documents = orders.map((order) => orderDocument(order, form, context));
  const [first] = documents;
  const title = first && documents.length === 1 ? first.title : context.words(`batch.${form}`, { n: documents.length });
  const logo = await readLogo(settings.logo);
  const { words } = context;
  const file = await ordersPdf(documents, { title, author: settings.organisation, locale, made, words, logo: logo?.bytes });
  return { file, headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${name}.pdf"` } };
}

export const orderPrintEndpoints = [
  endpoint({
    methods: ['GET'],
    path: '/api/orders/print/:id/',
    summary: 'An order as an invoice or a waybill in PDF',
    tag: 'orders',
    permission: 'order.read',
    query: z.object(formFields),
    output: { contentTypes: ['application/pdf'] },
    run: async (ctx, { id }) => {
      const printed = await getPrintedOrders(ctx, [id]);
      if (printed.orders.length === 0) throw new DomainError('not_found');
      return printed;
    },
    answer: (printed, { id, query, locale }) => pdfAnswer(printed, query.form, query.lang ?? locale, `${query.form}_${id}`),
  }),
  endpoint({
    methods: ['GET'],
    path: '/api/orders/print/',
    summary: 'Several orders in one PDF, each on pages of its own',
    tag: 'orders',
    permission: 'order.read',
    query: z.object({ ids: printedIds, ...formFields }),
    output: { contentTypes: ['application/pdf'] },
    run: async (ctx, { query }) => {
      const printed = await getPrintedOrders(ctx, query.ids);
      if (printed.missing.length > 0) throw fieldError('ids', 'unknown_orders', { ids: printed.missing.join(', ') });
      return printed;
    },
    answer: (printed, { query, locale }) => pdfAnswer(printed, query.form, query.lang ?? locale, `${query.form}s_${printed.orders.length}`),
  }),
];
