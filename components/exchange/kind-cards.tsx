import { IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ConnectionKind } from '@/lib/domain/connections/schema';
import styles from './kind-cards.module.css';

/** What can be connected, each with what it is good for. */
export function KindCards({ kinds, title }: { kinds: readonly ConnectionKind[]; title: string }) {
  const t = useTranslations('exchange');
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.kinds}>
        {kinds.map((kind) => (
          <li key={kind}>
            <a href={`/settings/integrations/new/${kind}`} className={styles.kind}>
              <span>
                <b>{t(`kinds.${kind}`)}</b>
                <span className={styles.text}>{t(`kindTexts.${kind}`)}</span>
              </span>
              <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
