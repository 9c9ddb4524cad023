import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConnectionFrame } from '@/components/exchange/connection-frame';
import { FindingList } from '@/components/exchange/finding-list';
import { RunSummary } from '@/components/exchange/run-summary';
import { StartRun } from '@/components/exchange/start-run';
import toolbar from '@/components/exchange/toolbar.module.css';
import { listExchangeRuns, listFindings } from '@/lib/domain/exchange/list-runs';
import type { RecordPageProps } from '../../../../../page-props';
import { switchConnectionAction } from '../../actions';
import { startRunAction, stopRunAction } from '../../exchange-actions';
import { connectionPage } from '../connection-page';

/** Runs and findings of a page. */
const shown = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange.tabs'))('first') };
}

export default async function FirstExchangePage(props: RecordPageProps) {
  const { id, ctx, connection, provider, format, t, given } = await connectionPage(props);
  const runs = await listExchangeRuns(ctx, { connectionId: id, limit: shown });
  const rehearsal = runs.find(({ kind }) => kind === 'rehearsal');
  const backfill = runs.find(({ kind }) => kind === 'backfill');
  const findings = rehearsal ? await listFindings(ctx, { runId: rehearsal.id, limit: shown }) : [];
  const running = [rehearsal, backfill].some((run) => run?.state === 'running');
  const frame = { connection, provider, format, problem: given.problem, switchState: switchConnectionAction };
  return (
    <ConnectionFrame {...frame} tab="first">
      <div className={toolbar.section} style={{ paddingBottom: 8 }}>
        <p>{t('first.text')}</p>
        {running ? null : (
          <div className={toolbar.range}>
            <StartRun id={id} tab="first" kind="rehearsal" label={t('first.rehearse')} primary={!rehearsal} action={startRunAction} />
            {rehearsal?.state === 'done' ? (
              <StartRun id={id} tab="first" kind="backfill" label={t('first.do')} primary action={startRunAction} />
            ) : null}
          </div>
        )}
      </div>
      {[backfill, rehearsal].map((run) =>
        run ? <RunSummary key={run.id} run={run} format={format} tab="first" stop={stopRunAction} /> : null,
      )}
      {findings.length > 0 ? <FindingList findings={findings} connectionId={id} format={format} /> : null}
    </ConnectionFrame>
  );
}
