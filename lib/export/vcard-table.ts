import { inChunks, rowPieces } from './in-chunks';
import type { CellValue, Table, WriteContext } from './table';
import { vcardText } from './vcard';

/** Clients as cards, one after the other; needs the columns of clients. */
export function vcardTable(table: Table, context: WriteContext): AsyncIterable<Uint8Array> {
  return inChunks(cards(table, context));
}

async function* cards({ columns, rows }: Table, { cardVersion = '3.0' }: WriteContext): AsyncGenerator<string, void, undefined> {
  const at = Object.fromEntries(columns.map(({ name }, index) => [name, index]));
  const card = (row: readonly CellValue[]): string => {
    const text = (name: string) => String(row[at[name] ?? -1] ?? '');
    return vcardText(
      {
        // The same over all downloads: an address book takes a second one for the first.
        uid: `order-client-accounting-client-${text('id')}`,
        lastName: text('last_name'),
        firstName: text('first_name'),
        middleName: text('middle_name'),
        company: text('company'),
        phone: text('mobile_phone'),
        email: text('email'),
        address: text('address'),
        inn: text('inn'),
        comment: text('comment'),
        updatedAt: Number(row[at.updated_at ?? -1] ?? 0),
      },
      cardVersion,
    );
  };
  for await (const block of rows) yield* rowPieces(block, card);
}
