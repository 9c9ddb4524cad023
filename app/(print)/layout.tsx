import './print.css';
import type { ReactNode } from 'react';
import styles from '@/components/print/print-page.module.css';

/** Paper: no sections, no strips. */
export default function PrintLayout({ children }: { children: ReactNode }) {
  return <main className={styles.page}>{children}</main>;
}
