import { useTranslations } from 'next-intl';
import menu from '@/components/data-table/menu.module.css';
import { type ReportGroup, reportGroups } from '@/lib/domain/reports/analysis';
import styles from './analysis.module.css';
import { Choice, ChoiceMenu } from './choice-menu';
import { CopyTable } from './copy-table';
import { type ReportUrl, reportFileHref, reportHref } from './report-url';
import { hasClasses } from './sections';

interface GroupToolsProps {
  url: ReportUrl;
  /** Rows of the table. */
  rows: number;
}

/** What the table is by, how many rows it has, and what it could be by instead: one group, or a second one within it. */
export function GroupTools({ url, rows }: GroupToolsProps) {
  const t = useTranslations('reportPage');
  const { groups } = url.question;
  const [first = 'client', second] = groups;
  const names = groups.map((group) => t(`groupNames.${group}`)).join(', ');
  const by = (one: ReportGroup, other?: ReportGroup) => reportHref(url, { group: other ? `${one},${other}` : one, sort: undefined });
  return (
    <div className={`${styles.heading} ${styles.groupTools}`} id="rows">
      <h2>{t(`by.${first}`)}</h2>
      <span className="quiet">{t(`counts.${first}`, { n: rows })}</span>
      <div className={styles.tools}>
        {rows > 0 ? <CopyTable href={reportFileHref(url, '/reports/copy')} words={{ copy: t('copy'), copied: t('copied') }} /> : null}
        <ChoiceMenu label={t('group')} value={hasClasses(groups) ? t('groupAbc', { group: names }) : names} end>
          <div className={styles.twoChoices}>
            <div>
              <span className={menu.title}>{t('groupBy')}</span>
              {reportGroups.map((group) => (
                <Choice key={group} href={by(group, group === second ? undefined : second)} chosen={group === first}>
                  {t(`groupNames.${group}`)}
                </Choice>
              ))}
            </div>
            <div>
              <span className={menu.title}>{t('thenBy')}</span>
              <Choice href={by(first)} chosen={!second}>
                {t('noSecond')}
              </Choice>
              {reportGroups
                .filter((group) => group !== first)
                .map((group) => (
                  <Choice key={group} href={by(first, group)} chosen={group === second}>
                    {t(`groupNames.${group}`)}
                  </Choice>
                ))}
            </div>
          </div>
        </ChoiceMenu>
      </div>
    </div>
  );
}
