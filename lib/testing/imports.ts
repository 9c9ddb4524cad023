import type { Ctx } from '@/lib/domain/context';
import { getImport, type ImportView } from '@/lib/domain/imports/get-import';
import { type ImportEntity, type ImportMapping, matchKeys } from '@/lib/domain/imports/schema';
import { setMapping } from '@/lib/domain/imports/set-mapping';
import { beginImport } from '@/lib/import-files';
import { driveImport } from '@/lib/import-runner';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A table as a CSV file with `;`. */
export function csvOf(rows: readonly (readonly string[])[]): Buffer {
  const field = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return Buffer.from(`\ufeff${rows.map((row) => row.map(field).join(';')).join('\r\n')}\r\n`);
}

interface Options {
  entity?: ImportEntity;
  mapping?: Partial<ImportMapping>;
  fileName?: string;
}

/** Takes a file in and looks it through, by what was guessed of it where nothing else is said. */
export async function checkedImport(ctx: Ctx, content: Buffer, options: Options = {}): Promise<ImportView> {
  const { entity = 'client', mapping = {}, fileName = 'клиенты.csv' } = options;
  const { id } = await beginImport(ctx, { entity, fileName, content: once(content) });
  const guessed = await getImport(ctx, id);
  await setMapping(ctx, id, { ...guessed.mapping, matchBy: [...matchKeys[entity]], ...mapping });
  await driveImport(ctx.db, id);
  return getImport(ctx, id);
}
