import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CmlSource } from '../commerceml/document';
import { type CmlRecord, checkFile, readDocuments } from '../commerceml/read-documents';

/** Where the published schemas and three real files lie; nothing of them is in the repository. */
export const commercemlDir = process.env.COMMERCEML_DIR ?? resolve(import.meta.dirname, '../../../../../shared/commerceml');
export const hasRealFiles = existsSync(join(commercemlDir, 'xsd'));

/** The bytes of a file in pieces, so that signs and tags lie on the borders of some. */
export function sourceOf(bytes: Uint8Array, piece = 1000): CmlSource {
  return async function* pieces() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  };
}

export const realFile = (name: string) => sourceOf(readFileSync(join(commercemlDir, name)));

export async function recordsOf(open: CmlSource): Promise<CmlRecord[]> {
  await checkFile(open);
  const records: CmlRecord[] = [];
  for await (const record of readDocuments(open)) records.push(record);
  return records;
}

export async function documentsOf(open: CmlSource) {
  return (await recordsOf(open)).flatMap((record) => (record.kind === 'document' ? record.document : []));
}

export const utf8 = (text: string) => new TextEncoder().encode(text);
