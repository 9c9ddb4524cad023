/** Characters that stand for themselves in RFC 5987, beside letters and digits. */
const plain = /[!'()*]/g;

/**
 * A file that is to be kept, under its name: RFC 6266 with the name in UTF-8 (RFC 5987) and one in ASCII for whoever cannot
 * read that.
 */
export function attachment(name: string, ascii: string): string {
  const encoded = encodeURIComponent(name).replace(plain, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encoded}`;
}
