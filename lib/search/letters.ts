/** Keys of the usual keyboard in both layouts, by place. */
const latinKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russianKeys = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

function keyMap(from: string, to: string): Map<string, string> {
  return new Map(Array.from(from, (letter, at) => [letter, to[at] ?? letter]));
}

const toRussianKeys = keyMap(latinKeys, russianKeys);
const toLatinKeys = keyMap(russianKeys, latinKeys);

function mapped(text: string, letters: Map<string, string>): string {
  return Array.from(text, (letter) => letters.get(letter) ?? letter).join('');
}

/** Lower-case text typed in the Latin layout as it would stand in the Russian one: `bdfyjd` is «иванов». */
export function inRussianLayout(text: string): string {
  return mapped(text, toRussianKeys);
}

/** And the other way: «ащд» is `fol`. */
export function inLatinLayout(text: string): string {
  return mapped(text, toLatinKeys);
}

const latin: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** Lower-case Russian letters in Latin ones, as in passports; other characters stay. */
export function toLatin(text: string): string {
  return Array.from(text, (letter) => latin[letter] ?? letter).join('');
}

/** Latin spellings of Russian letters, longest first; more spellings than `toLatin` gives. */
const spellings: [string, string][] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['tz', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ju', 'ю'],
  ['ya', 'я'],
  ['ja', 'я'],
  ['yo', 'е'],
  ['jo', 'е'],
  ['ye', 'е'],
  ['ck', 'к'],
  ['ph', 'ф'],
  ...Array.from('abvgdeziklmnoprstufhcqwxj', (letter, at): [string, string] => [
    letter,
    ['а', 'б', 'в', 'г', 'д', 'е', 'з', 'и', 'к', 'л', 'м', 'н', 'о', 'п', 'р', 'с', 'т', 'у', 'ф', 'х', 'ц', 'к', 'в', 'кс', 'й'][at] ??
      letter,
  ]),
];

/** «y» is й after a vowel, ы between consonants, and ends a name like «Dmitry», whose beginning is looked for. */
function yAt(text: string, at: number): string {
  if (/[aeiou]/.test(text[at - 1] ?? '')) return 'й';
  return /[a-z]/.test(text[at + 1] ?? '') ? 'ы' : 'и';
}

/** Lower-case Latin letters in Russian ones by their sound: `ivanov` is «иванов». Other characters stay. */
export function toRussian(text: string): string {
  let russian = '';
  for (let at = 0; at < text.length; ) {
    const spelling = spellings.find(([letters]) => text.startsWith(letters, at));
    russian += spelling ? spelling[1] : text[at] === 'y' ? yAt(text, at) : text[at];
    at += spelling ? spelling[0].length : 1;
  }
  return russian;
}
