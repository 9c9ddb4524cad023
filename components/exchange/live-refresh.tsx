'use client';

import { IconRefresh } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import buttons from '@/components/form/button.module.css';
import toolbar from './toolbar.module.css';

/** ms between two looks. */
const every = 5000;

/** Reads the page's rows anew while somebody looks at them; without JavaScript its link does. */
export function LiveRefresh({ href, refresh }: { href: string; refresh: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && !document.querySelector('main dialog[open]')) router.refresh();
    }, every);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <span className={toolbar.end}>
      <a href={href} className={buttons.button}>
        <IconRefresh size={16} stroke={1.6} aria-hidden="true" />
        {refresh}
      </a>
    </span>
  );
}
