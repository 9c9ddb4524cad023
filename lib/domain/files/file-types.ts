/** How the content of each kind of file begins; several are packed as zip, and text has no mark of its own. */
const zip = [0x50, 0x4b];
const kinds = {
  pdf: { type: 'application/pdf', marks: [[0x25, 0x50, 0x44, 0x46, 0x2d]] },
  png: { type: 'image/png', marks: [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]] },
  jpg: { type: 'image/jpeg', marks: [[0xff, 0xd8, 0xff]] },
  jpeg: { type: 'image/jpeg', marks: [[0xff, 0xd8, 0xff]] },
  webp: { type: 'image/webp', marks: [[0x52, 0x49, 0x46, 0x46]] },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', marks: [[...zip, 3, 4]] },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', marks: [[...zip, 3, 4]] },
  zip: {
    type: 'application/zip',
    marks: [
      [...zip, 3, 4],
      [...zip, 5, 6],
    ],
  },
  csv: { type: 'text/csv', marks: [] },
  txt: { type: 'text/plain', marks: [] },
} satisfies Record<string, { type: string; marks: number[][] }>;

/** Endings of names that may be attached, as the file picker wants them. */
export const allowedEndings = Object.keys(kinds).map((ending) => `.${ending}`);

/** Bytes at the beginning of a content that tell its kind. */
export const headBytes = 4096;

function beginsWith(head: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => head[at] === byte);
}

/** Whether the beginning of a content may be text: no control characters but tab and line ends, in any 8-bit alphabet. */
function looksLikeText(head: Uint8Array): boolean {
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

/** The media type of a file by its name and the beginning of its content; undefined when they disagree or it may not be. */
export function fileTypeOf(name: string, head: Uint8Array): string | undefined {
  const ending = /\.(\w{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = Object.entries(kinds).find(([known]) => known === ending)?.[1];
  if (!kind) return undefined;
  if (kind.marks.length === 0) return looksLikeText(head) ? kind.type : undefined;
  if (!kind.marks.some((mark) => beginsWith(head, mark))) return undefined;
  const isWebp = Buffer.from(head.subarray(8, 12)).toString('latin1') === 'WEBP';
  return ending === 'webp' && !isWebp ? undefined : kind.type;
}

/** Images a browser may show in place; anything else is only downloaded. */
export function isImage(type: string): boolean {
  return type === 'image/png' || type === 'image/jpeg' || type === 'image/webp';
}
