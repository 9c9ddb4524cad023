import { hrefWith } from '@/components/data-table/list-url';
import { type PrintForm, printForms } from '@/lib/domain/print/schema';
import type { Locale } from '@/lib/i18n/locale';

/** The form an address names; an invoice otherwise. */
export function printFormOf(text: string | undefined): PrintForm {
  return printForms.find((form) => form === text) ?? 'invoice';
}

/** The page for printing an order. */
export function printHref(id: number, form: PrintForm): string {
  return hrefWith(`/orders/${id}/print`, { form });
}

/** The same as a PDF, in the language of the page. */
export function printPdfHref(id: number, form: PrintForm, lang: Locale): string {
  return hrefWith(`/api/orders/print/${id}/`, { form, lang });
}

/** The page for printing several orders, in this order. */
export function printAllHref(ids: readonly number[], form: PrintForm): string {
  return hrefWith('/orders/print', { ids: ids.join(','), form });
}

/** The same as one PDF. */
export function printAllPdfHref(ids: readonly number[], form: PrintForm, lang: Locale): string {
  return hrefWith('/api/orders/print/', { ids: ids.join(','), form, lang });
}
