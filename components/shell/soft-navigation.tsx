'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import { focusRow, rememberedRow } from '../data-table/list-rows';
import { noteRecent } from '../palette/recent';
import styles from './soft-navigation.module.css';

/** The plain link of a click that the browser would follow in this window. */
function plainLink(event: MouseEvent): HTMLAnchorElement | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const ours = link && link.origin === location.origin && !link.target && !link.download && !link.pathname.startsWith('/api/');
  return ours && !(link.hash && link.pathname === location.pathname) ? link : undefined;
}

/** The address a search or filter form leads to, without its empty fields. */
function addressOf(form: HTMLFormElement, submitter: HTMLElement | null): string {
  const fields = [...new FormData(form, submitter)].filter(
    (field): field is [string, string] => typeof field[1] === 'string' && field[1] !== '',
  );
  const query = new URLSearchParams(fields).toString();
  return new URL(form.action).pathname + (query && `?${query}`);
}

/**
 * Follows plain links and search forms without loading the whole page anew: one listener for all of them, so that
 * rows stay plain HTML. The old page stays until the new one is there, under a line that says so.
 */
export function SoftNavigation() {
  const router = useRouter();
  const path = usePathname();
  const [pending, go] = useTransition();
  const shown = useRef(path);
  const clicked = useRef<HTMLAnchorElement>(undefined);

  useEffect(() => {
    function onClick(event: MouseEvent) {
      const link = plainLink(event);
      if (!link) return;
      event.preventDefault();
      for (const menu of document.querySelectorAll('details[open]')) if (menu.contains(link)) menu.removeAttribute('open');
      clicked.current = link;
      go(() => router.push(link.pathname + link.search + link.hash));
    }
    function onSubmit(event: SubmitEvent) {
      const form = event.target;
      if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== 'get') return;
      event.preventDefault();
      go(() => router.push(addressOf(form, event.submitter)));
    }
    document.addEventListener('click', onClick);
    document.addEventListener('submit', onSubmit);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('submit', onSubmit);
    };
  }, [router]);

  useEffect(() => {
    const { current: link } = clicked;
    if (!pending || !link) return undefined;
    link.dataset.pending = '';
    return () => {
      delete link.dataset.pending;
      clicked.current = undefined;
    };
  }, [pending]);

  useEffect(() => {
    noteRecent(path);
    if (shown.current === path) return;
    shown.current = path;
    const row = rememberedRow();
    if (row) focusRow(row);
    else document.querySelector('h1')?.focus({ preventScroll: true });
  }, [path]);

  // Of a section that is pointed at only the route is asked for, not its rows: kept for minutes, they would be old ones.
  // Its code comes with them at the first press, and is there from then on.
  useEffect(() => {
    function onPoint(event: Event) {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('header nav a') : null;
      if (link && link.pathname !== location.pathname) router.prefetch(link.pathname);
    }
    document.addEventListener('pointerover', onPoint, { passive: true });
    document.addEventListener('focusin', onPoint);
    return () => {
      document.removeEventListener('pointerover', onPoint);
      document.removeEventListener('focusin', onPoint);
    };
  }, [router]);

  return pending ? <div className={styles.line} role="presentation" /> : null;
}
