import { useTranslations } from 'next-intl';
import { createElement, Fragment, type ReactNode } from 'react';
import { FactText } from '@/components/history/fact-text';
import { factsOf } from '@/lib/domain/history/facts';
import type { Difference } from '@/lib/domain/past/difference';
import { minorOf } from '@/lib/domain/past/past-orders';
import type { Format } from '@/lib/i18n/format';
import { useFieldNames } from './erased';

/** «изменили количество «Стол»: 2 → 3; добавили оплату …»: what became of a record, whoever did it. */
export function DifferenceText({ difference, format }: { difference: Difference; format: Format }) {
  const t = useTranslations('past');
  const tHistory = useTranslations('history');
  const namesOf = useFieldNames();
  const { action, fields, erased } = difference;
  if (action !== 'update') {
    const { items, total_price: total } = difference.to.snapshot;
    const lines = action === 'create' && Array.isArray(items) ? items.length : 0;
    if (lines === 0) return t(`became.${action}`);
    return `${t('became.create')}: ${tHistory('lines', { n: lines, sum: format.money(minorOf(total)) })}`;
  }
  const facts = factsOf(fields);
  const told: ReactNode[] = [];
  for (const [at, fact] of facts.entries()) {
    const first = fact.type === 'field' || fact.type === 'line_changed' ? `${t('changed')} ` : '';
    told.push(at > 0 ? '; ' : first, <FactText fact={fact} format={format} colon />);
  }
  if (erased.length > 0) told.push(told.length > 0 ? '. ' : '', t('erasedFields', { fields: namesOf(erased) }));
  // Children in fixed places need no keys.
  return createElement(Fragment, null, ...told);
}
