import { IconSearchOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { EmptyState } from '@/components/states/empty-state';
import { alternativeSearches } from '@/lib/search/alternatives';

/** One condition less, and how many records there would be then. */
export interface WayOut {
  name: string;
  href: string;
  /** Undefined when they are more than are counted. */
  count: number | undefined;
}

interface NothingFoundProps {
  title: string;
  search: string | undefined;
  /** The conditions in words. */
  tried: readonly string[];
  waysOut: readonly WayOut[];
  whole: string;
}

/** No row fits: what was tried, and which single condition to drop for how many rows. */
export function NothingFound({ title, search, tried, waysOut, whole }: NothingFoundProps) {
  const t = useTranslations();
  const spellings = search ? [search, ...alternativeSearches(search)].map((text) => t('lists.quoted', { text })) : [];
  const looked = [spellings.join(` ${t('lists.and')} `), ...tried].filter(Boolean).join(', ');
  const helpful = waysOut.filter(({ count }) => count !== 0);
  return (
    <EmptyState icon={<IconSearchOff size={22} stroke={1.6} />} title={title} text={looked ? t('lists.looked', { looked }) : undefined}>
      {helpful.map(({ name, href, count }, at) => (
        <a key={name} href={href} className={at === 0 ? buttons.primary : buttons.button}>
          {count === undefined ? t('lists.withoutMany', { name }) : t('lists.without', { name, n: count })}
        </a>
      ))}
      <a href={whole} className={helpful.length === 0 ? buttons.primary : buttons.button}>
        {t('table.reset')}
      </a>
    </EmptyState>
  );
}
