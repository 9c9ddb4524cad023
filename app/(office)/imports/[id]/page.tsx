import { redirect } from 'next/navigation';
import { importHref, stepOf } from '@/components/imports/import-url';
import { getImport } from '@/lib/domain/imports/get-import';
import { found, pageCtxFor, recordId } from '@/lib/entry/page';
import type { RecordPageProps } from '../../../page-props';

/** An import without a step is gone on with where it stands. */
export default async function ImportPage({ params }: RecordPageProps) {
  const id = recordId((await params).id);
  const { state } = await found(getImport(await pageCtxFor('import.write'), id));
  redirect(importHref(id, stepOf(state)));
}
