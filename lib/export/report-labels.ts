import type { PeriodName } from '../domain/period';
import type { Locale } from '../i18n/locale';

interface ReportLabels {
  /** The report itself: heading and first sheet. */
  report: string;
  /** Second sheet. */
  parameters: string;
  /** Heads of the two columns. */
  name: string;
  value: string;
  organisation: string;
  id: string;
  period: string;
  from: string;
  to: string;
  newOrders: string;
  completedOrders: string;
  newClients: string;
  totalSum: string;
  averageSum: string;
  createdAt: string;
  timeZone: string;
  periods: Record<PeriodName | 'custom', string>;
}

/** What the files of a report call things. */
export const reportLabels: Record<Locale, ReportLabels> = {
  ru: {
    report: 'Отчёт',
    parameters: 'Параметры',
    name: 'Показатель',
    value: 'Значение',
    organisation: 'Организация',
    id: 'Отчёт №',
    period: 'Период',
    from: 'Первый день',
    to: 'Последний день',
    newOrders: 'Новые заказы',
    completedOrders: 'Выполненные заказы',
    newClients: 'Новые клиенты',
    totalSum: 'Сумма заказов',
    averageSum: 'Средняя сумма заказа',
    createdAt: 'Создан',
    timeZone: 'Часовой пояс',
    periods: { week: 'неделя', month: 'месяц', year: 'год', custom: 'произвольный' },
  },
  en: {
    report: 'Report',
    parameters: 'Parameters',
    name: 'Figure',
    value: 'Value',
    organisation: 'Organisation',
    id: 'Report No.',
    period: 'Period',
    from: 'First day',
    to: 'Last day',
    newOrders: 'New orders',
    completedOrders: 'Completed orders',
    newClients: 'New clients',
    totalSum: 'Total of orders',
    averageSum: 'Average order',
    createdAt: 'Created at',
    timeZone: 'Time zone',
    periods: { week: 'week', month: 'month', year: 'year', custom: 'custom' },
  },
};
