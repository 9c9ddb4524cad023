import type ru from '@/lib/i18n/messages/ru/pages.json';
import { pageWords } from '@/lib/i18n/page-words';
import type { Note } from './visit';

type NoteKey = keyof (typeof ru)['exchange']['notes'];

/** What happened, for whoever looks into the log of 1C: that is in Russian. */
export function sentence({ code, values = {} }: Note): string {
  return pageWords('ru')(`exchange.notes.${code as NoteKey}`, values as never);
}
