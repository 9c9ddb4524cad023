import { useTranslations } from 'next-intl';
import styles from './history.module.css';
import type { ValueSetting } from './value-text';

const known = ['web', 'api', 'cli', 'import', 'system', '1c', 'tryton'] as const;

/** Where a change came from, as people call it. */
export function sourceName(t: ValueSetting['t'], source: string): string {
  const name = known.find((one) => one === source);
  return name ? t(`sources.${name}`) : source;
}

export function SourceTag({ source }: { source: string }) {
  return <span className={styles.tag}>{sourceName(useTranslations(), source)}</span>;
}
