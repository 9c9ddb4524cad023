import { z } from 'zod';
import { clientChoice } from '@/components/clients/client-choice-of';
import { suggestClients } from '@/lib/domain/clients/list-clients';
import { signedInCtx } from '@/lib/entry/page';

const body = z.object({ search: z.string().max(200) });
const most = 10;

/** For the client of an order while he is looked for, by any piece of name, company, phone or e-mail. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await signedInCtx();
  if (!ctx) return Response.json({}, { status: 401 });
  const parsed = body.safeParse(await request.json().catch(() => undefined));
  if (!parsed.success) return Response.json({}, { status: 400 });
  const clients = await suggestClients(ctx, parsed.data.search, most);
  return Response.json({ clients: clients.map(clientChoice) }, { headers: { 'cache-control': 'no-store' } });
}
