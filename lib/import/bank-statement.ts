import { createReadStream } from 'node:fs';
import { maxCellLength, maxRows } from './limits';
import type { SheetCell, SheetRow, SheetSource } from './sheet';
import { UnreadableFile } from './unreadable-file';

/** How the exchange format of bank clients with 1C begins (its description: https://v8.1c.ru/tekhnologii/obmen-dannymi-i-integratsiya/standarty-i-formaty/standart-obmena-s-sistemami-klient-banka/). */
const firstLine = '1CClientBankExchange';

type Encoding = 'windows-1251' | 'ibm866' | 'utf-8';
const encodings: readonly Encoding[] = ['utf-8', 'windows-1251', 'ibm866'];

/** Bytes in which the encoding is told. */
const headBytes = 2000;
/** Rows in a block. */
const blockSize = 200;

/** The columns a statement becomes; a bank's own words stand behind each in `cellsOf`. */
const headings = ['Номер документа', 'Дата', 'Сумма', 'Плательщик', 'ИНН плательщика', 'Назначение платежа'];

/** Whether a file is a bank statement, by its beginning: in every encoding its first line is the same bytes. */
export function isBankStatement(head: Buffer): boolean {
  const start = head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  return head.toString('latin1', start, start + firstLine.length) === firstLine;
}

/** The encoding that makes sense of the word for it; most banks write windows-1251. */
function encodingOf(head: Buffer): Encoding {
  const tells = (encoding: Encoding) => /^Кодировка=/m.test(new TextDecoder(encoding).decode(head.subarray(0, headBytes)));
  return encodings.find(tells) ?? 'windows-1251';
}

interface Line {
  no: number;
  name: string;
  value: string;
}

async function* linesOf(path: string, encoding: Encoding): AsyncGenerator<Line> {
  const decoder = new TextDecoder(encoding);
  let rest = '';
  let no = 0;
  const lineOf = (text: string): Line => {
    no += 1;
    if (no > maxRows) throw new UnreadableFile('too_many_rows');
    const [name = '', ...value] = text.split('=');
    return { no, name: name.trim(), value: value.join('=').trim() };
  };
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    if (rest.length > maxCellLength) throw new UnreadableFile('too_wide_cell', no + 1);
    for (const line of lines) yield lineOf(line);
  }
  yield lineOf((rest + decoder.decode()).replace(/\r$/, ''));
}

type Section = Partial<Record<string, string>>;

/** A document that credits the account the statement is of. */
function isIncoming(
  { ПолучательСчет: to, ПлательщикСчет: from, ПолучательРасчСчет, ДатаСписано }: Section,
  accounts: Set<string>,
): boolean {
  if (accounts.size === 0) return !ДатаСписано;
  const receivers = [to, ПолучательРасчСчет].filter((account) => account !== undefined);
  return receivers.some((account) => accounts.has(account)) && !accounts.has(from ?? '');
}

/** The payer's name; some banks put the taxpayer number before it. */
function payerOf({ Плательщик1, Плательщик = '' }: Section): string {
  return (Плательщик1 || Плательщик).replace(/^ИНН\s*\d+\s*/, '');
}

/** What a payment is for; long ones go on in numbered fields. */
function purposeOf(section: Section): string {
  const parts = [1, 2, 3, 4, 5, 6].flatMap((n) => section[`НазначениеПлатежа${n}`] || []);
  return section.НазначениеПлатежа || parts.join(' ');
}

function cellsOf(section: Section): SheetCell[] {
  const { Номер = '', Дата = '', ДатаПоступило, Сумма = '', ПлательщикИНН = '' } = section;
  const texts = [Номер, ДатаПоступило || Дата, Сумма, payerOf(section), ПлательщикИНН, purposeOf(section)];
  return texts.map((text) => ({ text, kind: 'text' }));
}

/** The incoming documents under a heading row. A statement that breaks off is refused as a whole. */
async function* readRows(path: string, encoding: Encoding): AsyncGenerator<SheetRow[]> {
  const accounts = new Set<string>();
  let block: SheetRow[] = [{ no: 1, cells: headings.map((text) => ({ text, kind: 'text' })) }];
  let open: { no: number; section: Section } | undefined;
  let ended = false;
  let last = 1;
  for await (const { no, name, value } of linesOf(path, encoding)) {
    last = no;
    if (ended || name === '') continue;
    if (name === 'КонецФайла') ended = true;
    else if (name === 'СекцияДокумент') {
      if (open) throw new UnreadableFile('broken', no);
      open = { no, section: {} };
    } else if (name === 'КонецДокумента') {
      if (!open) throw new UnreadableFile('broken', no);
      if (isIncoming(open.section, accounts)) block.push({ no: open.no, cells: cellsOf(open.section) });
      open = undefined;
      if (block.length < blockSize) continue;
      yield block;
      block = [];
    } else if (open) open.section[name] = value;
    else if (name === 'РасчСчет' && value) accounts.add(value);
  }
  if (!ended || open) throw new UnreadableFile('broken', last);
  if (block.length > 0) yield block;
}

/**
 * A bank statement (`1CClientBankExchange`) as a table of the money that came in; what went out is left out. A row is numbered by
 * the line its document begins in. Reading its rows throws {@link UnreadableFile}.
 */
export function openBankStatement(path: string, head: Buffer): SheetSource {
  const encoding = encodingOf(head);
  return { format: 'bank', encoding: encoding === 'ibm866' ? undefined : encoding, rows: () => readRows(path, encoding) };
}
