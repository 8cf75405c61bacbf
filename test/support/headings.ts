import { readNumeral, toChinese } from '../../server/src/text/numeral.ts';
import { type Damage, everywhere } from './damage.ts';
import { below, pick, type Random } from './random.ts';

function heading(
  name: string,
  change: (title: string, number: number, random: Random, whole: string) => string,
): Damage {
  return {
    name,
    kind: 'heading',
    shapes: everywhere,
    apply: (draft, random) => ({
      ...draft,
      headings: draft.headings.map((text, i) => {
        const title = text.slice(readNumeral(text)?.length ?? 0).trim();
        return change(title, draft.report.sections[i]?.number ?? i + 1, random, text);
      }),
    }),
  };
}

/** What befalls section headings; the number of the section stays what its words say. */
export const headings: readonly Damage[] = [
  heading('Arabic numerals', (title, number) => `${number}、 ${title}`),
  heading('Arabic numerals with a stop', (title, number) => `${number}．${title}`),
  heading('a space before the mark', (title, number) => `${toChinese(number)} 、${title}`),
  heading(
    'a stop for the mark',
    (title, number, random) => `${toChinese(number)}${pick(random, ['．', '.', ',', ' '])}${title}`,
  ),
  heading('numerals as parts', (title, number) => `第${toChinese(number)}部分 ${title}`),
  heading('the numeral lost', (title, number, random, whole) =>
    number === 1 + below(random, 6) ? `、${title}` : whole,
  ),
  heading('another numeral', (title, number) => `${toChinese(number > 3 ? number - 1 : number)}、${title}`),
  heading('spaces inside', (title, number) => `${toChinese(number)}、${[...title].join(' ')}`),
  heading('half-width punctuation', (title, number) => `${toChinese(number)}、${title.replaceAll('、', ',')}`),
  heading('hard and wide spaces around', (title, number) => `\u3000\u00a0${toChinese(number)}、\u3000${title}\u00a0`),
  heading('a character lost', (title, number, random, whole) => {
    if (title.length < 10) return whole;
    const at = 1 + below(random, title.length - 2);
    return `${toChinese(number)}、${title.slice(0, at)}${title.slice(at + 1)}`;
  }),
];
