'use server';

import { revalidatePath } from 'next/cache';
import { productFormSetup, productValues } from '@/components/products/product-form-setup';
import type { Ctx } from '@/lib/domain/context';
import { createProduct } from '@/lib/domain/products/create-product';
import { deleteProduct } from '@/lib/domain/products/delete-product';
import { editProduct } from '@/lib/domain/products/edit-product';
import { getProduct } from '@/lib/domain/products/get-product';
import { restoreProduct } from '@/lib/domain/products/restore-product';
import { priceForm, productFields } from '@/lib/domain/products/schema';
import { numberIn, press, submit } from '@/lib/entry/action';
import type { FormState, StaleRecord } from '@/lib/entry/form-state';
import { submitOnce } from '@/lib/entry/idempotency';
import { pageFormat } from '@/lib/entry/page';

async function currentProduct(ctx: Ctx, id: number): Promise<StaleRecord> {
  const [product, format] = await Promise.all([getProduct(ctx, id), pageFormat()]);
  const { words, vatRates } = await productFormSetup(product.vatRate);
  const { name = '', sku = '', unit = '', price = '', vat_rate } = productValues(product, format);
  const vat = vatRates.find(({ value }) => value === vat_rate)?.label ?? '';
  const facts = Object.entries({ name, sku, unit, price, vat_rate: vat });
  return {
    version: product.version,
    facts: facts.map(([field, value]) => ({ label: words[field as keyof typeof words], value })),
  };
}

/** Adds or changes a product, whichever the form is about. */
export async function saveProductAction(previous: FormState, data: FormData): Promise<FormState> {
  const id = numberIn(data, 'id');
  return submit({
    previous,
    data,
    schema: productFields,
    run: async (ctx, input, values) => {
      if (id === undefined) {
        const run = (once: Ctx) => createProduct(once, input);
        const form = { path: '/products/new', key: values.form_key, content: input, run };
        return `/products/${await submitOnce(ctx, { ...form, idOf: (product) => product.id })}`;
      }
      await editProduct(ctx, { id, input, expectedVersion: numberIn(values, 'over') ?? numberIn(values, 'version') });
      return `/products/${id}`;
    },
    current: (ctx) => currentProduct(ctx, id ?? 0),
  });
}

/** A page of the list, and nothing else that a form may name. */
function listPage(back: string | undefined): string {
  return back !== undefined && /^\/products(\?[\x21-\x7e]*)?$/.test(back) ? back : '/products';
}

/** The price alone, in its place in the list. */
export async function savePriceAction(previous: FormState, data: FormData): Promise<FormState> {
  return submit({
    previous,
    data,
    schema: priceForm,
    run: async (ctx, input, values) => {
      await editProduct(ctx, { id: numberIn(values, 'id') ?? 0, input, expectedVersion: numberIn(values, 'version') });
      // The address may spell the same search in another way (`%20`, `+`): the browser would keep the rows it has.
      revalidatePath('/products');
      return listPage(values.back);
    },
  });
}

export async function deleteProductAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'id') ?? 0;
  return press(`/products/${id}`, async (ctx) => {
    await deleteProduct(ctx, { id, expectedVersion: numberIn(data, 'version') });
    return `/products/${id}`;
  });
}

export async function restoreProductAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'id') ?? 0;
  return press(`/products/${id}`, async (ctx) => {
    await restoreProduct(ctx, id);
    return `/products/${id}`;
  });
}
