import { IconChecks } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { hrefWith } from '@/components/data-table/list-url';
import { ConnectionFrame } from '@/components/exchange/connection-frame';
import { tabHref } from '@/components/exchange/connection-tabs';
import { FindingList } from '@/components/exchange/finding-list';
import { RunSummary } from '@/components/exchange/run-summary';
import { StartRun } from '@/components/exchange/start-run';
import toolbar from '@/components/exchange/toolbar.module.css';
import buttons from '@/components/form/button.module.css';
import { CheckPager } from '@/components/imports/check-pager';
import { EmptyState } from '@/components/states/empty-state';
import { getExchangeRun, listExchangeRuns, listFindings } from '@/lib/domain/exchange/list-runs';
import { findingKinds } from '@/lib/domain/exchange/schema';
import type { RecordPageProps } from '../../../../../page-props';
import { switchConnectionAction } from '../../actions';
import { fixFindingsAction, startRunAction, stopRunAction } from '../../exchange-actions';
import { connectionPage, placeIn } from '../connection-page';

/** Runs looked through for the last comparison; findings of a page. */
const shown = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange.tabs'))('reconciliation') };
}

export default async function ReconciliationPage(props: RecordPageProps) {
  const { id, ctx, connection, provider, format, t, given } = await connectionPage(props);
  const runs = await listExchangeRuns(ctx, { connectionId: id, limit: shown });
  const last = runs.find(({ kind }) => kind === 'reconciliation');
  const run = last && (await getExchangeRun(ctx, last.id));
  const kind = findingKinds.find((known) => known === given.kind);
  const after = placeIn(given, 'after');
  const found = run ? await listFindings(ctx, { runId: run.id, kind, after, limit: shown + 1 }) : [];
  const findings = found.slice(0, shown);
  const path = tabHref(id, 'reconciliation');
  const open = run?.found.find((entry) => entry.kind === kind)?.open ?? 0;
  const frame = { connection, provider, format, problem: given.problem, switchState: switchConnectionAction };
  return (
    <ConnectionFrame {...frame} tab="reconciliation">
      {run ? <RunSummary run={run} format={format} tab="reconciliation" stop={stopRunAction} /> : null}
      <div className={toolbar.bar}>
        {run && run.found.length > 0 ? (
          <nav aria-label={t('finding.title')} className={toolbar.filters}>
            <a href={path} aria-current={kind === undefined ? 'true' : undefined}>
              {t('finding.all')}
            </a>
            {run.found.map((entry) => (
              <a key={entry.kind} href={hrefWith(path, { kind: entry.kind })} aria-current={entry.kind === kind ? 'true' : undefined}>
                {t(`finding.kinds.${entry.kind}`)} <b className="num">{format.number(entry.count)}</b>
              </a>
            ))}
          </nav>
        ) : null}
        <span className={toolbar.end}>
          {run && kind && open > 0 && (kind === 'differs' || kind === 'missing_here' || kind === 'missing_there') ? (
            <form action={fixFindingsAction}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="tab" value="reconciliation" />
              <input type="hidden" name="run" value={run.id} />
              <button type="submit" name="kind" value={kind} className={buttons.button}>
                {t('finding.fixAll', { n: open })}
              </button>
            </form>
          ) : null}
          {run?.state === 'running' ? null : (
            <StartRun
              id={id}
              tab="reconciliation"
              kind="reconciliation"
              label={t('finding.compare')}
              primary={!run}
              action={startRunAction}
            />
          )}
        </span>
      </div>
      {findings.length > 0 ? (
        <FindingList findings={findings} connectionId={id} format={format} fix={fixFindingsAction} />
      ) : run?.state === 'running' ? null : (
        <EmptyState
          icon={<IconChecks size={22} stroke={1.6} />}
          title={t(run ? 'finding.same' : 'finding.never')}
          text={t(run ? 'finding.sameText' : 'finding.neverText')}
        />
      )}
      <CheckPager
        previous={after === undefined ? undefined : hrefWith(path, { kind })}
        next={found.length > shown ? hrefWith(path, { kind, after: String(findings.at(-1)?.id) }) : undefined}
      />
    </ConnectionFrame>
  );
}
