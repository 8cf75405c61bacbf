import { feeRules, formatName, notices } from '../../format/citations.ts';
import type { FormatId } from '../../format/schema.ts';
import { distance, squeeze } from '../../text/fold.ts';
import type { Paragraph } from '../model.ts';
import { type DocumentNumber, documentNumbersIn } from './documents.ts';

/** A cited name that tells which document is meant; offsets are those of the paragraph's text. */
export interface CitedName {
  /** Undefined where the name is short and that of both formats. */
  readonly of: FormatId | 'fees' | undefined;
  readonly from: number;
  readonly to: number;
  /** What should stand there instead, by the format that the report should cite; undefined where it is right. */
  readonly instead: (target: FormatId | undefined) => string | undefined;
}

/** A name and a number that are cited together, or one of them. */
export interface Citation {
  readonly name: CitedName | undefined;
  readonly number: DocumentNumber | undefined;
}

/**
 * Names and numbers of documents that a paragraph cites, those together that stand together. Numbers are of any
 * document, names only of those in `format/citations.ts`; what other bodies issued under a like name is left out.
 */
export function citationsIn(paragraph: Paragraph): readonly Citation[] {
  const names = namesIn(paragraph.text);
  const numbers = documentNumbersIn(paragraph);
  const taken = new Set<CitedName>();
  let next = 0;
  const citations: Citation[] = numbers.map((number) => {
    while ((names[next]?.to ?? Number.POSITIVE_INFINITY) <= number.issuerEnd) next++;
    const name = names[next - 1];
    const joined =
      name !== undefined && !taken.has(name) && BETWEEN.test(paragraph.text.slice(name.to, number.issuerEnd));
    if (joined) taken.add(name);
    return { name: joined ? name : undefined, number };
  });
  const alone = names.filter((name) => !taken.has(name)).map((name) => ({ name, number: undefined }));
  // A name that another issuer's number follows is the name of another document.
  return [...citations, ...alone].filter(({ name, number }) => !isForeign(name, number, paragraph.text));
}

/** What stands between a name and the sign of its issuer: `〉的通知》（` (notice on …), `》国务院办公厅` (its office). */
const BETWEEN = /^\s?[〉>》]?\s?(?:的\s?通知)?\s?[》>]?\s?[（(]?[\u4e00-\u9fff\s]{2,16}$/;
/** An issuer before a name that is not the State Council's office. */
const FOREIGN = /(?:省|自治区|市|州|县|区|盟|厅|局|委|府)[\u4e00-\u9fff]{0,12}《?$/;

function isForeign(name: CitedName | undefined, number: DocumentNumber | undefined, text: string): boolean {
  if (name === undefined || name.of === 'fees') return false;
  if (number !== undefined) return !number.issuer.includes('国');
  const before = text.slice(Math.max(0, name.from - 24), name.from);
  return FOREIGN.test(before) && !/国务院|国办/.test(before);
}

/** A regular expression for words between which copying may have put white space. */
function spaced(words: string): string {
  return [...words].join('\\s?');
}

const FEES = new RegExp(spaced(feeRules.core), 'g');
const NOTICE_2019 = new RegExp(spaced(notices[2019].core), 'g');
/** `关于印发〈…格式〉的通知` (notice on issuing the format), or the short `…格式（试行）` (format, on trial). */
const FORMAT_NAME =
  /(关于\s?印发\s?[〈《<]?\s?)?(中华人民共和国[^《》〈〉，。；、：（）()]{2,24}?报\s?告\s?格\s?式)(\s?[（(]\s?试\s?行\s?[）)])?(\s?[〉》>]?\s?的\s?通\s?知)?/g;
/** Letters by which the name of the format may differ and still mean it. */
const NEAR_FORMAT = 6;

/** The names of known documents in a text, in its order. */
function namesIn(text: string): readonly CitedName[] {
  const names: CitedName[] = [];
  const placeOf = (match: RegExpExecArray) => ({ from: match.index, to: match.index + match[0].length });
  if (text.includes('费')) {
    for (const match of text.matchAll(FEES)) names.push({ of: 'fees', ...placeOf(match), instead: () => undefined });
  }
  if (text.includes('通')) {
    for (const match of text.matchAll(NOTICE_2019)) {
      names.push({
        of: '2019',
        ...placeOf(match),
        instead: (wanted) => (wanted === '2021' ? notices[2021].core : undefined),
      });
    }
  }
  if (text.includes('格')) {
    for (const match of text.matchAll(FORMAT_NAME)) {
      const name = formatNameOf(match, placeOf(match));
      if (name !== undefined) names.push(name);
    }
  }
  return names.sort((a, b) => a.from - b.from);
}

/** What a name of the format itself says; undefined where it is another document's. */
function formatNameOf(match: RegExpExecArray, place: { from: number; to: number }): CitedName | undefined {
  const [, issued = '', name = '', trial = '', notice = ''] = match;
  if (distance(squeeze(name), formatName, NEAR_FORMAT) > NEAR_FORMAT) return undefined;
  const isNotice = issued !== '' && notice !== '';
  const isWrong = squeeze(name) !== formatName;
  return {
    of: trial !== '' ? '2019' : isNotice ? '2021' : undefined,
    ...place,
    instead: (wanted) => {
      if (isNotice && wanted === '2019') return notices[2019].core;
      if (isWrong || (trial !== '' && wanted === '2021')) {
        return `${issued}${formatName}${wanted === '2021' ? '' : trial}${notice}`;
      }
      return undefined;
    },
  };
}
