import { presentFormat } from '../../format/formats.ts';
import { formerTable, partWords } from '../../format/wording.ts';
import { chineseNumber, toChinese } from '../../text/numeral.ts';
import type { Slip } from './slip.ts';

const PARTS = presentFormat.sections.length;
/** `六个部分` (six parts), `共6部分`, `七大部分`. */
const COUNT = /([一二三四五六七八九十]{1,2}|\d{1,2})\s?(?:个|大)?部分/;
/** `包括总体情况、……` (it holds …), `由……组成` (it is made of …). */
const LISTING = /包括|包含|涵盖|组成|构成|分为|共分|部分/;
/** Fewest parts that make a list of them. */
const FEWEST = 4;

/** A preface that names another number of parts than there are, or not all of them. */
export function partSlips(text: string): readonly Slip[] {
  if (!LISTING.test(text)) return [];
  return [...text.matchAll(/[^。]+/g)].flatMap(({ 0: sentence, index }) => slipIn(sentence, index));
}

/** The promise of a table that was attached to reports before the forms of today, and what takes it out. */
export function formSlips(text: string): readonly Slip[] {
  const match = formerTable.exec(text);
  if (match === null) return [];
  const from = match.index;
  const to = from + match[0].length;
  return [
    {
      from: from + 1,
      to,
      message: `“${match[0].slice(1)}”是以前格式的写法，现行格式没有这张附表，请删去`,
      correction: { title: `删去“${match[0]}”`, from, to, text: '', safe: false },
    },
  ];
}

function slipIn(sentence: string, at: number): readonly Slip[] {
  const said = sentence.replace(/《[^》]*》/g, (name) => ' '.repeat(name.length));
  if (!LISTING.test(said)) return [];
  const lacking = presentFormat.sections.filter((_, i) => partWords[i]?.test(said) === false);
  if (PARTS - lacking.length < FEWEST || !partWords[0]?.test(said)) return [];
  const count = COUNT.exec(said);
  const number = chineseNumber(count?.[1] ?? '') ?? Number(count?.[1] ?? PARTS);
  if (count !== null && number !== PARTS) {
    const from = at + count.index;
    const to = from + (count[1]?.length ?? 0);
    const right = /\d/.test(count[1] ?? '') ? String(PARTS) : toChinese(PARTS);
    return [
      {
        from,
        to: from + count[0].length,
        message: `报告应有${toChinese(PARTS)}个部分，这里写的是“${count[0]}”，请核对`,
        correction: { title: `改为“${right}”`, from, to, text: right, safe: false },
      },
    ];
  }
  if (lacking.length === 0) return [];
  const from = at + said.search(partWords[0]);
  const names = lacking.map(({ title }) => `“${title}”`).join('、');
  return [{ from, to: from + 4, message: `报告有${toChinese(PARTS)}个部分，这里没有列出${names}，请补上` }];
}
