import type { ImportRecord } from '@/db/queries/imports';
import { isDomainError } from '@/lib/domain/errors';
import { fileName } from '@/lib/domain/files/schema';
import type { ImportEntity } from '@/lib/domain/imports/schema';
import { may } from '@/lib/domain/permissions';
import { beginImport } from '@/lib/import-files';
import { refuseCrossSite } from './authenticate';
import { BodySource } from './body';
import { isDoorError } from './errors';
import type { PageCtx } from './page';

/** Megabytes of a file that a browser without scripts sends: its form is taken apart in memory. */
export const plainFormLimit = 20;

/** Why a file was not taken, as `imports.problem` words it, and the row where it broke. */
export interface ImportProblem {
  problem: string;
  row?: number;
}

/** A form without a file, or one that is too long. */
class BadForm extends Error {
  constructor(readonly problem: 'empty' | 'too_large' | 'broken') {
    super(problem);
  }
}

/** What a form puts round its file, at most: borders, the fields' names. */
const wrapping = 64 * 1024;

async function fileOfForm(request: Request): Promise<File> {
  const bytes = await new BodySource(request.body).read(plainFormLimit * 1024 * 1024 + wrapping).catch((error: unknown) => {
    throw new BadForm(isDoorError(error) && error.code === 'too_large' ? 'too_large' : 'broken');
  });
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  const form = await new Response(new Uint8Array(bytes), { headers }).formData().catch(() => {
    throw new BadForm('broken');
  });
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) throw new BadForm('empty');
  return file;
}

/**
 * Takes the file of a request: the whole body under a name of its own, as scripts send it, or a browser's plain form.
 * Throws what `beginImport` and the check of the caller's site throw.
 */
export async function takeImport(ctx: PageCtx, entity: ImportEntity, name: string | null, request: Request): Promise<ImportRecord> {
  refuseCrossSite({ headers: Object.fromEntries(request.headers) });
  may(ctx, 'import.write');
  if (name === null) {
    const file = await fileOfForm(request);
    return beginImport(ctx, { entity, fileName: fileName(file.name), content: file.stream() as unknown as AsyncIterable<Uint8Array> });
  }
  if (!request.body) throw new BadForm('empty');
  return beginImport(ctx, { entity, fileName: fileName(name), content: request.body as unknown as AsyncIterable<Uint8Array> });
}

/** What stands against a file, by what was thrown; undefined for what nobody expected. */
export function importProblemOf(error: unknown): ImportProblem | undefined {
  if (error instanceof BadForm) return { problem: error.problem };
  if (isDoorError(error)) return { problem: 'forbidden' };
  if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return { problem: 'disk' };
  if (!isDomainError(error)) return undefined;
  const { code, details } = error;
  if (code === 'forbidden') return { problem: 'forbidden' };
  const reason = /^file_(\w+)$/.exec(code)?.[1];
  const { row } = details.values ?? {};
  if (!reason) return undefined;
  return { problem: reason, ...(typeof row === 'number' && row > 0 ? { row } : {}) };
}
