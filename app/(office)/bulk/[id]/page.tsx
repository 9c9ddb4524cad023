import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import styles from '@/components/bulk/bulk.module.css';
import { BulkUndo } from '@/components/bulk/bulk-undo';
import { singleParams } from '@/components/data-table/list-url';
import buttons from '@/components/form/button.module.css';
import { PageHead } from '@/components/shell/page-head';
import { Problem } from '@/components/states/problem';
import { recordNames } from '@/components/undo/record-name';
import { type BulkRun, getBulkRun } from '@/lib/domain/bulk/get-bulk';
import { previewGroupUndo } from '@/lib/domain/undo/preview-group';
import { found, pageCtx, pageFormat, recordId } from '@/lib/entry/page';
import { apiWords, type ErrorKey } from '@/lib/i18n/api-translator';
import type { RecordPageProps } from '../../../page-props';
import { overBulkAction, stopBulkAction, undoGroupAction } from '../actions';

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return { title: (await getTranslations('bulk'))('run', { id: (await params).id }) };
}

function listOf({ task }: BulkRun): string {
  return task.entity === 'client' ? '/clients' : task.entity === 'order' ? '/orders' : '/history';
}

export default async function BulkRunPage({ params, searchParams }: RecordPageProps) {
  const id = recordId((await params).id);
  const [ctx, format, locale, t] = await Promise.all([pageCtx(), pageFormat(), getLocale(), getTranslations()]);
  const run = await found(getBulkRun(ctx, id));
  const { task, state, done, unchanged, refused, total, problems, groupId } = run;
  const taken = done + unchanged + refused;
  const running = state === 'running';
  const undo = groupId !== null && !running ? await previewGroupUndo(ctx, groupId).catch(() => undefined) : undefined;
  const entity = task.entity === 'operation' ? 'operation' : task.entity;
  const nameOf = await recordNames(ctx, [...problems.map((problem) => ({ entity, entityId: problem.id })), ...(undo?.conflicts ?? [])]);
  const stale = problems.filter(({ code }) => code === 'stale_version').length;
  const words = apiWords(locale);
  return (
    <>
      {running ? <meta httpEquiv="refresh" content="1" /> : null}
      <PageHead
        title={t(`bulk.title.${entity}`)}
        parent={{ href: listOf(run), label: t('bulk.back') }}
        under={`${t('bulk.run', { id })} · ${format.longDateTime(run.createdAt)}`}
      />
      <Problem code={singleParams(await searchParams).problem} />
      <div className={styles.body}>
        <section aria-live="polite">
          <h2>{t(`bulk.${state === 'done' ? 'done' : state === 'stopped' ? 'stopped' : 'running'}`)}</h2>
          <progress
            className={styles.bar}
            max={Math.max(total, taken, 1)}
            value={state === 'done' ? Math.max(total, taken, 1) : taken}
            aria-label={t(`bulk.title.${entity}`)}
          />
          <p>
            {t('bulk.progress', { done: taken, total: Math.max(total, taken) })}. {t('bulk.figures', { done, unchanged, refused })}{' '}
            {groupId !== null ? <a href={`/history?group=${groupId}`}>{t('bulk.operations')}</a> : null}
          </p>
          {running ? (
            <form action={stopBulkAction}>
              <input type="hidden" name="run" value={id} />
              <button type="submit" className={buttons.button}>
                {t('bulk.stop')}
              </button>
            </form>
          ) : null}
        </section>
        {problems.length > 0 ? (
          <section>
            <h2>{t('bulk.problems')}</h2>
            <ul className={styles.problems}>
              {problems.map((problem) => (
                <li key={problem.id}>
                  {nameOf({ entity, entityId: problem.id })}: {words.error(problem.code as ErrorKey, { count: '' })}
                </li>
              ))}
            </ul>
            {stale > 0 && !running ? (
              <form action={overBulkAction}>
                <input type="hidden" name="run" value={id} />
                <button type="submit" className={buttons.button}>
                  {t('bulk.over', { n: stale })}
                </button>
              </form>
            ) : null}
          </section>
        ) : null}
        {undo && groupId !== null ? (
          <BulkUndo run={id} group={groupId} preview={undo} nameOf={nameOf} format={format} action={undoGroupAction} />
        ) : null}
      </div>
    </>
  );
}
