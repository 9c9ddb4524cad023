/** What becomes of a delivery. `dead`: tried in vain, or refused; it waits for somebody. `merged`: told by a later one of its record. */
export const deliveryStates = ['queued', 'running', 'done', 'merged', 'dead', 'skipped'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** `refused`: there was an answer, and it was no. `failed`: there was none. */
export const exchangeOutcomes = ['ok', 'refused', 'failed'] as const;
export type ExchangeOutcome = (typeof exchangeOutcomes)[number];

/** What happened, as a code that `messages/*.json` (`exchange.notes`) words. */
export interface ExchangeNote {
  code: string;
  values?: Record<string, string | number>;
}
