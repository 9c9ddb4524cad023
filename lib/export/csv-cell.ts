// OWASP, "CSV Injection" (owasp.org/www-community/attacks/CSV_Injection): a spreadsheet takes a cell that starts with = + - @,
// a tab, CR or LF for a formula or a command, the full-width and small forms included; `=cmd|'/C calc'!A0` starts a program.
// Some trim spaces and invisible characters first, so these do not hide the start. Nor does an apostrophe: a text that looks like
// one of ours gets another, so that a reader who takes one away always has the text.
const formulaStart = /^'*[\p{C}\p{Z}]*[=+\-@\t\r\n＝＋－＠﹦﹢﹣﹫]/u;

/**
 * What starts so and may stay: a number with its sign, and a phone. Neither holds a letter, a `!` or a `|`, so no cell,
 * function, sheet or DDE server can be named. A phone needs a space between digits or brackets behind its country, because a
 * spreadsheet would compute `+7-921-555` – it would name nothing, but it would no longer be the phone; `7 921` and `7(921)`
 * are no arithmetic. One way to match each text, so that a long one takes no time.
 */
const harmless = /^(?:[+-]\d+(?:[.,]\d+)?|\+\d{1,3}(?:[ \xa0]?\(\d{1,5}\)|[ \xa0]\d)(?:[ \xa0-]?\d)*)$/;

/** A text as a spreadsheet shows it and never computes it: a leading apostrophe before what it may take for a formula. */
export function neutralText(text: string): string {
  return formulaStart.test(text) && !harmless.test(text) ? `'${text}` : text;
}

/** A field of a file separated by `;`, or by what is given, after RFC 4180. */
export function csvField(text: string, separator: ';' | ',' = ';'): string {
  return (separator === ';' ? /[";\r\n]/ : /[",\r\n]/).test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
