/**
 * Why a file cannot be read as a table. `broken`: it ends early or contradicts itself; `too_large`: more text than is kept in
 * memory; `no_sheet`: the workbook has no sheet of the name that was asked for; `zip_bomb`: it unpacks to far more than it says
 * or than any table needs; the others say it themselves.
 */
export type UnreadableCode =
  | 'not_a_table'
  | 'too_many_columns'
  | 'too_many_rows'
  | 'too_wide_cell'
  | 'too_large'
  | 'zip_bomb'
  | 'macros'
  | 'external_entity'
  | 'encrypted'
  | 'broken'
  | 'empty'
  | 'old_xls'
  | 'no_sheet';

/** A file that is refused, with the row where it broke, as a spreadsheet numbers it, when there is one. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  constructor(
    readonly code: UnreadableCode,
    readonly row?: number,
    options?: ErrorOptions,
  ) {
    super(row === undefined ? code : `${code} in row ${row}`, options);
  }
}
