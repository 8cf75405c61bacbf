import { memo, PARAGRAPHS } from '../../text/memo.ts';
import { narrowText } from '../reading/prose.ts';

/** A document's number in running text: `国办公开办函〔2021〕30号`; offsets are those of the paragraph's text. */
export interface DocumentNumber {
  /** The Chinese characters before the year, at most twelve: `国办公开办函`; more may be read than belong to it. */
  readonly issuer: string;
  /** Where the issuer ends. */
  readonly issuerEnd: number;
  /** The brackets around the year as they stand, full-width ASCII ones in narrow form; empty where there is none. */
  readonly open: string;
  readonly close: string;
  readonly year: number;
  readonly number: number;
  /** From the opening bracket, or the year where there is none, to the closing one. */
  readonly yearFrom: number;
  readonly yearTo: number;
  /** Behind `号`. */
  readonly to: number;
}

/** `2021〕30号`, `2021) 第30号`, `202130号`; what is behind it makes `5号楼` (house 5) an address. */
const NUMBER =
  /(?:19|20)\d\d(?<!\d{5})\s{0,3}([〕)\]】〗〉>}]?)\s{0,3}第?\s{0,3}(\d{1,4})\s{0,3}号(?![楼院线馆桥路门机])/g;
const OPENING = /[〔([【〖〈<{]\s{0,3}$/;
const ISSUER = /[\u4e00-\u9fff]{2,12}\s{0,3}$/;
/** Characters before a number in which its issuer is looked for. */
const REACH = 20;

/** The document numbers of a paragraph's text, in its order, whatever brackets their years stand in. */
export function documentNumbersIn(text: string): readonly DocumentNumber[] {
  return text.includes('号') ? numbersIn(text) : NONE;
}

const NONE: readonly DocumentNumber[] = [];

const numbersIn = memo((whole: string): readonly DocumentNumber[] => {
  const text = narrowText(whole);
  const found: DocumentNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const [written, close = '', number = ''] = match;
    const before = text.slice(Math.max(0, match.index - REACH), match.index);
    const opening = OPENING.exec(before)?.[0] ?? '';
    const issuer = ISSUER.exec(before.slice(0, before.length - opening.length))?.[0];
    if (issuer === undefined) continue;
    const yearFrom = match.index - opening.length;
    const yearEnd = match.index + 4;
    found.push({
      issuer: issuer.trimEnd(),
      issuerEnd: yearFrom - (issuer.length - issuer.trimEnd().length),
      open: opening.trimEnd(),
      close,
      year: Number(written.slice(0, 4)),
      number: Number(number),
      yearFrom,
      yearTo: close === '' ? yearEnd : text.indexOf(close, yearEnd) + close.length,
      to: match.index + written.length,
    });
  }
  return found;
}, PARAGRAPHS);
