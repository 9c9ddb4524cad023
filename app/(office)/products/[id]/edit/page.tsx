import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProductForm } from '@/components/products/product-form';
import { productFormSetup, productValues } from '@/components/products/product-form-setup';
import { PageHead } from '@/components/shell/page-head';
import { getProduct } from '@/lib/domain/products/get-product';
import { freshForm } from '@/lib/entry/form-state';
import { found, pageCtxFor, pageFormat, recordId } from '@/lib/entry/page';
import type { RecordPageProps } from '../../../../page-props';
import { saveProductAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('products'))('editTitle') };
}

export default async function EditProductPage({ params }: RecordPageProps) {
  const id = recordId((await params).id);
  const [ctx, format, t] = await Promise.all([pageCtxFor('product.write'), pageFormat(), getTranslations('products')]);
  const product = await found(getProduct(ctx, id));
  const initial = freshForm(productValues(product, format));
  return (
    <>
      <PageHead title={t('editTitle')} parent={{ href: `/products/${id}`, label: product.name }} />
      <ProductForm action={saveProductAction} initial={initial} back={`/products/${id}`} {...(await productFormSetup(product.vatRate))} />
    </>
  );
}
