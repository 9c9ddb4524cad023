import { IconPrinterOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { EmptyState } from '@/components/states/empty-state';

/** Why nothing can be printed, and the way back. */
export function PrintProblem({ text }: { text: string }) {
  const t = useTranslations('print');
  return (
    <EmptyState heading="h1" icon={<IconPrinterOff size={22} stroke={1.6} />} title={t('nothing')} text={text}>
      <a href="/orders" className={buttons.primary}>
        {t('orders')}
      </a>
    </EmptyState>
  );
}
