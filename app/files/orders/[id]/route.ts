import { isDomainError } from '@/lib/domain/errors';
import { isDoorError } from '@/lib/entry/errors';
import { signedInCtx } from '@/lib/entry/page';
import { type FileProblem, takeUpload, UploadRefused } from '@/lib/entry/upload';
import { log } from '@/lib/log';

interface Params {
  params: Promise<{ id: string }>;
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}

function problemOf(error: unknown): FileProblem {
  if (error instanceof UploadRefused) return error.problem;
  if (isDoorError(error) || (isDomainError(error) && error.code === 'forbidden')) return 'forbidden';
  log().error({ err: error }, 'upload failed');
  return 'failed';
}

/** A form with a file, sent by a browser with or without JavaScript: it goes back to the order's card either way. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  const card = `/orders/${/^[1-9]\d{0,14}$/.test(id) ? id : '0'}`;
  const ctx = await signedInCtx();
  if (!ctx) return goTo(`/login?next=${encodeURIComponent(card)}`);
  try {
    await takeUpload(ctx, Number(card.slice('/orders/'.length)), request);
    // The query tells this address from the card's own: to a router, one that differs in its end alone is the page it has.
    return goTo(`${card}?attached=1#files`);
  } catch (error) {
    if (isDomainError(error) && error.code === 'not_found') return goTo(card);
    return goTo(`${card}?file_problem=${problemOf(error)}#files`);
  }
}
