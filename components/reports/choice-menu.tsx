import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import menu from '@/components/data-table/menu.module.css';
import styles from './report-tools.module.css';

interface ChoiceMenuProps {
  label: string;
  /** What is chosen. */
  value: string;
  /** Whether it hangs from the end of its button. */
  end?: boolean;
  children: ReactNode;
}

/** A choice that stands in the address: its name, what is chosen, and links to the others. */
export function ChoiceMenu({ label, value, end = false, children }: ChoiceMenuProps) {
  return (
    <details data-menu="" className={menu.menu} key={value}>
      <summary className={styles.choice}>
        <span>{label}</span>
        <b>
          {value}
          <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
        </b>
      </summary>
      <div className={end ? menu.panel : `${menu.panel} ${menu.start}`}>{children}</div>
    </details>
  );
}

interface ChoiceProps {
  href: string;
  chosen: boolean;
  children: ReactNode;
}

export function Choice({ href, chosen, children }: ChoiceProps) {
  return (
    <a href={href} className={menu.choice} aria-current={chosen ? 'true' : undefined}>
      {children}
    </a>
  );
}
