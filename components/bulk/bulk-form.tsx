import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import buttons from '@/components/form/button.module.css';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { orderStatuses } from '@/lib/domain/orders/schema';
import styles from './bulk.module.css';

interface BulkFormProps {
  entity: 'order' | 'client';
  /** The selection as hidden fields. */
  selection: Record<string, string | undefined>;
  /** Whether the records are in the bin. */
  binned: boolean;
  back: string;
  action: (data: FormData) => Promise<never>;
}

const fields = { order: ['due_day', 'description'], client: ['company', 'address', 'comment'] } as const;

/** What may be done to all of them: each field a form of its own, so that only it is sent. */
export function BulkForm({ entity, selection, binned, back, action }: BulkFormProps) {
  const t = useTranslations();
  const hidden = Object.entries(selection).map(([name, value]) =>
    value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
  );
  const form = (act: string, children: ReactNode) => (
    <form key={act} action={action} className={styles.form}>
      {hidden}
      <input type="hidden" name="act" value={act} />
      {children}
    </form>
  );
  const set = (
    <button type="submit" className={buttons.button}>
      {t('bulk.set')}
    </button>
  );
  if (binned)
    return form(
      'restore',
      <>
        <button type="submit" className={buttons.primary}>
          {t('bulk.restore')}
        </button>
        <a href={back} className={buttons.button}>
          {t('bulk.back')}
        </a>
      </>,
    );
  return (
    <>
      {entity === 'order'
        ? form(
            'status',
            <>
              <div>
                <SelectField
                  name="set_status"
                  label={t('bulk.status')}
                  options={orderStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
                />
              </div>
              {set}
            </>,
          )
        : null}
      {fields[entity].map((name) =>
        form(
          name,
          <>
            <div>
              <TextField
                name={`set_${name}`}
                label={t(`bulk.${name}`)}
                hint={t('bulk.clear')}
                type={name === 'due_day' ? 'date' : 'text'}
              />
            </div>
            {set}
          </>,
        ),
      )}
      {form(
        'delete',
        <>
          <button type="submit" className={buttons.danger}>
            {t('bulk.delete')}
          </button>
          {entity === 'client' ? (
            <button type="submit" name="cascade" value="1" className={buttons.danger}>
              {t('bulk.deleteCascade')}
            </button>
          ) : null}
          <a href={back} className={buttons.button}>
            {t('bulk.back')}
          </a>
        </>,
      )}
    </>
  );
}
