import { describe, expect, test } from 'vitest';
import { fileTypeOf } from './file-types';
import { fileName } from './schema';

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1')));
const png = bytes([0x89], 'PNG\r\n', [0x1a, 0x0a]);

describe('a kind is told by the name and the content together', () => {
  test.each([
    ['счёт.PDF', bytes('%PDF-1.7'), 'application/pdf'],
    ['фото.png', png, 'image/png'],
    ['фото.jpeg', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['фото.webp', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 '), 'image/webp'],
    ['прайс.xlsx', bytes('PK', [3, 4, 20]), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['архив.zip', bytes('PK', [5, 6, 0]), 'application/zip'],
    ['прайс.csv', Buffer.from('товар;цена\r\n', 'utf8'), 'text/csv'],
    ['старый.txt', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]), 'text/plain'],
  ])('%s', (name, head, type) => expect(fileTypeOf(name, head)).toBe(type));

  test.each([
    ['фото.png', bytes('<svg onload=alert(1)>')],
    ['звук.webp', bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt ')],
    ['страница.html', bytes('<html>')],
    ['рисунок.svg', bytes('<svg>')],
    ['программа.txt', bytes('MZ', [0x90, 0, 3])],
    ['программа.exe', bytes('MZ', [0x90, 0, 3])],
    ['без ничего', bytes('%PDF-1.7')],
    ['счёт.pdf.exe', bytes('%PDF-1.7')],
    ['пусто.pdf', bytes()],
  ])('%s is refused', (name, head) => expect(fileTypeOf(name, head)).toBeUndefined());
});

test.each([
  ['C:\\Users\\olga\\счёт.pdf', 'счёт.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['сч\u202eёт\u0000.pdf\r\n', 'счёт.pdf'],
  [`${'я'.repeat(300)}.xlsx`, `${'я'.repeat(175)}.xlsx`],
])('the name %j is kept as %j', (given, kept) => expect(fileName(given)).toBe(kept));
