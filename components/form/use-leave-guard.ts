'use client';

import { useEffect, useRef, useState } from 'react';

/** A link that leads away from this page, in this window. */
function linkAway(event: MouseEvent): HTMLAnchorElement | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.target || link.download || link.origin !== location.origin) return undefined;
  return link.hash && link.pathname + link.search === location.pathname + location.search ? undefined : link;
}

/** Stands before every link of the page while something is not saved: its click is stopped and asked about. */
export function useLeaveGuard(isDirty: () => boolean) {
  const [asked, setAsked] = useState<HTMLAnchorElement>();
  const leaving = useRef(false);
  const dirty = useRef(isDirty);
  dirty.current = isDirty;

  useEffect(() => {
    const unsaved = () => !leaving.current && dirty.current();
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener(
      'click',
      (event) => {
        const link = linkAway(event);
        if (!link || 'leaves' in link.dataset || !unsaved()) return;
        event.preventDefault();
        event.stopPropagation();
        setAsked(link);
      },
      // Before `SoftNavigation`, which listens on the document too.
      { capture: true, signal },
    );
    window.addEventListener(
      'beforeunload',
      (event) => {
        if (unsaved()) event.preventDefault();
      },
      { signal },
    );
    return () => stop.abort();
  }, []);

  return {
    asking: asked !== undefined,
    stay: () => setAsked(undefined),
    /** Leaves by the link that was asked about, or by this one. */
    leave: (link = asked) => {
      leaving.current = true;
      setAsked(undefined);
      link?.click();
    },
  };
}
