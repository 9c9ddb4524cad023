/** A place in a sorted list: the values it is sorted by, of the last row seen, and how many rows stand before it. */
export interface Cursor {
  /** The sorting it belongs to, such as `-created_at`. */
  sorting: string;
  /** Rows before the place, as they were when it was made; for telling «51–100», not for finding it. */
  passed: number;
  keys: (string | number)[];
}

/** A place as it stands in an address. */
export function encodeCursor({ sorting, passed, keys }: Cursor): string {
  return Buffer.from(JSON.stringify([sorting, passed, ...keys])).toString('base64url');
}

/** The place of an address; undefined when it is none, or one of another sorting. */
export function decodeCursor(text: string | undefined, sorting: string): Cursor | undefined {
  if (!text || text.length > 4000) return undefined;
  try {
    const [own, passed, ...keys]: unknown[] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const known = keys.every((key): key is string | number => typeof key === 'string' || Number.isSafeInteger(key));
    const valid = own === sorting && known && Number.isSafeInteger(passed) && Number(passed) >= 0;
    return valid ? { sorting, passed: Number(passed), keys } : undefined;
  } catch {
    return undefined;
  }
}
