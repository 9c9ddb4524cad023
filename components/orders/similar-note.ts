/** An order that this one may repeat, in the words of its note. Browser-safe. */
export interface SimilarNote {
  id: number;
  title: string;
  text: string;
  open: string;
}

/** Asks for an order like this one; null when there is none, undefined when that cannot be asked. */
export async function askSimilarOrder(client: string, products: readonly string[]): Promise<SimilarNote | null | undefined> {
  try {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ client: Number(client), products });
    const response = await fetch('/orders/similar', { method: 'POST', headers, body });
    return response.ok ? ((await response.json()) as { similar: SimilarNote | null }).similar : undefined;
  } catch {
    return undefined;
  }
}
