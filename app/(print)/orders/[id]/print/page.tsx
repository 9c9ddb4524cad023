import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import { PrintBar } from '@/components/print/print-bar';
import { PrintSheets } from '@/components/print/print-sheets';
import { printFormOf, printHref, printPdfHref } from '@/components/print/print-url';
import { can } from '@/lib/domain/permissions';
import { getPrintedOrders } from '@/lib/domain/print/get-printed-orders';
import { found, pageCtx, pageFormat, recordId } from '@/lib/entry/page';
import { readLogo } from '@/lib/files/logo';
import type { RecordPageProps } from '../../../../page-props';

export async function generateMetadata({ params, searchParams }: RecordPageProps): Promise<Metadata> {
  const t = await getTranslations('print');
  const form = printFormOf(singleParams(await searchParams).form);
  return { title: t('titleOf', { form: t(form), id: (await params).id }) };
}

export default async function PrintOrderPage({ params, searchParams }: RecordPageProps) {
  const id = recordId((await params).id);
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations('print')]);
  const printed = await found(getPrintedOrders(ctx, [id]));
  if (printed.orders.length === 0) notFound();
  const form = printFormOf(singleParams(await searchParams).form);
  return (
    <>
      <PrintBar
        title={t('titleOf', { form: t(form), id: String(id) })}
        back={{ href: `/orders/${id}`, label: t('order', { id: String(id) }) }}
        form={form}
        hrefOf={(name) => printHref(id, name)}
        pdf={printPdfHref(id, form, format.locale)}
      />
      <PrintSheets
        printed={printed}
        form={form}
        format={format}
        logo={await readLogo(printed.settings.logo)}
        maySet={can(ctx, 'settings.write')}
      />
    </>
  );
}
