import { useTranslations } from 'next-intl';
import details from '@/components/clients/client-details.module.css';
import { showPhone } from '@/components/clients/show-phone';
import styles from '@/components/orders/order-card.module.css';
import { None } from '@/components/text/none';
import type { PastRecord } from '@/lib/domain/past/fold';
import { clientNames } from '@/lib/domain/past/names';
import { Erased } from './erased';

/** Everything that was written about a client. */
export function PastClient({ record: { snapshot, erased } }: { record: PastRecord }) {
  const t = useTranslations('clientForm');
  const shownValue = (name: (typeof clientNames)[number]) => {
    const value = String(snapshot[name] ?? '');
    if (erased.includes(name)) return <Erased />;
    if (!value) return <None />;
    return name === 'mobile_phone' ? showPhone(value) : value;
  };
  return (
    <dl className={`${details.facts} ${styles.section}`}>
      {clientNames.map((name) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>{shownValue(name)}</dd>
        </div>
      ))}
    </dl>
  );
}
