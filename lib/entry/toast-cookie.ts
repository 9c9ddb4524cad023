/** What is said after an act, and how it is taken back. */
export interface Toast {
  text: string;
  /** The operation that one press takes back. */
  operation?: number;
  /** The same for a change of many: its first operation. */
  group?: number;
  /** A problem: stays until it is closed. */
  bad?: boolean;
}

/** Carries a toast over a redirect; pages read it, the browser forgets it. */
export const toastCookie = 'toast';

/** A toast of a cookie's text; anything else is none. */
export function parseToast(text: string | undefined): Toast | undefined {
  if (!text) return undefined;
  try {
    const given: unknown = JSON.parse(text);
    return typeof given === 'object' && given !== null && 'text' in given && typeof given.text === 'string' ? (given as Toast) : undefined;
  } catch {
    return undefined;
  }
}
