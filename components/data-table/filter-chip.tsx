import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import toolbar from './toolbar.module.css';

interface FilterChipProps {
  /** The condition's name; left out where the value tells it. */
  label?: string | undefined;
  value: string;
  /** The list without this condition. */
  href: string;
}

/** A condition that is set: field, value, and the way to drop it. */
export function FilterChip({ label, value, href }: FilterChipProps) {
  const t = useTranslations('table');
  return (
    <span className={toolbar.chip}>
      {label ? <span className="quiet">{label}</span> : null}
      <b>{value}</b>
      <a href={href} aria-label={t('drop', { name: label ?? value })} title={t('drop', { name: label ?? value })}>
        <IconX size={14} stroke={1.6} aria-hidden="true" />
      </a>
    </span>
  );
}
