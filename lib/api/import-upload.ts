import type { ImportRecord } from '@/db/queries/imports';
import type { Ctx } from '@/lib/domain/context';
import { fieldError } from '@/lib/domain/errors';
import { type ImportEntity, type ImportReading, importEntities } from '@/lib/domain/imports/schema';
import { may } from '@/lib/domain/permissions';
import type { Upload } from '@/lib/entry/endpoint';
import { DoorError } from '@/lib/entry/errors';
import { uploadLimit } from '@/lib/files/uploads';
import { beginImport } from '@/lib/import-files';

/** What a file may be sent as, beside a form. */
export const importTypes = [
  'text/csv',
  'text/vcard',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
] as const;

/** Bytes of a form with a file in it: it is taken apart in memory, with up to three times as much. A larger file comes as the body itself. */
const formLimit = 32 * 1024 * 1024;

interface Asked {
  entity?: ImportEntity;
  /** How a file that is the body itself is called. */
  name?: string;
  reading?: ImportReading;
}

function entityOf(given: unknown): ImportEntity {
  const entity = importEntities.find((known) => known === given);
  if (!entity) throw fieldError('entity', given ? 'one_of' : 'required', { allowed: importEntities.join(', ') });
  return entity;
}

async function fromForm(ctx: Ctx, { contentType, body }: Upload, { entity, reading }: Asked): Promise<ImportRecord> {
  const bytes = await body.read(Math.min(formLimit, uploadLimit()));
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData().catch(() => {
    throw new DoorError('bad_body', { reason: 'multipart/form-data' });
  });
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) throw fieldError('file', 'required');
  const content = file.stream() as unknown as AsyncIterable<Uint8Array>;
  return beginImport(ctx, { entity: entityOf(form.get('entity') ?? entity), fileName: file.name, content, asked: reading });
}

/**
 * Takes in a file to import: as the body itself, which goes to the disk as it comes, or in the field `file` of a form. Throws
 * `validation`, `too_large`, `unsupported_media_type`, and what `beginImport` throws.
 */
export async function takeImport(ctx: Ctx, upload: Upload, asked: Asked): Promise<ImportRecord> {
  may(ctx, 'import.write');
  const media = upload.contentType.split(';')[0]?.trim().toLowerCase();
  if (media === 'multipart/form-data') return fromForm(ctx, upload, asked);
  if (!importTypes.some((type) => type === media)) {
    throw new DoorError('unsupported_media_type', { types: [...importTypes, 'multipart/form-data'].join(', ') });
  }
  const name = asked.name || (media === 'text/csv' ? 'import.csv' : media === 'text/vcard' ? 'import.vcf' : 'import.xlsx');
  return beginImport(ctx, { entity: entityOf(asked.entity), fileName: name, content: upload.body.chunks(), asked: asked.reading });
}
