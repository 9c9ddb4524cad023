import { useTranslations } from 'next-intl';
import styles from './history.module.css';

const known = ['web', 'api', 'cli', 'import', 'system', '1c', 'tryton'] as const;

export function useSourceName() {
  const t = useTranslations('sources');
  return (source: string) => {
    const name = known.find((one) => one === source);
    return name ? t(name) : source;
  };
}

export function SourceTag({ source }: { source: string }) {
  const name = useSourceName();
  return <span className={styles.tag}>{name(source)}</span>;
}
