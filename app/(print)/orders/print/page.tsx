import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import { PrintBar } from '@/components/print/print-bar';
import { PrintProblem } from '@/components/print/print-problem';
import { PrintSheets } from '@/components/print/print-sheets';
import { printAllHref, printAllPdfHref, printFormOf } from '@/components/print/print-url';
import { can } from '@/lib/domain/permissions';
import { getPrintedOrders } from '@/lib/domain/print/get-printed-orders';
import { maxPrinted, printedIds } from '@/lib/domain/print/schema';
import { found, pageCtx, pageFormat } from '@/lib/entry/page';
import { readLogo } from '@/lib/files/logo';
import { printWords } from '@/lib/i18n/print-words';
import type { ListPageProps } from '../../../page-props';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('print'))('several') };
}

export default async function PrintOrdersPage({ searchParams }: ListPageProps) {
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations('print')]);
  const params = singleParams(await searchParams);
  const ids = printedIds.safeParse(params.ids ?? '');
  if (!ids.success) {
    const tooMany = ids.error.issues.some(({ message }) => message === 'print_many');
    return <PrintProblem text={tooMany ? t('tooMany', { max: maxPrinted }) : t('noNumbers')} />;
  }
  const printed = await found(getPrintedOrders(ctx, ids.data));
  const known = printed.orders.map(({ order }) => order.id);
  if (known.length === 0) return <PrintProblem text={t('notThere', { n: ids.data.length, ids: ids.data.join(', ') })} />;
  const form = printFormOf(params.form);
  return (
    <>
      <PrintBar
        title={printWords(format.locale)(`batch.${form}`, { n: known.length })}
        back={{ href: '/orders', label: t('orders') }}
        form={form}
        hrefOf={(name) => printAllHref(ids.data, name)}
        pdf={printAllPdfHref(known, form, format.locale)}
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
