import { useTranslations } from 'next-intl';
import { clientNames, orderNames } from '@/lib/domain/past/names';

/** In place of a value that was erased. */
export function Erased() {
  return <span className="muted">{useTranslations('past')('erased')}</span>;
}

const named = [...orderNames, ...clientNames];

/** What fields are called in a list of them. */
export function useFieldNames(): (fields: readonly string[]) => string {
  const t = useTranslations('past.fields');
  return (fields) =>
    named
      .filter((name) => fields.includes(name))
      .map((name) => t(name))
      .join(', ');
}
