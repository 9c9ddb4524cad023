import type { ClientChoice } from './client-choice';
import { showPhone } from './show-phone';

interface ApiClient {
  id: number;
  first_name: string;
  last_name: string;
  middle_name: string | null;
  mobile_phone: string | null;
  email: string | null;
}

/** Asks the API with the browser's own session; undefined when it cannot be asked. */
export async function searchClients(search: string): Promise<ClientChoice[] | undefined> {
  try {
    const response = await fetch('/api/clients/get/', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ search, forgiving: true, limit: 10 }),
    });
    if (!response.ok) return undefined;
    const { clients } = (await response.json()) as { clients: ApiClient[] };
    return clients.map(({ id, first_name, last_name, middle_name, mobile_phone, email }) => ({
      id,
      name: [last_name, first_name, middle_name].filter(Boolean).join(' ') || email || `№ ${id}`,
      line: [mobile_phone && showPhone(mobile_phone), email].filter(Boolean).join(' · '),
    }));
  } catch {
    return undefined;
  }
}
