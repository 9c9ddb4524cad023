'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A section's link that knows whether its section is open. */
export function NavLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  const path = usePathname();
  const open = path === href || (href !== '/' && path.startsWith(`${href}/`));
  return (
    <a href={href} className={className} aria-current={open ? 'page' : undefined}>
      {children}
    </a>
  );
}
