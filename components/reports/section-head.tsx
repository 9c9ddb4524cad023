import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReportGroup } from '@/lib/domain/reports/analysis';
import type { Format } from '@/lib/i18n/format';
import { GroupRowCells } from './group-row';
import styles from './group-table.module.css';
import { rowName } from './report-words';
import type { Section } from './sections';

interface SectionHeadProps {
  section: Section;
  groups: readonly ReportGroup[];
  open: boolean;
  /** The table with this section the other way. */
  toggle: string;
  /** The orders behind all of the section. */
  href: string;
  /** The clients or products of a class. */
  list: string | undefined;
  format: Format;
}

/** A class or the first of two groups: what it comes to, and a link that opens or closes its rows. */
export function SectionHead({ section: { heading, figures, rows }, groups, open, toggle, href, list, format }: SectionHeadProps) {
  const t = useTranslations();
  const [first = 'client', second] = groups;
  if (!heading || !figures) return null;
  const count = t(`reportPage.counts.${second ?? first}`, { n: rows.length });
  const name = 'class' in heading ? t(`reportPage.classes.${heading.class}`) : rowName(heading.row, first, t, format);
  const note = 'class' in heading ? t(`reportPage.classNotes.${heading.class}`, { count, n: rows.length }) : count;
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <tr className={styles.head}>
      <th scope="rowgroup">
        <a href={toggle} aria-expanded={open}>
          <Chevron size={16} stroke={1.6} aria-hidden="true" />
          <span>
            <b>{name}</b> <span className="quiet">{note}</span>
          </span>
        </a>
        {list ? (
          <a href={list} className={styles.list}>
            {t(`byOrders.list.${first === 'product' ? 'product' : 'client'}`)}
          </a>
        ) : null}
      </th>
      <GroupRowCells figures={figures} groups={groups} href={href} format={format} />
    </tr>
  );
}
