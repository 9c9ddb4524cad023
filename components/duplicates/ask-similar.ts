import { comparedFields, type Similar } from './similar';

/** Asks who has the same contacts; undefined when that cannot be asked. Not in the address: logs keep addresses. */
export async function askSimilar(form: HTMLFormElement): Promise<Similar[] | undefined> {
  const data = new FormData(form);
  const typed = Object.fromEntries([...comparedFields, 'id'].map((name) => [name, String(data.get(name) ?? '')]));
  if (comparedFields.every((name) => !typed[name]?.trim())) return [];
  try {
    const response = await fetch('/clients/similar', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(typed),
    });
    return response.ok ? ((await response.json()) as { similar: Similar[] }).similar : undefined;
  } catch {
    return undefined;
  }
}
