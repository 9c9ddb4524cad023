import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import styles from '@/components/exchange/exchange-text.module.css';
import { noteText } from '@/components/exchange/journal-list';
import { exchangeWords } from '@/components/exchange/words';
import { PageHead } from '@/components/shell/page-head';
import { getExchange } from '@/lib/domain/deliveries/list-exchanges';
import { found, pageCtxFor, pageFormat, recordId } from '@/lib/entry/page';

interface EntryPageProps {
  params: Promise<{ id: string; entry: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange.journal'))('one') };
}

export default async function ExchangePage({ params }: EntryPageProps) {
  const { id, entry } = await params;
  const ctx = await pageCtxFor('connection.manage');
  const [exchange, format, t] = await Promise.all([found(getExchange(ctx, recordId(entry))), pageFormat(), exchangeWords()]);
  if (exchange.connectionId !== recordId(id)) notFound();
  const { at, durationMs, direction, subject, status, note, request, answer } = exchange;
  const under = [format.exact(at), t(`journal.${direction}`), status === null ? '' : String(status), t('journal.ms', { n: durationMs })];
  return (
    <>
      <PageHead
        title={noteText(t, note)}
        parent={{ href: `/settings/integrations/${id}/journal`, label: t('tabs.journal') }}
        under={under.filter(Boolean).join(' · ')}
      />
      <div className={styles.texts}>
        <p className={styles.subject}>{subject}</p>
        <section>
          <h2>{t('journal.asked')}</h2>
          {request ? <pre>{request}</pre> : <p className="muted">{t('journal.noText')}</p>}
        </section>
        <section>
          <h2>{t('journal.answered')}</h2>
          {answer ? <pre>{answer}</pre> : <p className="muted">{t('journal.noText')}</p>}
        </section>
        <p className="muted">{t('journal.masked')}</p>
      </div>
    </>
  );
}
