/** The `ETag` of a record: its own version. */
export function etag(version: number): Record<string, string> {
  return { etag: `"${version}"` };
}

/** The version an `If-Match` names (`"4"` and `W/"4"` alike); undefined for none or `*`, -1 when it can match nothing. */
export function versionOfIfMatch(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const match = /^\s*(?:W\/)?"(\d{1,15})"\s*$/.exec(header);
  return match ? Number(match[1]) : -1;
}
