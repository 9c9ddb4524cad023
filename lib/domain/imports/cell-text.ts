/** What a spreadsheet shows where a formula has no value; nobody means it as a text. */
export function isErrorText(text: string): boolean {
  return /^#(REF!|N\/A|Н\/Д|VALUE!|ЗНАЧ!|DIV\/0!|ДЕЛ\/0!|NAME\?|ИМЯ\?|NULL!|ПУСТО!|NUM!|ЧИСЛО!|ССЫЛКА!|SPILL!|CALC!)$/.test(text.trim());
}

/** The number of a record or of a version, as people and spreadsheets write it; undefined when it is none. */
export function recordNumber(text: string): number | undefined {
  const [, digits] = /^(?:№\s*)?(\d{1,15})(?:\.0+)?$/.exec(text.trim()) ?? [];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}
