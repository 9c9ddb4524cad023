import { getEngine } from '@/db/client';
import { exchangesBefore } from '@/db/queries/exchanges';
import { createConnection } from '@/lib/domain/connections/create-connection';
import type { Ctx } from '@/lib/domain/context';
import { oneC } from '@/lib/integrations/1c/provider';
import { oneCSettings } from '@/lib/integrations/1c/settings';
import { OneCClient, type OneCSetup, type Send } from '@/lib/integrations/1c/testing/one-c-client';
import { call } from './api';
import { systemCtx } from './people';

export const oneCPassword = 'пароль для 1С';

/** Sends to the API of this process. */
export const inProcess: Send = async ({ method, url, headers, body }) => {
  const { 'content-type': contentType, ...rest } = headers;
  const reply = await call(method, url, undefined, { as: null, headers: rest, raw: { contentType, bytes: body } });
  return { status: reply.status, headers: reply.headers, bytes: reply.bytes };
};

export interface TestConnection {
  id: number;
  address: string;
  /** A 1C that knows the password, unless told otherwise. */
  client: (setup?: Partial<OneCSetup>) => OneCClient;
  /** What its journal tells, oldest first: step, outcome, code of the note. */
  journal: () => Promise<string[]>;
}

async function journalOf(connectionId: number): Promise<string[]> {
  const rows = await getEngine().read((tx) => exchangesBefore(tx, { connectionId, limit: 100 }));
  return rows.reverse().map(({ subject, outcome, note }) => `${subject} ${outcome} ${(JSON.parse(note) as { code: string }).code}`);
}

/** A connection with 1C, and 1C. */
export async function connectOneC(settings: Record<string, string> = {}, ctx: Ctx = systemCtx()): Promise<TestConnection> {
  const { connection } = await createConnection(ctx, {
    kind: '1c',
    name: '1С',
    topics: oneC.topics,
    settings: oneCSettings.parse({ login: 'магазин', ...settings }),
    secrets: [{ name: 'password', origin: 'password', value: oneCPassword }],
  });
  const address = `/api/1c/${connection.id}/exchange`;
  const known = { send: inProcess, address, login: 'магазин', password: oneCPassword, version: '2.10' };
  const journal = () => journalOf(connection.id);
  return { id: connection.id, address, journal, client: (setup = {}) => new OneCClient({ ...known, ...setup }) };
}
