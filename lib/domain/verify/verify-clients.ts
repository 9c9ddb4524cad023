import type { Tx } from '@/db/engines/engine';
import { checkedClients, journalVersions } from '@/db/queries/check';
import { clientText } from '../clients/client-text';
import { versionProblems } from './verify-versions';

const batch = 1000;

/** Every client's searched text, made again from the client, and his version. At most 20 problems. */
export async function verifyClients(tx: Tx, step: (records: number) => void): Promise<string[]> {
  const problems: string[] = [];
  for (let after = 0; problems.length < 20; ) {
    const page = await checkedClients(tx, after, batch);
    const last = page.at(-1)?.client.id;
    const clients = page.map(({ client }) => client);
    problems.push(...versionProblems('client', clients, await journalVersions(tx, 'client', after, last)));
    const wrong = page.filter(({ client, text }) => text !== clientText(client));
    problems.push(...wrong.map(({ client }) => `client ${client.id}: the searched text is not that of the client`));
    if (last === undefined) break;
    step(page.length);
    after = last;
  }
  return problems.slice(0, 20);
}
