/** What a table may have. The rows are Excel's, the text of a cell too. */
export const maxColumns = 500;
export const maxRows = 1_048_576;
/** Characters of one cell. */
export const maxCellLength = 32_767;
/** Rows handed over at once. */
export const blockSize = 500;
