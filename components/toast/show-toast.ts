import { parseToast, type Toast, toastCookie } from '@/lib/entry/toast-cookie';

const name = 'accounting:toast';

/** Says something at the edge of the page. */
export function showToast(toast: Toast): void {
  window.dispatchEvent(new CustomEvent<Toast>(name, { detail: toast }));
}

/** Calls `hear` for every toast until the answer is called. */
export function onToast(hear: (toast: Toast) => void): () => void {
  const listener = (event: Event) => hear((event as CustomEvent<Toast>).detail);
  window.addEventListener(name, listener);
  return () => window.removeEventListener(name, listener);
}

/** Takes the toast that an answer has left behind. */
export function takeToast(): Toast | undefined {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${toastCookie}=`));
  if (!found) return undefined;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http
  document.cookie = `${toastCookie}=; path=/; max-age=0`;
  return parseToast(decodeURIComponent(found.slice(toastCookie.length + 1)));
}
