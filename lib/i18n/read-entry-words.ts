import { getMessages } from 'next-intl/server';
import type { EntryWords } from './entry-words';

/** The words of forms in the visitor's language, unfilled: for the browser. */
export async function readEntryWords(): Promise<EntryWords> {
  return (await getMessages()).entry;
}
