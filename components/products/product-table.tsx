import { useTranslations } from 'next-intl';
import { placedColumns } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import type { FormAction } from '@/components/form/use-kept-form';
import { hereOf } from '@/components/views/view-url';
import type { ListLayout } from '@/lib/domain/preferences/schema';
import type { ProductListPage } from '@/lib/domain/products/list-products';
import type { Format } from '@/lib/i18n/format';
import { searchWords } from '@/lib/search/normalise';
import { productColumns } from './product-columns';
import type { ProductListUrl } from './product-list-url';
import styles from './product-table.module.css';

interface ProductTableProps {
  list: ProductListPage;
  url: ProductListUrl;
  format: Format;
  layout: ListLayout<'products'>;
  /** Absent for those who may not. */
  savePrice: FormAction | undefined;
}

/** The products of a list page with their prices and what they sell; on phones each row is a block of two lines. */
export function ProductTable({ list, url, format, layout, savePrice }: ProductTableProps) {
  const t = useTranslations();
  const words = searchWords(list.shownFor ?? url.filter.search ?? '');
  const known = productColumns({ t, format, words, here: hereOf(url), since: list.since, savePrice });
  const editable = (deletedAt: number | null) => savePrice !== undefined && deletedAt === null;
  return (
    <DataTable
      caption={t('products.title')}
      className={styles.products}
      columns={placedColumns(known, layout.columns, ['name'])}
      rows={list.rows}
      idOf={({ product }) => product.id}
      url={url}
      density={layout.density}
      about={({ product: { id, version, deletedAt } }) => ({ version, edit: editable(deletedAt) ? `/products/${id}/edit` : undefined })}
    />
  );
}
