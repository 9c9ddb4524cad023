import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProductForm } from '@/components/products/product-form';
import { productFormSetup } from '@/components/products/product-form-setup';
import { PageHead } from '@/components/shell/page-head';
import { freshForm } from '@/lib/entry/form-state';
import { pageCtxFor } from '@/lib/entry/page';
import { saveProductAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('products'))('new') };
}

export default async function NewProductPage() {
  await pageCtxFor('product.write');
  const [t, setup] = await Promise.all([getTranslations('products'), productFormSetup()]);
  return (
    <>
      <PageHead title={t('new')} parent={{ href: '/products', label: t('title') }} />
      <ProductForm action={saveProductAction} initial={freshForm({ form_key: randomUUID() })} back="/products" {...setup} />
    </>
  );
}
