import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import notes from '@/components/states/note.module.css';
import type { MappingView } from '@/lib/domain/exchange/mapping';
import { noWord, type Vocabulary } from '@/lib/domain/exchange/schema';
import { orderStatuses } from '@/lib/domain/orders/schema';
import styles from './mapping-form.module.css';
import { guessStatus, guessUser, mappingName, nobody } from './mapping-names';
import { useExchangeWords, wordOr } from './words';

interface MappingFormProps {
  id: number;
  view: MappingView;
  /** Fields of ours that may be left out, as `client.address`. */
  fields: readonly string[];
  action: (data: FormData) => Promise<never>;
}

type Entry = Vocabulary[string][number];

/** What a word may be chosen to be, and what it is taken for until it is. */
interface Choice {
  options: { value: string; label: string }[];
  guess?: string;
  hint: string;
}

/** The kinds in the order in which they are shown; what else a provider has comes after them. */
const firstKinds = ['status', 'field', 'user'];

/** Which words over there are which of ours, and what is exchanged at all; what is not chosen yet is guessed. */
export function MappingForm({ id, view: { vocabulary, mapping, users }, fields, action }: MappingFormProps) {
  const t = useTranslations();
  const words = useExchangeWords();
  const own: Entry[] = fields.map((field) => ({ id: field, name: wordOr(words, `mapping.fields.${field}`, field) }));
  const all: Vocabulary = { ...vocabulary, field: own };
  const names = [...firstKinds, ...Object.keys(vocabulary).filter((kind) => !firstKinds.includes(kind))];
  const kinds = names.map((kind) => ({ kind, entries: all[kind] ?? [] })).filter(({ entries }) => entries.length > 0);
  // Only a status without a word of ours keeps a record from being exchanged.
  const unmapped = (vocabulary.status ?? []).filter((entry) => !mapping.status?.[entry.id]).length;

  function choiceOf(kind: string, entry: Entry): Choice | undefined {
    const hint = t('exchange.mapping.guess');
    if (kind === 'status') {
      const statuses = orderStatuses.map((value) => ({ value, label: t(`status.${value}`) }));
      return { options: [{ value: noWord, label: t('exchange.mapping.nothing') }, ...statuses], guess: guessStatus(entry), hint };
    }
    if (kind === 'user') {
      const known = users.map((user) => ({ value: String(user.id), label: user.name }));
      return { options: [{ value: nobody, label: t('exchange.mapping.nobody') }, ...known], guess: guessUser(entry, users), hint };
    }
    if (kind !== 'field') return undefined;
    const options = (['on', 'off'] as const).map((value) => ({ value, label: t(`exchange.mapping.${value}`) }));
    return { options, guess: 'on', hint: t('exchange.mapping.default') };
  }

  return (
    <form action={action} className={styles.form}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="tab" value="mapping" />
      {unmapped > 0 ? <p className={notes.warn}>{t('exchange.mapping.unmapped', { n: unmapped })}</p> : null}
      {Object.keys(vocabulary).length === 0 ? <p>{t('exchange.mapping.emptyText')}</p> : null}
      {kinds.map(({ kind, entries }) => (
        <fieldset key={kind} className={styles.kind}>
          <legend>{wordOr(words, `mapping.kinds.${kind}`, kind)}</legend>
          {entries.map((entry) => {
            const chosen = mapping[kind]?.[entry.id];
            const choice = choiceOf(kind, entry);
            const hint = chosen === undefined && choice?.guess ? choice.hint : undefined;
            const shared = { name: mappingName(kind, entry.id), label: entry.name, hint };
            return choice ? (
              <SelectField
                key={entry.id}
                {...shared}
                defaultValue={chosen ?? choice.guess ?? choice.options[0]?.value}
                options={choice.options}
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
