import { hrefWith } from '@/components/data-table/list-url';
import { type MergeField, mergeFields } from '@/lib/domain/duplicates/merge-fields';
import type { FilterParams as ListParams } from '@/lib/entry/filter-params';

interface MergeUrl {
  main: number;
  other?: number;
  /** Fields that were chosen from the other one; undefined before anybody chose. */
  take?: readonly MergeField[];
}

/** «Nothing from the other», told apart from «not chosen yet». */
const nothing = '-';

/** The page of a merge, with the choices made so far: they outlive a refusal, and need no JavaScript. */
export function mergeHref({ main, other, take }: MergeUrl): string {
  const taken = take && (take.join('.') || nothing);
  return hrefWith('/clients/merge', { main: String(main), other: other === undefined ? undefined : String(other), take: taken });
}

/** The choices in an address. */
export function takeOf({ take }: ListParams): MergeField[] | undefined {
  if (take === undefined) return undefined;
  const taken = take.split('.');
  return mergeFields.filter((field) => taken.includes(field));
}
