import type { ClientChoice } from './client-choice';

/** Asks who is meant; undefined when that cannot be asked. Not in the address: logs keep addresses. */
export async function searchClients(search: string): Promise<ClientChoice[] | undefined> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/clients/find', { method: 'POST', headers, body: JSON.stringify({ search: search.slice(0, 200) }) });
    return response.ok ? ((await response.json()) as { clients: ClientChoice[] }).clients : undefined;
  } catch {
    return undefined;
  }
}
