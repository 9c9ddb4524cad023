/** A file as an order names it; its content is kept elsewhere, under its sha256. */
export interface FileFacts {
  name: string;
  /** Media type. */
  type: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** Characters of a name that is kept. */
const longest = 180;

/** The name of a file as it is kept: without folders, control characters and what turns the writing round. */
export function fileName(given: string): string {
  const base = given.split(/[\\/]/).at(-1) ?? '';
  const clean = base
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = Array.from(clean);
  if (letters.length <= longest) return clean;
  const ending = /\.\w{1,8}$/.exec(clean)?.[0] ?? '';
  return letters.slice(0, longest - ending.length).join('') + ending;
}
