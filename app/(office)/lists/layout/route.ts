import { z } from 'zod';
import { isDomainError } from '@/lib/domain/errors';
import { columnWidth, listNames } from '@/lib/domain/preferences/schema';
import { signedInCtx } from '@/lib/entry/page';
import { applyColumns, firstColumns, ordered } from '../apply-layout';

const body = z.object({
  list: z.enum(listNames),
  view: z.int().positive().optional(),
  widths: z.record(z.string().max(40), z.int().min(columnWidth.min).max(columnWidth.max)).default({}),
  order: z.array(z.string().max(40)).max(60).default([]),
  /** The columns that are shown; left out, those that are. */
  shown: z.array(z.string().max(40)).max(60).optional(),
  /** As at first. */
  reset: z.boolean().default(false),
});

/** The columns of a list as they were set in the page: widths, order, which are shown. Other sites cannot send JSON here without being asked first. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await signedInCtx();
  if (!ctx) return Response.json({}, { status: 401 });
  const json = request.headers.get('content-type')?.startsWith('application/json');
  const parsed = body.safeParse(json ? await request.json().catch(() => undefined) : undefined);
  if (!parsed.success) return Response.json({}, { status: 400 });
  const { list, view, widths, order, shown, reset } = parsed.data;
  try {
    await applyColumns(ctx, { list, view }, (columns) =>
      ordered(reset ? firstColumns(list) : columns, order).map((column) => ({
        ...column,
        shown: shown ? shown.includes(column.name) : column.shown,
        width: widths[column.name] ?? column.width,
      })),
    );
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return Response.json({}, { status: 403 });
  }
  return new Response(null, { status: 204 });
}
