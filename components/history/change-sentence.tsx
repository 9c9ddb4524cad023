import { useTranslations } from 'next-intl';
import { createElement, Fragment, type ReactNode } from 'react';
import { type Fact, factsOf } from '@/lib/domain/history/facts';
import type { ToldEntry } from '@/lib/domain/history/list-history';
import { historyEntities } from '@/lib/domain/history/schema';
import type { FieldChanges } from '@/lib/domain/journal/fields';
import { parseDecimal } from '@/lib/domain/money';
import type { Format } from '@/lib/i18n/format';
import { FactText } from './fact-text';

interface ChangeSentenceProps {
  entry: Pick<ToldEntry, 'operation' | 'gender' | 'change' | 'fields'>;
  format: Format;
  /** What the change is about, where the page is not about it: a link. */
  subject?: ReactNode;
}

function countOf(fields: FieldChanges, side: 'old' | 'new'): { n: number; sum: number } {
  const items = fields.items?.[side];
  return { n: Array.isArray(items) ? items.length : 0, sum: parseDecimal(String(fields.total_price?.[side] ?? '0'), 2) ?? 0 };
}

function isField(fact: Fact | undefined): boolean {
  return fact?.type === 'field' || fact?.type === 'line_changed';
}

/** «test изменил заказ № 7: количество «Ноутбук»: 2 → 3, …» from the recorded parts. */
export function ChangeSentence({ entry: { operation, gender: g, change, fields }, format, subject }: ChangeSentenceProps) {
  const t = useTranslations('history');
  const tErase = useTranslations('erase');
  const tExchange = useTranslations('exchange');
  const who = <b>{operation.actorName || t('nobody')}</b>;
  const entity = historyEntities.find((name) => name === change.entity) ?? 'order';
  const action = change.action as 'create' | 'update' | 'delete' | 'restore';
  const beginning = (
    <>
      {who} {t(`did.${action}`, { g })} {t(`what.${entity}`)}
      {subject ? <> {subject}</> : null}
    </>
  );
  if (operation.kind === 'privacy.erase')
    return (
      <>
        {who} {tErase(entity === 'order' ? 'words' : 'did', { g })} {subject ?? t(`what.${entity}`)}
      </>
    );
  if (!fields)
    return (
      <>
        {beginning}. {t('erased')}
      </>
    );
  const into = fields.merged_into?.new;
  if (action === 'delete' && typeof into === 'number')
    return (
      <>
        {who} {t('mergedDid', { g })} {subject ? <>{subject} </> : null}
        <a href={`/clients/${into}`}>{t('mergedInto', { id: String(into) })}</a>
      </>
    );
  if (action !== 'update') {
    const { n, sum } = countOf(fields, action === 'delete' ? 'old' : 'new');
    return (
      <>
        {beginning}
        {entity === 'order' && n > 0 ? `: ${t('lines', { n, sum: format.money(sum) })}` : null}
      </>
    );
  }
  const state = entity === 'connection' && Object.keys(fields).length === 1 ? fields.state?.new : undefined;
  if (state === 'active' || state === 'paused' || state === 'disabled')
    return (
      <>
        {who} {tExchange(`did.${state}`, { g })} {t('what.connection')}
        {subject ? <> {subject}</> : null}
      </>
    );
  const facts = factsOf(fields);
  // Children in fixed places need no keys: a recorded change never changes.
  const told: ReactNode[] = [];
  for (const fact of facts) told.push(told.length > 0 ? '; ' : '', <FactText fact={fact} gender={g} format={format} colon={!subject} />);
  return (
    <>
      {subject ? beginning : who}
      {subject ? ': ' : ' '}
      {!subject && isField(facts[0]) ? `${t('did.update', { g })} ` : ''}
      {createElement(Fragment, null, ...told)}
    </>
  );
}
