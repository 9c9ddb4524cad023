'use client';

import { IconPrinter } from '@tabler/icons-react';
import buttons from '@/components/form/button.module.css';

/** Opens the browser's own dialog; without JavaScript its menu does the same. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" className={buttons.primary} onClick={() => window.print()}>
      <IconPrinter size={16} stroke={1.6} aria-hidden="true" />
      {label}
    </button>
  );
}
