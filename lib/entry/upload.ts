import { addFile } from '@/lib/domain/files/add-file';
import { fileTypeOf, headBytes } from '@/lib/domain/files/file-types';
import { fileName } from '@/lib/domain/files/schema';
import { getOrder } from '@/lib/domain/orders/get-order';
import { may } from '@/lib/domain/permissions';
import { ContentTooLarge, type Incoming, receiveContent } from '@/lib/files/content-store';
import { databaseMark, fileLimit, filesFolder } from '@/lib/files/folder';
import { markOwner } from '@/lib/files/sweep';
import { refuseCrossSite } from './authenticate';
import { BodySource } from './body';
import { isDoorError } from './errors';
import type { PageCtx } from './page';

/** Why a file was not attached; `orderParts.fileProblem` words it. */
export const fileProblems = ['too_large', 'type', 'empty', 'disk', 'broken', 'forbidden', 'missing', 'failed'] as const;
export type FileProblem = (typeof fileProblems)[number];

/** A file cannot be attached. */
export class UploadRefused extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem);
  }
}

/** What a form puts round its file, at most: borders, the fields' names. */
const wrapping = 64 * 1024;

/** The file of a form. A browser's form is taken apart in memory, which is why its whole body is held to the limit. */
async function fileIn(request: Request, limit: number): Promise<File> {
  const bytes = await new BodySource(request.body).read(limit + wrapping).catch((error: unknown) => {
    throw new UploadRefused(isDoorError(error) && error.code === 'too_large' ? 'too_large' : 'broken');
  });
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  const form = await new Response(new Uint8Array(bytes), { headers }).formData().catch(() => {
    throw new UploadRefused('broken');
  });
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) throw new UploadRefused('empty');
  return file;
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

async function receive(file: File): Promise<Incoming> {
  try {
    const chunks = file.stream() as unknown as AsyncIterable<Uint8Array>;
    return await receiveContent(filesFolder(), chunks, { limit: fileLimit(), headBytes });
  } catch (error) {
    if (error instanceof ContentTooLarge) throw new UploadRefused('too_large');
    throw isFull(error) ? new UploadRefused('disk') : error;
  }
}

/**
 * Attaches the file of a browser's form to an order: first the content stands on the disk for good, then a row names it.
 * Throws `UploadRefused`, or what the verbs and the check of the caller's site throw.
 */
export async function takeUpload(ctx: PageCtx, orderId: number, request: Request): Promise<void> {
  refuseCrossSite({ headers: Object.fromEntries(request.headers) });
  may(ctx, 'order.write');
  await getOrder(ctx, orderId);
  const file = await fileIn(request, fileLimit());
  const name = fileName(file.name);
  const incoming = await receive(file);
  try {
    const type = fileTypeOf(name, incoming.head);
    if (!type) throw new UploadRefused('type');
    await markOwner(filesFolder(), databaseMark());
    await incoming.keep();
    await addFile(ctx, { orderId, file: { name, type, size: incoming.size, sha256: incoming.sha256 } });
  } catch (error) {
    throw isFull(error) ? new UploadRefused('disk') : error;
  } finally {
    await incoming.discard();
  }
}
