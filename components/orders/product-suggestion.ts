/** A product as a line's field offers it; texts as they are shown, values as they are typed. Browser-safe. */
export interface ProductSuggestion {
  id: number;
  name: string;
  sku: string;
  unit: string;
  /** As a person types it; empty when there is none. */
  price: string;
  /** Basis points; empty is «без НДС». */
  vat_rate: string;
  /** «14 900,00 ₽». */
  shownPrice: string;
  /** «12.10.2026 было 2 150,00», or that the client has not bought it. */
  shownLast: string;
}

/** A pasted name among the products. */
export interface PasteMatch {
  product: ProductSuggestion | null;
  similar: ProductSuggestion[];
}

interface Asked {
  search?: string;
  names?: string[];
  client: string;
}

interface Answer {
  products: ProductSuggestion[];
  matches: PasteMatch[];
}

/** Asks the catalogue; undefined when it cannot be asked. Not in the address: logs keep addresses. */
export async function askProducts(asked: Asked): Promise<Answer | undefined> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/products/suggest', { method: 'POST', headers, body: JSON.stringify(asked) });
    return response.ok ? ((await response.json()) as Answer) : undefined;
  } catch {
    return undefined;
  }
}
