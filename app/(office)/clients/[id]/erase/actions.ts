'use server';

import { eraseClient } from '@/lib/domain/privacy/erase-client';
import { numberIn, press } from '@/lib/entry/action';
import { removeContent } from '@/lib/files/content-store';
import { filesFolder } from '@/lib/files/folder';
import { resumeImports } from '@/lib/import-runner';

/** Erases a client whose number was typed once more: this cannot be undone. */
export async function eraseClientAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'id') ?? 0;
  const typed = String(data.get('number') ?? '').replace(/[^\d]/g, '');
  const page = `/clients/${id}/erase`;
  return press(page, async (ctx) => {
    if (typed !== String(id)) return `${page}?problem=wrong_number#number`;
    const { contents } = await eraseClient(ctx, { id, expectedVersion: numberIn(data, 'version') });
    for (const sha256 of contents) await removeContent(filesFolder(), sha256);
    // Files of imports that have ended with it.
    await resumeImports(ctx.db);
    return `/clients/${id}`;
  });
}
