import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { RecordLink } from '@/lib/domain/exchange/list-record-links';

interface LinkedLineProps {
  links: readonly RecordLink[];
  /** Whether the reader may open connections. */
  opens: boolean;
}

/** «Связано: 1С № А-12, Tryton № 5»; nothing for a record that is only here. */
export function LinkedLine({ links, opens }: LinkedLineProps) {
  const t = useTranslations('exchange');
  if (links.length === 0) return null;
  return (
    <p className="quiet">
      {t('linked')}:{' '}
      {links.map(({ connectionId, name, number }, at) => {
        const word = t('linkNo', { name, no: number });
        return (
          <Fragment key={connectionId}>
            {at > 0 ? ', ' : null}
            {opens ? <a href={`/settings/integrations/${connectionId}`}>{word}</a> : word}
          </Fragment>
        );
      })}
    </p>
  );
}
