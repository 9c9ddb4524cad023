import { IconAlertTriangle, IconCircleCheck, IconClock, IconPlayerPause } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { FaringConnection } from '@/lib/domain/connections/faring';
import type { Format } from '@/lib/i18n/format';
import styles from './connection-state.module.css';

/** Told apart by shape, word and – where somebody has to do something – colour. */
const shapes = {
  works: IconCircleCheck,
  idle: IconClock,
  waits: IconClock,
  failing: IconAlertTriangle,
  paused: IconPlayerPause,
  disabled: IconAlertTriangle,
};

/** The condition of a connection in a word. */
export function ConnectionState({ connection, format }: { connection: FaringConnection; format: Format }) {
  const t = useTranslations('exchange.conditions');
  const { condition, waitUntil } = connection;
  const Shape = shapes[condition];
  return (
    <span className={styles.state} data-condition={condition}>
      <Shape size={16} stroke={1.6} aria-hidden="true" />
      {condition === 'waits' ? t('waitsUntil', { time: format.time(waitUntil ?? 0) }) : t(condition)}
    </span>
  );
}
