import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { TextField } from '@/components/form/text-field';
import toolbar from './toolbar.module.css';

interface ReplayFormProps {
  id: number;
  /** `YYYY-MM-DD`. */
  today: string;
  action: (data: FormData) => Promise<never>;
}

/** Tells again what was told in a time, for a receiver that has lost it. */
export function ReplayForm({ id, today, action }: ReplayFormProps) {
  const t = useTranslations('exchange.replay');
  return (
    <section className={toolbar.section}>
      <h2>{t('title')}</h2>
      <p>{t('text')}</p>
      <form action={action} className={toolbar.range}>
        <input type="hidden" name="id" value={id} />
        <TextField name="from" label={t('from')} type="date" required defaultValue={today} />
        <TextField name="to" label={t('to')} type="date" required defaultValue={today} />
        <button type="submit" className={`${buttons.button} ${buttons.large}`}>
          {t('do')}
        </button>
      </form>
    </section>
  );
}
