/** Files as several programs write them, made up here. */

const requisite = (name: string, value: string) =>
  `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`;

export const requisites = (values: Record<string, string>) =>
  `<ЗначенияРеквизитов>${Object.entries(values)
    .map(([name, value]) => requisite(name, value))
    .join('')}</ЗначенияРеквизитов>`;

export interface SampleDocument {
  id: string;
  number?: string;
  operation?: string;
  day?: string;
  sum?: string;
  party?: string;
  items?: string;
  requisites?: Record<string, string>;
  more?: string;
}

export function documentXml({
  id,
  number = id,
  operation = 'Заказ товара',
  day = '',
  sum,
  party = '',
  items,
  ...rest
}: SampleDocument): string {
  return [
    `<Документ><Ид>${id}</Ид><Номер>${number}</Номер>${day && `<Дата>${day}</Дата>`}<ХозОперация>${operation}</ХозОперация>`,
    sum === undefined ? '' : `<Сумма>${sum}</Сумма>`,
    party && `<Контрагенты>${party}</Контрагенты>`,
    items === undefined ? '' : `<Товары>${items}</Товары>`,
    rest.requisites ? requisites(rest.requisites) : '',
    rest.more ?? '',
    '</Документ>',
  ].join('');
}

export const rootXml = (content: string, attributes = 'ВерсияСхемы="2.09"') =>
  `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ${attributes}>${content}</КоммерческаяИнформация>`;

export const itemXml = (name: string, price: string, quantity: string, sum: string, more = '') =>
  `<Товар><Ид>g-${name}</Ид><Наименование>${name}</Наименование><БазоваяЕдиница Код="796">шт</БазоваяЕдиница>${more}` +
  `<ЦенаЗаЕдиницу>${price}</ЦенаЗаЕдиницу><Количество>${quantity}</Количество><Сумма>${sum}</Сумма></Товар>`;

/** As 1C 8 writes an order: no version, two counterparties, a unit with a child, its time late, a comma in its sums. */
export const orderOf1c8 = `\ufeff<?xml version="1.0" encoding="UTF-8"?>\r
<КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_2" ФорматСуммы="ЧЦ=18; ЧДЦ=2; ЧРД=,">\r
  <Документ>\r
    <Ид>*5108</Ид>\r
    <НомерВерсии>AAAAAQAAAAE=</НомерВерсии>\r
    <Номер>НФНФ-000012</Номер>\r
    <Дата>2026-11-12</Дата>\r
    <ХозОперация>Заказ товара</ХозОперация>\r
    <Роль>Продавец</Роль>\r
    <Валюта>RUB</Валюта>\r
    <Курс>1</Курс>\r
    <Сумма>1 234,50</Сумма>\r
    <Контрагенты>\r
      <Контрагент><Ид>k-1</Ид><Наименование>Ромашка</Наименование><ОфициальноеНаименование>ООО «Ромашка»</ОфициальноеНаименование>\r
        <ЮридическийАдрес><Представление>Москва, Лесная, 1</Представление></ЮридическийАдрес><ИНН>7707083893</ИНН><КПП>770701001</КПП>\r
        <Контакты><Контакт><Тип>Телефон рабочий</Тип><Значение>8 (495) 123-45-67</Значение></Контакт>\r
          <Контакт><Тип>Почта</Тип><Значение>info@example.com</Значение></Контакт></Контакты><Роль>Покупатель</Роль></Контрагент>\r
      <Контрагент><Ид>k-2</Ид><Наименование>Наша фирма</Наименование><ОфициальноеНаименование>Наша фирма</ОфициальноеНаименование><Роль>Продавец</Роль></Контрагент>\r
    </Контрагенты>\r
    <Время>14:05:00</Время>\r
    <Товары>\r
      <Товар><Ид>a#b</Ид><Артикул>СТ-1</Артикул><Наименование>Стол &amp; стул</Наименование>\r
        <БазоваяЕдиница Код="166"><Пересчет><Единица>796</Единица><Коэффициент>1</Коэффициент></Пересчет>кг</БазоваяЕдиница>\r
        <СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>Без НДС</Ставка></СтавкаНалога></СтавкиНалогов>\r
        <ЗначенияРеквизитов>${requisite('Отменен', 'true')}${requisite('ТипНоменклатуры', 'Товар')}</ЗначенияРеквизитов>\r
        <ЦенаЗаЕдиницу>823,00</ЦенаЗаЕдиницу><Количество>1.500</Количество><Сумма>1 234,50</Сумма></Товар>\r
    </Товары>\r
    <ЗначенияРеквизитов>${requisite('Номер по 1С', 'НФНФ-000012')}${requisite('Дата оплаты по 1С', 'T')}${requisite('Проведен', 'true')}</ЗначенияРеквизитов>\r
  </Документ>\r
</КоммерческаяИнформация>\r
`;

/** An order with its payment and its shipment in a container, as version 3 sends them. */
export const containerFile = rootXml(
  `<Контейнер>${documentXml({ id: 'o-1', number: '7', sum: '100.00' })}${documentXml({
    id: 'p-1',
    operation: 'Выплата безналичных денег',
    day: '2026-11-13',
    sum: '60.00',
  })}</Контейнер><Контейнер>${documentXml({ id: 's-1', operation: 'Отпуск товара', day: '2026-11-14', more: '<Основание>8</Основание>' })}</Контейнер>`,
  'ВерсияСхемы="3.1"',
);

/** The first version of the standard: attributes where the second has elements. */
export const firstVersion = `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация><Документ ХозОперация="Order" Номер="1" Сумма="10"><ТоварнаяПозиция Каталог="c" Товар="t" Количество="1"/></Документ></КоммерческаяИнформация>`;
