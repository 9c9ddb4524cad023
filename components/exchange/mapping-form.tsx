import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import notes from '@/components/states/note.module.css';
import type { MappingView } from '@/lib/domain/exchange/mapping';
import { orderStatuses } from '@/lib/domain/orders/schema';
import styles from './mapping-form.module.css';
import { guessStatus, mappingName } from './mapping-names';
import { useExchangeWords, wordOr } from './words';

interface MappingFormProps {
  id: number;
  view: MappingView;
  action: (data: FormData) => Promise<never>;
}

/** Which words over there are which of ours; what is not chosen yet is guessed by its name. */
export function MappingForm({ id, view: { vocabulary, mapping }, action }: MappingFormProps) {
  const t = useTranslations();
  const words = useExchangeWords();
  const kinds = Object.entries(vocabulary).filter(([, entries]) => entries.length > 0);
  const unmapped = kinds.reduce((sum, [kind, entries]) => sum + entries.filter((entry) => !mapping[kind]?.[entry.id]).length, 0);
  return (
    <form action={action} className={styles.form}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="tab" value="mapping" />
      {unmapped > 0 ? <p className={notes.warn}>{t('exchange.mapping.unmapped', { n: unmapped })}</p> : null}
      {kinds.map(([kind, entries]) => (
        <fieldset key={kind} className={styles.kind}>
          <legend>{wordOr(words, `mapping.kinds.${kind}`, kind)}</legend>
          {entries.map((entry) => {
            const chosen = mapping[kind]?.[entry.id];
            const guess = kind === 'status' ? guessStatus(entry) : undefined;
            const hint = chosen === undefined && guess ? t('exchange.mapping.guess') : undefined;
            const shared = { name: mappingName(kind, entry.id), label: entry.name, hint };
            return kind === 'status' ? (
              <SelectField
                key={entry.id}
                {...shared}
                defaultValue={chosen ?? guess ?? ''}
                options={[
                  { value: '', label: t('exchange.mapping.nothing') },
                  ...orderStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
                ]}
              />
            ) : (
              <TextField key={entry.id} {...shared} defaultValue={chosen ?? ''} />
            );
          })}
        </fieldset>
      ))}
      <div>
        <button type="submit" className={`${buttons.primary} ${buttons.large}`}>
          {t('form.save')}
        </button>
      </div>
    </form>
  );
}
