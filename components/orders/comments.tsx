import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { Initials } from '@/components/text/initials';
import type { CommentRow } from '@/db/queries/order-parts';
import type { Format } from '@/lib/i18n/format';
import styles from './order-parts.module.css';

interface CommentsProps {
  comments: CommentRow[];
  /** Names of those who write, by their numbers. */
  authors: ReadonlyMap<number, string>;
  format: Format;
  /** Takes one away; absent where nothing may be written. */
  remove?: (data: FormData) => Promise<never>;
  mayRemove?: (comment: CommentRow) => boolean;
}

/** What colleagues said about an order, oldest first. */
export function Comments({ comments, authors, format, remove, mayRemove }: CommentsProps) {
  const t = useTranslations('orderParts');
  const tHistory = useTranslations('history');
  if (comments.length === 0) return <p className="quiet">{t('noComments')}</p>;
  return (
    <ul>
      {comments.map((comment) => {
        const who = (comment.createdBy !== null && authors.get(comment.createdBy)) || tHistory('nobody');
        return (
          <li key={comment.id} className={styles.comment}>
            <Initials name={who} />
            <div className={styles.what}>
              <p className={styles.meta}>
                <b>{who}</b>{' '}
                <time dateTime={new Date(comment.createdAt).toISOString()} title={format.exact(comment.createdAt)} className="muted">
                  {format.longDateTime(comment.createdAt)}
                </time>
              </p>
              <p className={styles.said}>{comment.text}</p>
            </div>
            {remove && mayRemove?.(comment) ? (
              <form action={remove}>
                <input type="hidden" name="order" value={comment.orderId} />
                <input type="hidden" name="comment" value={comment.id} />
                <button
                  type="submit"
                  className={`${buttons.plain} ${buttons.square}`}
                  aria-label={t('removeComment', { text: comment.text.slice(0, 60) })}
                  title={t('removeCommentShort')}
                >
                  <IconX size={16} stroke={1.6} aria-hidden="true" />
                </button>
              </form>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
