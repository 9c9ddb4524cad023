import type { Fact } from '@/lib/domain/history/facts';
import { parseDecimal } from '@/lib/domain/money';
import type { Gender } from '@/lib/domain/users/gender';
import { fieldName } from './field-name';
import type { Told } from './told';
import { shortened, type ValueSetting, valueText } from './value-text';

interface Telling {
  colon: boolean;
  /** Of whoever did it; nobody in particular made a difference of two moments. */
  gender?: Gender | undefined;
}

/** Told without values: a secret has none to show, a picture or a list of settings cannot be read. */
const valueless = new Set(['password', 'logo', 'secrets', 'settings', 'topics']);

function fieldTold(fact: Extract<Fact, { field: string }>, setting: ValueSetting, colon: boolean): Told[] {
  const { t } = setting;
  const label = fieldName(t, fact.field);
  if (valueless.has(fact.field)) return [label];
  const was = valueText(fact.field, fact.old, setting);
  const now = valueText(fact.field, fact.new, setting) || t('history.nothing');
  const what = fact.type === 'line_changed' ? t('history.ofLine', { field: label, product: fact.product }) : label;
  return [what, colon ? ': ' : ' ', { was, now }];
}

/** One thing that changed, as a part of a sentence. */
export function factTold(fact: Fact, setting: ValueSetting, { colon, gender: g }: Telling): Told[] {
  const { t, format } = setting;
  const money = (text: string) => format.money(parseDecimal(text, 2) ?? 0);
  if (fact.type === 'line_added' || fact.type === 'line_removed') {
    const amount = `${format.quantity(parseDecimal(fact.quantity, 3) ?? 0)} × ${money(fact.price)}`;
    const values = { product: fact.product, amount };
    return [g ? t(`history.${fact.type}`, { ...values, g }) : t(`past.${fact.type}`, values)];
  }
  if (fact.type === 'payment_added' || fact.type === 'payment_removed') {
    const values = { amount: money(fact.amount), day: fact.day ? format.shortDay(fact.day) : '' };
    return [g ? t(`history.${fact.type}`, { ...values, g }) : t(`past.${fact.type}`, values)];
  }
  if (fact.type === 'comment_added' || fact.type === 'comment_removed') {
    const values = { text: shortened(fact.text) };
    return [g ? t(`orderParts.history.${fact.type}`, { ...values, g }) : t(`orderParts.past.${fact.type}`, values)];
  }
  if (fact.type === 'file_added' || fact.type === 'file_removed') {
    const values = { name: fact.name };
    return [g ? t(`orderParts.history.${fact.type}`, { ...values, g }) : t(`orderParts.past.${fact.type}`, values)];
  }
  return fieldTold(fact, setting, colon);
}
