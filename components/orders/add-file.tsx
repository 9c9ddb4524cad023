import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import fields from '@/components/form/field.module.css';
import { allowedEndings } from '@/lib/domain/files/file-types';
import styles from './order-parts.module.css';

const problems = ['too_large', 'type', 'empty', 'disk', 'broken', 'forbidden', 'missing', 'failed'] as const;

export interface AddFileProps {
  orderId: number;
  /** Megabytes. */
  limit: number;
  /** Why the last one was not attached, from `?file_problem=…`. */
  problem: string | undefined;
  /** Whether the last one was. */
  attached: boolean;
}

/** A plain form that a browser sends by itself: a file passes no action. */
export function AddFile({ orderId, limit, problem, attached }: AddFileProps) {
  const t = useTranslations('orderParts');
  const told = problem ? (problems.find((name) => name === problem) ?? 'failed') : undefined;
  return (
    <form method="post" action={`/files/orders/${orderId}`} encType="multipart/form-data" className={styles.form}>
      <div className={fields.field}>
        <label htmlFor="file" className={fields.label}>
          {t('file')}
        </label>
        <input
          id="file"
          type="file"
          name="file"
          required
          accept={allowedEndings.join(',')}
          className={styles.choose}
          aria-invalid={told ? true : undefined}
          aria-describedby="file-note"
        />
        <p id="file-note" className={told ? fields.error : fields.hint} role={told ? 'alert' : undefined}>
          {told ? t(`fileProblem.${told}`, { limit }) : t('fileHint', { limit })}
        </p>
      </div>
      <button type="submit" className={buttons.button}>
        {t('upload')}
      </button>
      {attached ? (
        <p role="status" className="quiet">
          {t('attached')}
        </p>
      ) : null}
    </form>
  );
}
