/** A unit of the all-Russian classifier of units (ОКЕИ). */
export interface Unit {
  code: string;
  /** As the classifier abbreviates it. */
  short: string;
  full: string;
  /** Three letters of UN/ECE. */
  international: string;
}

const unit = (code: string, short: string, full: string, international: string): Unit => ({ code, short, full, international });

const piece = unit('796', 'шт', 'Штука', 'PCE');

/** Units by the spellings people use, without points, in lower case. */
const spellings: [names: string, unit: Unit][] = [
  ['шт штук штука штуки pcs pc piece', piece],
  ['кг килограмм kg', unit('166', 'кг', 'Килограмм', 'KGM')],
  ['г гр грамм g', unit('163', 'г', 'Грамм', 'GRM')],
  ['т тн тонна t', unit('168', 'т', 'Тонна', 'TNE')],
  ['м метр пм погм m', unit('006', 'м', 'Метр', 'MTR')],
  ['мм mm', unit('003', 'мм', 'Миллиметр', 'MMT')],
  ['см cm', unit('004', 'см', 'Сантиметр', 'CMT')],
  ['км km', unit('008', 'км', 'Километр', 'KMT')],
  ['м2 м² квм m2', unit('055', 'м2', 'Квадратный метр', 'MTK')],
  ['м3 м³ кубм m3', unit('113', 'м3', 'Кубический метр', 'MTQ')],
  ['л литр l', unit('112', 'л', 'Литр', 'LTR')],
  ['мл ml', unit('111', 'мл', 'Миллилитр', 'MLT')],
  ['упак уп упаковка pack', unit('778', 'упак', 'Упаковка', 'NMP')],
  ['компл к-т комплект set', unit('839', 'компл', 'Комплект', 'SET')],
  ['набор наб', unit('704', 'набор', 'Набор', 'SET')],
  ['пар пара пары pair', unit('715', 'пар', 'Пара', 'NPR')],
  ['рул рулон roll', unit('736', 'рул', 'Рулон', 'NPL')],
  ['лист', unit('625', 'лист', 'Лист', 'LEF')],
  ['ящ ящик', unit('812', 'ящ', 'Ящик', 'NBX')],
  ['кор коробка короб box', unit('8751', 'кор', 'Коробка', '')],
  ['бут бутылка', unit('868', 'бут', 'Бутылка', 'BLL')],
  ['час ч hour', unit('356', 'ч', 'Час', 'HUR')],
  ['дн день сут day', unit('359', 'сут', 'Сутки', 'DAY')],
  ['мес месяц month', unit('362', 'мес', 'Месяц', 'MON')],
  ['услед услуга', unit('876', 'усл. ед', 'Условная единица', '')],
  ['тысшт', unit('798', 'тыс. шт', 'Тысяча штук', 'MIL')],
];
const known = new Map(spellings.flatMap(([names, value]) => names.split(' ').map((name) => [name, value] as const)));

/** How a unit of ours is told; one that nobody knows keeps its name and has no code. Empty is a piece. */
export function unitOf(name: string): { shown: string; unit: Unit | undefined } {
  if (name.trim() === '') return { shown: piece.short, unit: piece };
  return { shown: name, unit: known.get(name.toLowerCase().replace(/[.\s]/g, '')) };
}
