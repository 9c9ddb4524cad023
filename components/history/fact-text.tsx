import { IconArrowRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { Fact } from '@/lib/domain/history/facts';
import { parseDecimal } from '@/lib/domain/money';
import type { Gender } from '@/lib/domain/users/gender';
import type { Format } from '@/lib/i18n/format';
import { useFieldName } from './field-name';
import { shortened, valueText } from './value-text';

function OldToNew({ was, now }: { was: string; now: string }) {
  const t = useTranslations('history');
  return (
    <>
      {was ? (
        <>
          <del>{was}</del> <IconArrowRight size={13} stroke={1.6} aria-hidden="true" /> <span className="hidden">{t('became')}</span>
        </>
      ) : null}
      <strong style={{ fontWeight: 500 }}>{now || t('nothing')}</strong>
    </>
  );
}

/** Told without values: a secret has none to show, a picture or a list of settings cannot be read. */
const valueless = new Set(['password', 'logo', 'secrets', 'settings', 'topics']);

interface FactTextProps {
  fact: Fact;
  format: Format;
  colon: boolean;
  /** Of whoever did it; nobody in particular made a difference of two moments. */
  gender?: Gender;
}

/** One thing that changed, as a part of a sentence. */
export function FactText({ fact, format, colon, gender: g }: FactTextProps) {
  const t = useTranslations();
  const money = (text: string) => format.money(parseDecimal(text, 2) ?? 0);
  if (fact.type === 'line_added' || fact.type === 'line_removed') {
    const amount = `${format.quantity(parseDecimal(fact.quantity, 3) ?? 0)} × ${money(fact.price)}`;
    const values = { product: fact.product, amount };
    return g ? t(`history.${fact.type}`, { ...values, g }) : t(`past.${fact.type}`, values);
  }
  if (fact.type === 'payment_added' || fact.type === 'payment_removed') {
    const values = { amount: money(fact.amount), day: fact.day ? format.shortDay(fact.day) : '' };
    return g ? t(`history.${fact.type}`, { ...values, g }) : t(`past.${fact.type}`, values);
  }
  if (fact.type === 'comment_added' || fact.type === 'comment_removed') {
    const values = { text: shortened(fact.text) };
    return g ? t(`orderParts.history.${fact.type}`, { ...values, g }) : t(`orderParts.past.${fact.type}`, values);
  }
  if (fact.type === 'file_added' || fact.type === 'file_removed') {
    const values = { name: fact.name };
    return g ? t(`orderParts.history.${fact.type}`, { ...values, g }) : t(`orderParts.past.${fact.type}`, values);
  }
  return <ChangedField fact={fact} format={format} colon={colon} />;
}

function ChangedField({ fact, format, colon }: { fact: Extract<Fact, { field: string }>; format: Format; colon: boolean }) {
  const t = useTranslations();
  const setting = { t, format };
  const label = useFieldName()(fact.field);
  if (valueless.has(fact.field)) return label;
  return (
    <>
      {fact.type === 'line_changed' ? t('history.ofLine', { field: label, product: fact.product }) : label}
      {colon ? ': ' : ' '}
      <OldToNew was={valueText(fact.field, fact.old, setting)} now={valueText(fact.field, fact.new, setting)} />
    </>
  );
}
