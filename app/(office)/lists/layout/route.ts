import { z } from 'zod';
import { isDomainError } from '@/lib/domain/errors';
import { columnWidth, listNames } from '@/lib/domain/preferences/schema';
import { signedInCtx } from '@/lib/entry/page';
import { applyColumns, ordered } from '../apply-layout';

const body = z.object({
  list: z.enum(listNames),
  view: z.int().positive().optional(),
  widths: z.record(z.string().max(40), z.int().min(columnWidth.min).max(columnWidth.max)).default({}),
  order: z.array(z.string().max(40)).max(60).default([]),
});

/** What was dragged in a list: widths and order of its columns. Other sites cannot send JSON here without being asked first. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await signedInCtx();
  if (!ctx) return Response.json({}, { status: 401 });
  const json = request.headers.get('content-type')?.startsWith('application/json');
  const parsed = body.safeParse(json ? await request.json().catch(() => undefined) : undefined);
  if (!parsed.success) return Response.json({}, { status: 400 });
  const { list, view, widths, order } = parsed.data;
  try {
    await applyColumns(ctx, { list, view }, (columns) =>
      ordered(columns, order).map((column) => ({ ...column, width: widths[column.name] ?? column.width })),
    );
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return Response.json({}, { status: 403 });
  }
  return new Response(null, { status: 204 });
}
