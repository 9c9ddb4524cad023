import { useLocale, useTranslations } from 'next-intl';
import { DownloadWatch } from './download-watch';

/** Tells how far the downloads of a page have come, those of links with `data-export`; `symbol` is of the organisation's currency. */
export function FollowedDownloads({ symbol }: { symbol: string }) {
  const t = useTranslations('downloads');
  const locale = useLocale();
  const words = {
    waiting: t('waiting'),
    preparing: t('preparing'),
    progress: t.raw('progress'),
    of: t.raw('of'),
    stop: t('stop'),
    done: t.raw('done'),
    doneSum: t.raw('doneSum'),
    stopped: t('stopped'),
    failed: t('failed'),
    rows: t.raw('rows'),
  };
  return <DownloadWatch words={words} locale={locale} symbol={symbol} />;
}
