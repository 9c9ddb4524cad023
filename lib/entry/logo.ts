import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/env';

const signatures = [
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
] as const;

export interface Logo {
  bytes: Uint8Array;
  /** Media type. */
  type: 'image/png' | 'image/jpeg';
}

/** The organisation's logo among the stored files, by the sha256 in the settings; a missing or unknown picture is no logo. */
export async function readLogo(sha256: string): Promise<Logo | undefined> {
  if (!/^[\da-f]{64}$/.test(sha256)) return undefined;
  const file = join(env().DATA_DIR, 'files', sha256);
  const bytes = await readFile(/* turbopackIgnore: true */ file).catch(() => undefined);
  const known = bytes && signatures.find((signature) => signature.bytes.every((byte, at) => bytes[at] === byte));
  return known && bytes && { bytes, type: known.type };
}
