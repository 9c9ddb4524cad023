'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

interface ListGesturesProps {
  list: string;
  /** Where a layout is sent; the view whose columns are set goes with it. */
  saveAt: string;
  view: number | undefined;
}

/**
 * What a list can do besides its links and forms: Shift on a heading sorts by one column more, the edge of a heading sets
 * its width, and the columns menu works at once and by dragging. One listener for all of it, rows stay plain HTML.
 */
export function ListGestures({ list, saveAt, view }: ListGesturesProps) {
  const router = useRouter();
  useEffect(() => {
    const leave = new AbortController();
    const { signal } = leave;
    const save = async (change: { widths?: Record<string, number>; order?: string[] }) => {
      const answer = await fetch(saveAt, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ list, view, ...change }),
      }).catch(() => undefined);
      if (answer?.ok) router.refresh();
    };

    document.addEventListener(
      'click',
      (event) => {
        const heading = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-also]') : null;
        if (!heading || !event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        router.push(heading.dataset.also ?? '');
      },
      { signal },
    );
    document.addEventListener(
      'change',
      ({ target }) => {
        if (target instanceof HTMLInputElement && target.name === 'shown') target.form?.requestSubmit();
      },
      { signal },
    );
    // Drawn out, the parts that few people use come when they are reached for.
    let wanted = false;
    const reach = ({ target }: Event) => {
      if (wanted || !(target instanceof Element) || !target.closest('[data-resize], [data-grip]')) return;
      wanted = true;
      void import('./column-gestures').then(({ followColumnGestures }) => followColumnGestures(save, signal));
    };
    for (const type of ['pointerover', 'focusin', 'pointerdown'] as const) document.addEventListener(type, reach, { signal });
    return () => leave.abort();
  }, [router, list, saveAt, view]);
  return null;
}
