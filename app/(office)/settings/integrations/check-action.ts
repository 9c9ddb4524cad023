'use server';

import { getTranslations } from 'next-intl/server';
import type { CheckState } from '@/components/exchange/check-form';
import { exchangeWords, told } from '@/components/exchange/words';
import { actionCtx, numberIn, refusalOf } from '@/lib/entry/action';
import { checkConnection } from '@/lib/entry/check-connection';

/** Looks at the other side; everything it sees, and everything that goes wrong, is told in place. */
export async function checkConnectionAction(_previous: CheckState | null, data: FormData): Promise<CheckState> {
  const [t, words] = await Promise.all([getTranslations('exchange'), exchangeWords()]);
  try {
    const { ok, lines } = await checkConnection(await actionCtx(), numberIn(data, 'id') ?? 0);
    const texts = lines.map((line) => ({ ok: line.ok, text: told(words, words.has(`checks.${line.code}`) ? 'checks' : 'problems', line) }));
    return { ok, title: t(ok ? 'checkGood' : 'checkBad'), lines: texts };
  } catch (error) {
    return { ok: false, title: t('checkBad'), lines: [{ ok: false, text: (await refusalOf(error)).message }] };
  }
}
