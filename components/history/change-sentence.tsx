import { useTranslations } from 'next-intl';
import type { Format } from '@/lib/i18n/format';
import { type ChangeToTell, changeTold } from './change-told';
import type { Told } from './told';
import { ToldText } from './told-text';

interface ChangeSentenceProps {
  entry: ChangeToTell;
  format: Format;
  /** What the change is about, where the page is not about it. */
  subject?: Told;
}

/** A change as a sentence. */
export function ChangeSentence({ entry, format, subject }: ChangeSentenceProps) {
  const t = useTranslations();
  return <ToldText told={changeTold(entry, { t, format }, subject)} became={t('history.became')} />;
}
