/**
 * Text as it is compared: NFKC, lower case in every script, ё→е. Done here and not by an engine's `lower`, which on SQLite
 * folds ASCII only, and elsewhere depends on the database's locale.
 */
export function fold(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase('ru').replaceAll('ё', 'е');
}
