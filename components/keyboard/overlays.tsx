'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { Dialog } from '@/components/overlay/dialog';
import { Palette, type PaletteProps } from '@/components/palette/palette';

export interface OverlaysProps {
  open: 'palette' | 'shortcuts' | undefined;
  onClose: () => void;
  words: PaletteProps['words'] & Record<'shortcuts' | 'close', string>;
  find: PaletteProps['find'];
  /** The table of all keys, in the user's language. */
  shortcuts: () => Promise<ReactNode>;
}

/** What keys open over any page. */
export function Overlays({ open, onClose, words, find, shortcuts }: OverlaysProps) {
  const [table, setTable] = useState<ReactNode>(null);

  useEffect(() => {
    if (open === 'shortcuts') void shortcuts().then(setTable, onClose);
  }, [open, shortcuts, onClose]);

  return (
    <>
      <Palette open={open === 'palette'} onClose={onClose} words={words} find={find} />
      <Dialog open={open === 'shortcuts'} onClose={onClose} title={words.shortcuts} shape="wide" closeLabel={words.close}>
        {table}
      </Dialog>
    </>
  );
}
