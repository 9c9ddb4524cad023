/** An order that this one may repeat, in the words of its note. Browser-safe. */
export interface SimilarNote {
  id: number;
  title: string;
  text: string;
  open: string;
}

/** What the server knows about an order while it is written. */
export interface OrderHints {
  similar: SimilarNote | null;
  /** Kopecks this client paid last, by product name. */
  previous: Record<string, number>;
  /** Thousandths that are there, by product name; a product that no system tells of is not in it. */
  stock: Record<string, number>;
}

/** Asks what is known about an order like this one; undefined when that cannot be asked. */
export async function askOrderHints(client: string, products: readonly string[]): Promise<OrderHints | undefined> {
  try {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ client: Number(client), products });
    const response = await fetch('/orders/hints', { method: 'POST', headers, body });
    return response.ok ? ((await response.json()) as OrderHints) : undefined;
  } catch {
    return undefined;
  }
}
