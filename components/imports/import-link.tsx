import { IconUpload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import type { ImportEntity } from '@/lib/domain/imports/schema';

interface ImportLinkProps {
  entity: ImportEntity;
  /** In place of rows it is what one begins with. */
  first?: boolean;
}

/** The way from a list to the import of its records. */
export function ImportLink({ entity, first = false }: ImportLinkProps) {
  const t = useTranslations('importing');
  return (
    <a href={`/imports/new?entity=${entity}`} className={first ? buttons.primary : buttons.button}>
      <IconUpload size={16} stroke={1.6} aria-hidden="true" />
      {t(first ? 'loadExcel' : 'load')}
    </a>
  );
}
