import { useTranslations } from 'next-intl';
import type { Import } from '@/lib/domain/imports/import-record';

/** The file of an import in a line: its name, its sheet, its rows. */
export function ImportMeta({ fileName, file: { sheet, sheets }, rowsTotal }: Pick<Import, 'fileName' | 'file' | 'rowsTotal'>) {
  const t = useTranslations('importing');
  const parts = [fileName, ...(sheet && sheets.length > 1 ? [t('sheetOf', { name: sheet })] : []), t('rows', { n: rowsTotal })];
  return parts.join(' · ');
}
