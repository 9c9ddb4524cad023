import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { runCounts } from '@/lib/domain/exchange/schema';
import type { RunView } from '@/lib/domain/exchange/view-run';
import type { Format } from '@/lib/i18n/format';
import { LiveRefresh } from './live-refresh';
import toolbar from './toolbar.module.css';
import { told, useExchangeWords } from './words';

interface RunSummaryProps {
  run: RunView;
  format: Format;
  tab: 'first' | 'reconciliation';
  stop: (data: FormData) => Promise<never>;
}

/** How far a run has come, or what it came to, in one line; a rehearsal tells what would be. */
export function RunSummary({ run, format, tab, stop }: RunSummaryProps) {
  const t = useTranslations('exchange.run');
  const words = useExchangeWords();
  const { id, connectionId, kind, state, counts, problem, createdAt, finishedAt, groupId } = run;
  const group = kind === 'rehearsal' ? 'planned' : 'did';
  const parts = runCounts
    .filter((name) => name !== 'seen')
    .flatMap((name) => (counts[name] ? [words(`run.${group}.${name}`, { n: counts[name] })] : []));
  const seen = t('seen', { n: counts.seen ?? 0 });
  return (
    <div className={toolbar.bar} role="status">
      <span>
        <b>{words(`run.kinds.${kind}`)}</b>, {format.longDateTime(finishedAt ?? createdAt)}: {t(`states.${state}`)}. {seen}
        {parts.length > 0 ? `: ${parts.join(', ')}.` : '.'} {problem ? `${told(words, 'problems', problem)}.` : ''}
      </span>
      {state === 'running' ? (
        <>
          <form action={stop}>
            <input type="hidden" name="id" value={connectionId} />
            <input type="hidden" name="run" value={id} />
            <input type="hidden" name="tab" value={tab} />
            <button type="submit" className={buttons.button}>
              {t('stop')}
            </button>
          </form>
          <LiveRefresh href={`/settings/integrations/${connectionId}/${tab}`} refresh={words('refresh')} />
        </>
      ) : null}
      {groupId === null ? null : <a href={`/history?group=${groupId}`}>{t('operations')}</a>}
    </div>
  );
}
