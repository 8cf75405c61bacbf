/**
 * First characters, in the order of pinyin, of each initial letter: a character's initial is that of the last one that is not
 * behind it. Source: the collation for Chinese that every JavaScript engine with full ICU has.
 */
const FIRST: readonly (readonly [string, string])[] = [
  ['a', '吖'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '咑'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '几'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '呣'],
  ['n', '拏'],
  ['o', '喔'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '穵'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
];

const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/**
 * The pinyin initials of a text's Chinese characters, as typists shorten them: `主动公开` → `zdgk`. Characters with
 * several readings get the commonest one; what is not Chinese is left out, but letters and digits stay.
 */
export function initialsOf(text: string): string {
  let initials = '';
  for (const char of text) {
    if (/[a-z\d]/i.test(char)) initials += char.toLowerCase();
    else if (/[\u4e00-\u9fff]/.test(char)) {
      initials += FIRST.findLast(([, first]) => collator.compare(first, char) <= 0)?.[0] ?? '';
    }
  }
  return initials;
}
