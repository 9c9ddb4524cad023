import type { SettingsRow } from '@/db/queries/settings';
import type { PrintForm } from '@/lib/domain/print/schema';
import type { PrintWords } from '../../i18n/print-words';

const ofSender = ['organisation', 'inn', 'address'] as const;
const ofPayee = ['bank', 'bik', 'account', 'correspondentAccount'] as const;

export type Requisite = (typeof ofSender)[number] | (typeof ofPayee)[number];

/** What a document should say of the organisation and cannot, since nobody has entered it. */
export function requisitesMissing(settings: SettingsRow, form: PrintForm): Requisite[] {
  const needed = form === 'invoice' ? [...ofSender, ...ofPayee] : ofSender;
  return needed.filter((name) => settings[name].trim() === '');
}

/** The bank table of a Russian invoice: each label with its value. */
export interface BankDetails {
  bank: [label: string, value: string];
  bik: [label: string, value: string];
  correspondent: [label: string, value: string];
  inn: [label: string, value: string];
  kpp: [label: string, value: string];
  account: [label: string, value: string];
  payee: [label: string, value: string];
}

/** Where the money goes, or undefined while nothing of it is known. */
export function bankDetails(settings: SettingsRow, words: PrintWords): BankDetails | undefined {
  const { bank, bik, account, correspondentAccount } = settings;
  if (![bank, bik, account, correspondentAccount].some(Boolean)) return undefined;
  return {
    bank: [words('bank.bank'), bank],
    bik: [words('bank.bik'), bik],
    correspondent: [words('bank.account'), correspondentAccount],
    inn: [words('bank.inn'), settings.inn],
    kpp: [words('bank.kpp'), settings.kpp],
    account: [words('bank.account'), account],
    payee: [words('bank.payee'), settings.organisation],
  };
}
