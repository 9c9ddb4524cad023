import { notFound } from 'next/navigation';
import { pageCtx } from '@/lib/entry/page';

/** Any address without a page of its own, inside the usual frame. */
export default async function MissingPage() {
  await pageCtx();
  notFound();
}
