import { inLatinLayout, inRussianLayout, toLatin, toRussian } from './letters';
import { normalise } from './normalise';

/**
 * What may have been meant by a search that found nothing: the same keys in the other layout, the same sounds in the other
 * alphabet, the likeliest first. Normalised, and none like the search itself.
 */
export function alternativeSearches(typed: string): string[] {
  const text = normalise(typed);
  const meant = /[а-я]/.test(text) ? [inLatinLayout(text), toLatin(text)] : [inRussianLayout(text), toRussian(text)];
  return [...new Set(meant.map(normalise))].filter((other) => other !== '' && other !== text);
}
