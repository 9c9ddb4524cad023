'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

interface NavLinkProps {
  href: string;
  /** Where the section's pages begin, when the link leads to one of them. */
  section?: string;
  className?: string;
  children: ReactNode;
}

/** A section's link that knows whether its section is open. */
export function NavLink({ href, section = href, className, children }: NavLinkProps) {
  const path = usePathname();
  const open = path === section || (section !== '/' && path.startsWith(`${section}/`));
  return (
    <a href={href} className={className} aria-current={open ? 'page' : undefined}>
      {children}
    </a>
  );
}
