'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { moveColumn } from './move-column';

/** What the route takes besides the list and its view. */
export interface LayoutSent {
  widths?: Record<string, number>;
  order?: string[];
  shown?: string[];
  reset?: boolean;
}

/** What the columns menu says, with the button that was pressed. */
function layoutOf(form: HTMLFormElement, submitter: HTMLElement | null): LayoutSent {
  const data = new FormData(form, submitter);
  if (data.has('at_first')) return { reset: true };
  return { order: moveColumn(data.getAll('order').map(String), String(data.get('move') ?? '')), shown: data.getAll('shown').map(String) };
}

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
    const save = async (change: LayoutSent) => {
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
    document.addEventListener(
      'submit',
      (event) => {
        if (!(event.target instanceof HTMLFormElement) || event.target.dataset.layoutForm === undefined) return;
        // Before React sends the form away and comes back with a new page: the menu stays open, the focus where it is.
        event.preventDefault();
        event.stopImmediatePropagation();
        const layout = layoutOf(event.target, event.submitter);
        // Boxes that nobody has touched follow what the page says next.
        if (layout.reset) event.target.reset();
        void save(layout);
      },
      { signal, capture: true },
    );
    // Drawn out, the parts that few people use come when they are reached for.
    let wanted = false;
    const reach = ({ target }: Event) => {
      if (wanted || !(target instanceof Element) || !target.closest('thead, [data-layout-form]')) return;
      wanted = true;
      void import('./column-gestures').then(({ followColumnGestures }) => followColumnGestures(save, signal));
    };
    for (const type of ['pointerover', 'focusin'] as const) document.addEventListener(type, reach, { signal });
    return () => leave.abort();
  }, [router, list, saveAt, view]);
  return null;
}
