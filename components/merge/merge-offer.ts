import { getTranslations } from 'next-intl/server';
import { valueText } from '@/components/history/value-text';
import type { Json } from '@/lib/domain/journal/fields';
import type { Overtaken } from '@/lib/domain/merge/get-overtaken';
import type { Difference, Merge, Note } from '@/lib/domain/merge/three-way';
import { parseDecimal } from '@/lib/domain/money';
import type { MergeOffer } from '@/lib/entry/form-state';
import type { Format } from '@/lib/i18n/format';

interface OfferSetting {
  entity: 'order' | 'client';
  /** The record's card, where its history stands. */
  href: string;
  format: Format;
  /** Names of clients by their numbers, which are all that an order's field holds. */
  clientNames: ReadonlyMap<number, string>;
}

const ofOrder = ['status', 'description', 'due_day', 'shipped_day', 'product', 'sku', 'unit', 'quantity', 'price', 'discount'] as const;
const ofClient = ['last_name', 'first_name', 'middle_name', 'company', 'inn', 'mobile_phone', 'email', 'address', 'comment'] as const;

/** A merge in the words of its window: who saved and when, what to choose, what needs no choice. */
export async function mergeOffer(overtaken: Overtaken, merge: Merge<unknown>, setting: OfferSetting): Promise<MergeOffer> {
  const { entity, href, format, clientNames } = setting;
  const t = await getTranslations();
  const who = overtaken.who || t('entry.merge.someone');
  const time = overtaken.at === null ? '—' : format.time(overtaken.at);

  function fieldName(field: string): string {
    if (field === 'client') return t('orderForm.client');
    if (field === 'vat_rate') return t('orderForm.vat');
    const order = ofOrder.find((name) => name === field);
    const client = ofClient.find((name) => name === field);
    return order ? t(`order.${order}`) : client ? t(`clientForm.${client}`) : field;
  }
  function lineText(line: Json): string {
    if (typeof line !== 'object' || line === null || Array.isArray(line)) return t('entry.merge.removed');
    const quantity = format.quantity(parseDecimal(String(line.quantity ?? '0'), 3) ?? 0);
    return [`${quantity} ${line.unit ?? ''}`.trim(), format.money(parseDecimal(String(line.price ?? '0'), 2) ?? 0)].join(' × ');
  }
  function shown({ field }: Pick<Difference, 'field'>, value: Json | undefined): string {
    if (value === undefined) return t('entry.merge.unknown');
    if (field === 'line') return lineText(value);
    if (field === 'client') return clientNames.get(Number(value)) ?? `№\u00a0${value}`;
    if (field === 'vat_rate' && value === null) return t('orderForm.noVat');
    if (field === 'description' || field === 'comment') return String(value ?? '') || t('entry.merge.none');
    return valueText(field, value, { t, format }) || t('entry.merge.none');
  }
  function label({ field, line }: Pick<Difference, 'field' | 'line'>): string {
    if (line === null) return fieldName(field);
    return field === 'line'
      ? t('entry.merge.line', { product: line })
      : t('entry.merge.ofLine', { product: line, field: fieldName(field) });
  }
  function told(note: Note): string {
    const product = note.line ?? '';
    if (note.action === 'added') return t(`entry.merge.${note.side === 'mine' ? 'myAdded' : 'theirAdded'}`, { who, product });
    if (note.action === 'removed') return t(`entry.merge.${note.side === 'mine' ? 'myRemoved' : 'theirRemoved'}`, { who, product });
    const words = { who, field: label(note), value: shown(note, note.value) };
    return t(`entry.merge.${note.side === 'mine' ? 'myField' : 'theirField'}`, words);
  }
  return {
    title: t(`entry.merge.${entity}`, { who, g: overtaken.gender }),
    intro: t('entry.merge.intro', { time, n: merge.differences.length }),
    theirs: t('entry.merge.theirs', { who, time }),
    rows: merge.differences.map((difference) => ({
      key: difference.key,
      label: label(difference),
      was: shown(difference, difference.was),
      theirs: shown(difference, difference.theirs),
      mine: shown(difference, difference.mine),
    })),
    merged: merge.notes.map(told),
    history: href,
  };
}
