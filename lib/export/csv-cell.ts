// Spreadsheets take a cell that starts so for a formula or a command; the full-width forms become the plain ones there.
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text as a spreadsheet shows it and never computes it: a leading apostrophe before what it may take for a formula. */
export function neutralText(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** A field of a `;`-separated file after RFC 4180. */
export function csvField(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
