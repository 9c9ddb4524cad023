import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardVersions } from '../export/table';
import { type Contact, vcardText } from '../export/vcard';
import { guessColumns } from './header';
import { opened, refusal, rowsOf, textsOf } from './testing/table-files';

const nobody: Contact = {
  uid: 'a-1',
  lastName: '',
  firstName: '',
  middleName: '',
  company: '',
  phone: '',
  email: '',
  address: '',
  inn: '',
  comment: '',
  updatedAt: Date.UTC(2026, 2, 1, 12),
};

/** The one card of a file as cells by their headings. */
async function cardOf(text: string | Buffer): Promise<Record<string, string>> {
  const [headings = [], ...rows] = await textsOf(text);
  expect(rows).toHaveLength(1);
  return Object.fromEntries(headings.map((heading, at) => [heading, rows[0]?.[at] ?? '']));
}

const crlf = (...lines: string[]) => lines.map((line) => `${line}\r\n`).join('');
const card = (...lines: string[]) => crlf('BEGIN:VCARD', ...lines, 'END:VCARD');

describe('cards of our own', () => {
  /** As the forms take it: no control characters, no white space around. */
  const line = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim());
  const lines = fc.array(line, { maxLength: 4 }).map((all) => all.join('\n').trim());
  const contact = fc.record({
    lastName: line,
    firstName: line,
    middleName: line,
    company: line,
    phone: fc.stringMatching(/^\+7\d{10}$/),
    email: fc.emailAddress(),
    address: line,
    inn: fc.stringMatching(/^\d{10}$/),
    comment: lines,
  });

  test.each(cardVersions)('of version %s come back as they went, whatever is in them', async (version) => {
    await fc.assert(
      fc.asyncProperty(fc.array(contact, { minLength: 1, maxLength: 5 }), async (all) => {
        const text = all.map((one) => vcardText({ ...nobody, ...one }, version)).join('');
        const [, ...rows] = await textsOf(text);
        const expected = all.map(({ lastName, firstName, middleName, company, phone, email, address, inn, comment }) => [
          ...[lastName, firstName, middleName, '', company, phone, '', email, '', address, inn, comment],
        ]);
        expect(rows).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  test.each(cardVersions)('of version %s keep to 76 bytes a line and name their version', (version) => {
    const text = vcardText({ ...nobody, lastName: 'Ё'.repeat(100), comment: 'строка\nдругая; с, запятой\\' }, version);
    for (const each of text.split('\r\n')) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(76);
    expect(text).toContain(`\r\nVERSION:${version}\r\n`);
    expect(text).toContain('\r\nREV:20260301T120000Z\r\n');
    expect(text).toContain('NOTE:строка\\nдругая; с\\, запятой\\\\');
  });

  test('of a company has its name, and no person', async () => {
    const text = vcardText({ ...nobody, company: 'ООО «Ель»' }, '3.0');
    expect(text).toContain('\r\nFN:ООО «Ель»\r\n');
    expect(await cardOf(text)).toMatchObject({ 'ФИО (FN)': '', 'Фамилия (N)': '', 'Компания (ORG)': 'ООО «Ель»' });
  });
});

test('the headings are known to the import of clients', async () => {
  const [headings = []] = await textsOf(vcardText(nobody, '3.0'));
  expect(guessColumns('client', headings)).toEqual([
    ...['last_name', 'first_name', 'middle_name', 'full_name', 'company', 'mobile_phone', null, 'email', null, 'address', 'inn', 'comment'],
  ]);
});

describe('cards of others', () => {
  test('of version 2.1: quoted-printable in their own charset, bare types, soft breaks', async () => {
    const text = card(
      'VERSION:2.1',
      'N;CHARSET=WINDOWS-1251;ENCODING=QUOTED-PRINTABLE:=CF=E5=F2=F0=EE=E2;=C8=E2=E0=ED;;;',
      'FN;CHARSET=WINDOWS-1251;ENCODING=QUOTED-PRINTABLE:=C8=E2=E0=ED',
      'TEL;HOME;VOICE:+74951112233',
      'TEL;CELL;PREF:+79161112233',
      'NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=D0=B4=D0=B0=0D=0A=',
      '=D0=BD=D0=B5=D1=82',
    );
    expect(await cardOf(text)).toMatchObject({
      'Фамилия (N)': 'Петров',
      'Имя (N)': 'Иван',
      'Телефон (TEL)': '+79161112233',
      'Другие телефоны (TEL)': '+74951112233',
      'Комментарий (NOTE)': 'да\nнет',
    });
  });

  test('of an iPhone: groups, several addresses, a photograph', async () => {
    const text = card(
      'VERSION:3.0',
      'PRODID:-//Apple Inc.//iPhone OS 17.0//EN',
      'N:Ли;Анна;;;',
      'FN:Анна Ли',
      'ORG:ООО Ромашка;Отдел продаж',
      'item1.EMAIL;type=INTERNET;type=pref:anna@example.com',
      'EMAIL;type=INTERNET;type=WORK:a.lee@example.com',
      'item1.X-ABLabel:_$!<Work>!$_',
      'TEL;type=WORK;type=VOICE:+7 (495) 111-22-33',
      'TEL;type=iPhone;type=CELL;type=VOICE:+7 916 111-22-33',
      'item2.ADR;type=HOME:;;ул. Мира\\, 1;Москва;;101000;Россия',
      `PHOTO;ENCODING=b;TYPE=JPEG:${'A'.repeat(200_000)}`,
      ' AAAA',
    );
    expect(await cardOf(text)).toMatchObject({
      'Компания (ORG)': 'ООО Ромашка, Отдел продаж',
      'Телефон (TEL)': '+7 916 111-22-33',
      'E-mail (EMAIL)': 'anna@example.com',
      'Другие e-mail (EMAIL)': 'a.lee@example.com',
      'Адрес (ADR)': '101000, Россия, Москва, ул. Мира, 1',
    });
  });

  test('of version 4.0: numbers as addresses, folded within a word', async () => {
    const text = card(
      'VERSION:4.0',
      'FN:Только имя',
      'TEL;VALUE=uri;TYPE="voice,cell":tel:+79161112233;ext=5',
      'NOTE:длин',
      ' ная',
      '\tзаметка',
    );
    expect(await cardOf(text)).toMatchObject({
      'ФИО (FN)': 'Только имя',
      'Телефон (TEL)': '+79161112233',
      'Комментарий (NOTE)': 'длиннаязаметка',
    });
  });

  test('with bare line feeds, lower case, blank lines and a byte order mark', async () => {
    const text = '\ufeff\nbegin:vcard\nversion:3.0\nfn:Анна\nend:vcard\n\n';
    expect(await cardOf(text)).toMatchObject({ 'ФИО (FN)': 'Анна' });
    expect(await opened(text)).toMatchObject({ format: 'vcf', encoding: 'utf-8' });
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(card('VERSION:2.1', 'FN:Ёж'), 'utf16le')]);
    expect(await cardOf(wide)).toMatchObject({ 'ФИО (FN)': 'Ёж' });
  });
});

describe('a damaged file is refused', () => {
  test.each([
    ['a card without an end', `${card('FN:А')}BEGIN:VCARD\r\nFN:Б\r\n`],
    ['a card in a card', crlf('BEGIN:VCARD', 'FN:А', 'BEGIN:VCARD', 'FN:Б', 'END:VCARD')],
    ['words between cards', `${card('FN:А')}что-то\r\n`],
  ])('with %s', async (_, text) => {
    expect(await refusal(text)).toMatch(/^broken/);
  });

  test('of any bytes, with a code and never otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        const source = await opened(`BEGIN:VCARD\r\n${text}\r\nEND:VCARD\r\n`).catch((error: Error) => error);
        if (source instanceof Error) expect(source.name).toBe('UnreadableFile');
        else await rowsOf(source).catch((error: Error) => expect(error.name).toBe('UnreadableFile'));
      }),
      { numRuns: 300 },
    );
  });
});
