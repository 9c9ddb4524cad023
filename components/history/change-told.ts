import { type Fact, factsOf } from '@/lib/domain/history/facts';
import type { ToldEntry } from '@/lib/domain/history/list-history';
import { historyEntities } from '@/lib/domain/history/schema';
import type { FieldChanges } from '@/lib/domain/journal/fields';
import { parseDecimal } from '@/lib/domain/money';
import { factTold } from './fact-told';
import { joined, type Told } from './told';
import type { ValueSetting } from './value-text';

export type ChangeToTell = Pick<ToldEntry, 'operation' | 'gender' | 'change' | 'fields'>;

function countOf(fields: FieldChanges, side: 'old' | 'new'): { n: number; sum: number } {
  const items = fields.items?.[side];
  return { n: Array.isArray(items) ? items.length : 0, sum: parseDecimal(String(fields.total_price?.[side] ?? '0'), 2) ?? 0 };
}

function isField(fact: Fact | undefined): boolean {
  return fact?.type === 'field' || fact?.type === 'line_changed';
}

function piecesOf({ operation, gender: g, change, fields }: ChangeToTell, setting: ValueSetting, subject: Told | undefined): Told[] {
  const { t, format } = setting;
  const who: Told = { bold: operation.actorName || t('history.nobody') };
  const entity = historyEntities.find((name) => name === change.entity) ?? 'order';
  const action = change.action as 'create' | 'update' | 'delete' | 'restore';
  const about: Told[] = subject ? [' ', subject] : [];
  if (operation.kind === 'privacy.erase')
    return [who, ` ${t(entity === 'order' ? 'erase.words' : 'erase.did', { g })} `, subject ?? t(`history.what.${entity}`)];
  const beginning: Told[] = [who, ` ${t(`history.did.${action}`, { g })} ${t(`history.what.${entity}`)}`, ...about];
  if (!fields) return [...beginning, `. ${t('history.erased')}`];
  const into = fields.merged_into?.new;
  if (action === 'delete' && typeof into === 'number') {
    const winner = { href: `/clients/${into}`, text: t('history.mergedInto', { id: String(into) }) };
    return [who, ` ${t('history.mergedDid', { g })}`, ...about, ' ', winner];
  }
  if (action !== 'update') {
    const { n, sum } = countOf(fields, action === 'delete' ? 'old' : 'new');
    return entity === 'order' && n > 0 ? [...beginning, `: ${t('history.lines', { n, sum: format.money(sum) })}`] : beginning;
  }
  const state = entity === 'connection' && Object.keys(fields).length === 1 ? fields.state?.new : undefined;
  if (state === 'active' || state === 'paused' || state === 'disabled')
    return [who, ` ${t(`exchange.did.${state}`, { g })} ${t('history.what.connection')}`, ...about];
  const facts = factsOf(fields);
  const verb = !subject && isField(facts[0]) ? `${t('history.did.update', { g })} ` : '';
  const told = facts.flatMap((fact, at) => [at > 0 ? '; ' : '', ...factTold(fact, setting, { colon: !subject, gender: g })]);
  return subject ? [...beginning, ': ', ...told] : [who, ` ${verb}`, ...told];
}

/**
 * «test изменил заказ № 7: количество «Ноутбук»: 2 → 3, …» from the recorded parts; `subject` is what the change is about,
 * where the page is not about it.
 */
export function changeTold(entry: ChangeToTell, setting: ValueSetting, subject?: Told): Told[] {
  return joined(piecesOf(entry, setting, subject));
}
