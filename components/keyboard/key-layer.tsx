'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { closeMenu } from './close-menu';
import { isTyping, keyOf, places, pressKey } from './keys';
import type { OverlaysProps } from './overlays';

/** How long `G` waits for its second letter, ms. */
const patience = 1200;

type KeyLayerProps = Omit<OverlaysProps, 'open' | 'onClose'> & {
  /** Whether single letters act; `Ctrl K` and the others always do. */
  letters: boolean;
  mayOrder: boolean;
};

/** Every key that works everywhere. What they open is loaded when it is first asked for. */
export function KeyLayer({ letters, mayOrder, ...overlays }: KeyLayerProps) {
  const router = useRouter();
  const [Overlays, setOverlays] = useState<typeof import('./overlays')['Overlays']>();
  const [open, setOpen] = useState<OverlaysProps['open']>();
  const went = useRef(0);

  useEffect(() => {
    async function show(what: NonNullable<OverlaysProps['open']>) {
      const module = await import('./overlays');
      setOverlays(() => module.Overlays);
      setOpen(what);
    }
    /** Through the page's own link where there is one, so that a form may ask before it is left. */
    function go(path: string) {
      const link = document.querySelector<HTMLElement>(`a[href="${path}"]`);
      if (link) link.click();
      else router.push(path);
    }
    function act(key: string): boolean {
      if (Date.now() - went.current < patience && places[key]) {
        went.current = 0;
        go(places[key]);
        return true;
      }
      went.current = 0;
      if (key === '?') {
        void show('shortcuts');
        return true;
      }
      if (key === '/') return pressKey('/');
      if (key === 'Escape') return closeMenu() || pressKey('Escape');
      if (!letters || !/^[A-Z[\]]$/.test(key)) return false;
      if (key !== 'G') {
        const pressed = pressKey(key);
        if (!pressed && key === 'N' && mayOrder) go('/orders/new');
        return pressed || key === 'N';
      }
      went.current = Date.now();
      return true;
    }
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Alt') document.documentElement.dataset.keys = '';
      if (event.defaultPrevented || event.isComposing) return;
      const key = keyOf(event);
      const control = event.ctrlKey || event.metaKey;
      if (control && !event.shiftKey && !event.altKey && key === 'K') {
        event.preventDefault();
        void show('palette');
        return;
      }
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const undo =
        control && !event.shiftKey && key === 'Z' ? [...document.querySelectorAll<HTMLElement>('[data-undo]')].at(-1) : undefined;
      undo?.click();
      const plain = !control && !event.altKey && (!event.shiftKey || key === '?');
      if (undo || (plain && act(key))) event.preventDefault();
    }
    function onKeyUp(event: KeyboardEvent) {
      if (event.key === 'Alt') delete document.documentElement.dataset.keys;
    }
    function onBlur() {
      delete document.documentElement.dataset.keys;
    }
    function onClick(event: MouseEvent) {
      if (event.target instanceof Element) closeMenu(event.target);
      const opener = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-opens]') : null;
      if (!opener) return;
      event.preventDefault();
      void show(opener.dataset.opens === 'shortcuts' ? 'shortcuts' : 'palette');
    }
    // Keys act from now on; until then every link and form works as the browser has it.
    document.documentElement.dataset.ready = '';
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('keyup', onKeyUp);
    document.addEventListener('click', onClick);
    window.addEventListener('blur', onBlur);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('keyup', onKeyUp);
      document.removeEventListener('click', onClick);
      window.removeEventListener('blur', onBlur);
    };
  }, [router, letters, mayOrder]);

  return Overlays ? <Overlays {...overlays} open={open} onClose={() => setOpen(undefined)} /> : null;
}
