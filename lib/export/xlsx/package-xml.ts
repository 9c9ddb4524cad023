/** What parts of a workbook begin with, and the names they are known by. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const packages = 'http://schemas.openxmlformats.org/package/2006';

/** Relations of a part, numbered `rId1`… in the order given. */
export function relations(targets: readonly [type: string, target: string][]): string {
  const lines = targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`);
  return `${declaration}<Relationships xmlns="${packages}/relationships">${lines.join('')}</Relationships>`;
}

/** A sheet's name as it stands before the `!` of a reference. */
export function quotedName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
