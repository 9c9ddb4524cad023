import { useTranslations } from 'next-intl';
import { FilterField } from './filter-panel';
import toolbar from './toolbar.module.css';

interface AuthorFieldProps {
  label: string;
  chosen: string | undefined;
  authors: readonly { id: number; name: string }[];
}

/** Who made the records of a list. */
export function AuthorField({ label, chosen, authors }: AuthorFieldProps) {
  const t = useTranslations('filters');
  return (
    <FilterField label={label}>
      <select name="author" defaultValue={chosen ?? ''} className={toolbar.input} aria-label={label}>
        <option value="">{t('anyAuthor')}</option>
        <option value="0">{t('noUser')}</option>
        {authors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </FilterField>
  );
}
