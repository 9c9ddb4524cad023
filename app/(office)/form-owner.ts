import type { FormOwner } from '@/components/form/form-keeper';
import type { PageCtx } from '@/lib/entry/page';
import { signInAgainAction } from '../(auth)/login/again';

/** Whose form a page shows: his drafts are kept apart, and his password brings an ended session back. */
export function formOwner({ actor }: PageCtx): FormOwner {
  return { userId: actor.id, name: actor.name, signInAgain: signInAgainAction };
}
