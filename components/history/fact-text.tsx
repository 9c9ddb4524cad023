import { useTranslations } from 'next-intl';
import type { Fact } from '@/lib/domain/history/facts';
import type { Format } from '@/lib/i18n/format';
import { factTold } from './fact-told';
import { ToldText } from './told-text';

interface FactTextProps {
  fact: Fact;
  format: Format;
  colon: boolean;
}

/** One thing that changed, whoever changed it, as a part of a sentence. */
export function FactText({ fact, format, colon }: FactTextProps) {
  const t = useTranslations();
  return <ToldText told={factTold(fact, { t, format }, { colon })} became={t('history.became')} />;
}
