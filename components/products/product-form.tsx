'use client';

import buttons from '@/components/form/button.module.css';
import { FixNote } from '@/components/form/fix-note';
import { FormMessage } from '@/components/form/form-message';
import styles from '@/components/form/form-page.module.css';
import { SelectField } from '@/components/form/select-field';
import { StaleNotice } from '@/components/form/stale-notice';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { type FormAction, useKeptForm } from '@/components/form/use-kept-form';
import type { FormState } from '@/lib/entry/form-state';
import type { ProductFormSetup } from './product-form-setup';

interface ProductFormProps extends ProductFormSetup {
  action: FormAction;
  initial: FormState;
  back: string;
}

/** One form to add and to edit a product. */
export function ProductForm({ action, initial, words, vatRates, back }: ProductFormProps) {
  const { state, pending, attributes } = useKeptForm(action, initial);
  const { values, errors } = state;
  const field = (name: 'name' | 'sku' | 'unit' | 'price') => ({
    name,
    label: words[name],
    defaultValue: values[name],
    errors: errors[name],
  });
  const owner = errors.name && state.id !== null ? <a href={`/products/${state.id}`}>{words.openOwner}</a> : null;
  return (
    <form {...attributes} className={styles.form}>
      {['id', 'version', 'form_key'].map((name) =>
        values[name] ? <input key={name} type="hidden" name={name} value={values[name]} /> : null,
      )}
      <div className={`${styles.body} ${styles.narrow}`}>
        <StaleNotice stale={state.stale} href={back} words={words} />
        {state.stale ? null : <FormMessage message={Object.keys(errors).length > 0 ? words.fix : state.message} />}
        <TextField {...field('name')} hint={values.id ? words.renaming : undefined} note={owner} required />
        <div className={styles.pair}>
          <TextField {...field('sku')} />
          <TextField {...field('unit')} />
        </div>
        <div className={styles.pair}>
          <TextField {...field('price')} inputMode="decimal" hint={values.id ? words.oldOrders : undefined} />
          <SelectField
            name="vat_rate"
            label={words.vat_rate}
            options={vatRates}
            defaultValue={values.vat_rate ?? ''}
            errors={errors.vat_rate}
          />
        </div>
      </div>
      <div className={styles.foot}>
        <span className={styles.total} />
        <FixNote errors={errors} text={words.fixCount} />
        <a href={back} className={`${buttons.plain} ${buttons.large}`}>
          {words.cancel}
        </a>
        <SubmitButton label={words.save} pending={pending} />
      </div>
    </form>
  );
}
