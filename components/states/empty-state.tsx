import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  text?: string;
  /** The page's own heading, where nothing else stands on it. */
  heading?: 'h1' | 'h2';
  children?: ReactNode;
}

/** In place of rows or of a page: what happened, what it means, one thing to do. */
export function EmptyState({ icon, title, text, heading: Heading = 'h2', children }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <span className={styles.icon}>{icon}</span>
      <Heading className={styles.title}>{title}</Heading>
      {text ? <p className={styles.text}>{text}</p> : null}
      {children ? <div className={styles.actions}>{children}</div> : null}
    </div>
  );
}
