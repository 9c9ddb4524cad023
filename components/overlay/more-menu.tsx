import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import buttons from '@/components/form/button.module.css';
import styles from './more-menu.module.css';

interface MoreMenuProps {
  /** The visible word. */
  label: string;
  /** What the menu is about, for those who do not see where it stands. */
  about: string;
  /** Links and forms of one button each. */
  children: ReactNode;
}

/** Actions of the second rank behind one button; it opens without JavaScript, too. */
export function MoreMenu({ label, about, children }: MoreMenuProps) {
  return (
    <details data-menu="" className={styles.menu}>
      <summary className={`${buttons.plain} ${styles.summary}`} title={about}>
        <IconDots size={16} stroke={1.6} aria-hidden="true" />
        {label}
      </summary>
      <div className={styles.panel}>{children}</div>
    </details>
  );
}
