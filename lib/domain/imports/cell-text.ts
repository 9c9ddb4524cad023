import type { CellProblem, RowCells } from './schema';

/** What a spreadsheet shows where a formula has no value; nobody means it as a text. */
export function isErrorText(text: string): boolean {
  return /^#(REF!|N\/A|Н\/Д|VALUE!|ЗНАЧ!|DIV\/0!|ДЕЛ\/0!|NAME\?|ИМЯ\?|NULL!|ПУСТО!|NUM!|ЧИСЛО!|ССЫЛКА!|SPILL!|CALC!)$/.test(text.trim());
}

/** The number of a record or of a version, as people and spreadsheets write it; undefined when it is none. */
export function recordNumber(text: string): number | undefined {
  const [, digits] = /^(?:№\s*)?(\d{1,15})(?:\.0+)?$/.exec(text.trim()) ?? [];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}

/** Numbers that are none, and cells whose formula has failed. */
export function cellProblems({ fields }: RowCells): CellProblem[] {
  const problems: CellProblem[] = [];
  for (const field of ['id', 'version']) {
    const text = fields[field]?.trim() ?? '';
    if (text !== '' && recordNumber(text) === undefined) problems.push({ field, rule: 'import_id' });
  }
  for (const [field, text] of Object.entries(fields)) if (isErrorText(text ?? '')) problems.push({ field, rule: 'import_formula_error' });
  return problems;
}
