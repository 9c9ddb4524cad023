import iconv from 'iconv-lite';

/** Fields of one document of a statement, in the words of the format. */
export type StatementDocument = Record<string, string>;

export const ownAccount = '40702810400000000001';

/** A document that credits our account. */
export function incoming(fields: StatementDocument): StatementDocument {
  return {
    Номер: '341',
    Дата: '20.11.2026',
    Сумма: '1500.00',
    ПлательщикСчет: '40702810900000000777',
    ПолучательСчет: ownAccount,
    ВидОплаты: '01',
    ...fields,
  };
}

/** A statement as banks write it. */
export function statementOf(documents: readonly StatementDocument[], encoding: 'Windows' | 'DOS' | 'UTF-8' = 'Windows'): Buffer {
  const sections = documents.flatMap((fields) => [
    'СекцияДокумент=Платежное поручение',
    ...Object.entries(fields).map(([name, value]) => `${name}=${value}`),
    'КонецДокумента',
  ]);
  const lines = [
    '1CClientBankExchange',
    'ВерсияФормата=1.03',
    `Кодировка=${encoding}`,
    'Отправитель=Банк-Клиент',
    `РасчСчет=${ownAccount}`,
    'СекцияРасчСчет',
    'НачальныйОстаток=0.00',
    `РасчСчет=${ownAccount}`,
    'КонецРасчСчет',
    ...sections,
    'КонецФайла',
    '',
  ];
  return iconv.encode(lines.join('\r\n'), { Windows: 'win1251', DOS: 'cp866', 'UTF-8': 'utf8' }[encoding]);
}
