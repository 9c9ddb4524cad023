const longest = 31;
// Excel keeps these names for itself.
const reserved = new Set(['history', 'журнал']);

/** A name that Excel takes and no other sheet of the book has: at most 31 characters, none of `[]:*?/\`; the second gets a 2. */
export function sheetName(title: string, taken: readonly string[]): string {
  const clean = title
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replace(/^[\s']+|[\s']+$/g, '')
    .replace(/\s+/g, ' ');
  const used = new Set([...taken.map((name) => name.toLowerCase()), ...reserved]);
  const plain = shorten(clean || 'Sheet', '');
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? plain : shorten(clean || 'Sheet', ` ${number}`);
    if (!used.has(name.toLowerCase())) return name;
  }
}

function shorten(name: string, end: string): string {
  return (
    name
      .slice(0, longest - end.length)
      .replace(/[\ud800-\udbff]$/, '')
      .trimEnd() + end
  );
}
