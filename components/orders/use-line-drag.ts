'use client';

import { type PointerEvent as ReactPointerEvent, useRef, useState } from 'react';

function rowUnder(y: number, body: HTMLTableSectionElement): number | undefined {
  const row = [...body.rows].find((one) => {
    const { top, bottom, height } = one.getBoundingClientRect();
    return height > 0 && y >= top && y < bottom;
  });
  return row?.sectionRowIndex;
}

/** A row is dragged by its grip, with a mouse or a finger, and changes places with every row the pointer comes to. */
export function useLineDrag(move: (from: number, to: number) => void) {
  const [dragged, setDragged] = useState<number | null>(null);
  const latest = useRef(move);
  latest.current = move;

  function start(event: ReactPointerEvent<HTMLElement>, index: number) {
    const body = event.currentTarget.closest('tbody');
    if (event.button !== 0 || !body) return;
    event.preventDefault();
    let from = index;
    setDragged(from);
    // On the window: the grip itself is taken out and put in again when its row moves, and would lose the pointer.
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener(
      'pointermove',
      ({ clientY }) => {
        const to = rowUnder(clientY, body);
        if (to === undefined || to === from) return;
        latest.current(from, to);
        from = to;
        setDragged(to);
      },
      { signal },
    );
    for (const name of ['pointerup', 'pointercancel'])
      window.addEventListener(
        name,
        () => {
          stop.abort();
          setDragged(null);
        },
        { signal },
      );
  }
  return { dragged, start };
}
