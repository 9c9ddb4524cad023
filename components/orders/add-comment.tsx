import { randomUUID } from 'node:crypto';
import { useTranslations } from 'next-intl';
import type { FormAction } from '@/components/form/use-kept-form';
import { freshForm } from '@/lib/entry/form-state';
import { CommentForm } from './comment-form';

interface AddCommentProps {
  orderId: number;
  /** How many there are: after one more the form is empty again. */
  count: number;
  action: FormAction;
}

/** The field of a new comment; a double press says it once. */
export function AddComment({ orderId, count, action }: AddCommentProps) {
  const t = useTranslations('orderParts');
  const initial = freshForm({ order: String(orderId), form_key: randomUUID(), text: '' });
  return <CommentForm key={count} action={action} initial={initial} words={{ text: t('comment'), add: t('add') }} />;
}
