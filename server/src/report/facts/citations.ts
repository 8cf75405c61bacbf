import { feeRules, formatName } from '../../format/citations.ts';
import { type FormatId, formatOf, formats } from '../../format/formats.ts';
import { formatOfNotice, isCalledByFormat } from '../../format/notices.ts';
import { distance, squeeze } from '../../text/fold.ts';
import { memo, PARAGRAPHS } from '../../text/memo.ts';
import { type DocumentNumber, documentNumbersIn } from './documents.ts';

/** A cited name that tells which document is meant; offsets are those of the paragraph's text. */
export interface CitedName {
  /** The formats that it may mean, or the rules on fees; undefined where the name is short for any format. */
  readonly of: readonly FormatId[] | 'fees' | undefined;
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
 * Names and numbers of documents that a paragraph's text cites, those together that stand together. Numbers are of any
 * document, names only of those in `format/citations.ts`; what other bodies issued under a like name is left out.
 */
export const citationsIn: (text: string) => readonly Citation[] = memo((text) => {
  const names = namesIn(text);
  const numbers = documentNumbersIn(text);
  if (names.length === 0 && numbers.length === 0) return [];
  const taken = new Set<CitedName>();
  let next = 0;
  const citations: Citation[] = numbers.map((number) => {
    while ((names[next]?.to ?? Number.POSITIVE_INFINITY) <= number.issuerEnd) next++;
    const name = names[next - 1];
    const joined = name !== undefined && !taken.has(name) && BETWEEN.test(text.slice(name.to, number.issuerEnd));
    if (joined) taken.add(name);
    return { name: joined ? name : undefined, number };
  });
  const alone = names.filter((name) => !taken.has(name)).map((name) => ({ name, number: undefined }));
  // A name that another issuer's number follows is the name of another document.
  return [...citations, ...alone].filter(({ name, number }) => !isForeign(name, number, text));
}, PARAGRAPHS);

/** The formats whose notice a citation can be, by its number or else its name; none for other documents and short names. */
export function formatsCited({ name, number }: Citation): readonly FormatId[] {
  if (name?.of === 'fees') return [];
  if (number === undefined) return name?.of ?? [];
  const byNumber = formatOfNotice(number.year, number.number);
  return byNumber === undefined ? [] : [byNumber];
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

/** A notice that is called by its own words, with the formats that it may mean. */
interface OwnName {
  readonly pattern: RegExp;
  readonly of: readonly FormatId[];
}

/** The notices that are not called by the format that they issue. */
const ownNames: readonly OwnName[] = [
  ...new Set(formats.flatMap((format) => (isCalledByFormat(format) ? [] : [format.notice.core]))),
].map((core) => ({
  pattern: new RegExp(spaced(core), 'g'),
  of: formats.filter(({ notice }) => notice.core === core).map(({ id }) => id),
}));

/** `（试行）`: what names of the format have behind them. */
const EDITIONS = [...new Set(formats.map(({ edition }) => edition))]
  .filter((edition) => edition !== '')
  .map((edition) => spaced(edition).replaceAll('（', '[（(]').replaceAll('）', '[）)]'));
/** `关于印发〈…格式〉的通知` (notice on issuing the format), or the short `…格式（试行）` (format, on trial). */
const FORMAT_NAME = new RegExp(
  [
    '(关于\\s?印发\\s?[〈《<]?\\s?)?',
    '(中华人民共和国[^《》〈〉，。；、：（）()]{2,24}?报\\s?告\\s?格\\s?式)',
    EDITIONS.length === 0 ? '()' : `(\\s?(?:${EDITIONS.join('|')}))?`,
    '(\\s?[〉》>]?\\s?的\\s?通\\s?知)?',
  ].join(''),
  'g',
);
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
    for (const { pattern, of } of ownNames) {
      for (const match of text.matchAll(pattern)) {
        const instead = (wanted: FormatId | undefined): string | undefined =>
          wanted === undefined || of.includes(wanted) ? undefined : formatOf(wanted).notice.core;
        names.push({ of, ...placeOf(match), instead });
      }
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
  const [, issued = '', name = '', edition = '', notice = ''] = match;
  if (distance(squeeze(name), formatName, NEAR_FORMAT) > NEAR_FORMAT) return undefined;
  const isNotice = issued !== '' && notice !== '';
  const isWrong = squeeze(name) !== formatName;
  const own = squeeze(edition).replace('(', '（').replace(')', '）');
  // Without an edition the name is short for that of any format; a notice that is called by it says which.
  const told = formats.filter((format) => format.edition === own && (own !== '' || isCalledByFormat(format)));
  return {
    of: isNotice || own !== '' ? told.map(({ id }) => id) : undefined,
    ...place,
    instead: (id) => {
      const wanted = id === undefined ? undefined : formatOf(id);
      if (isNotice && wanted !== undefined && !isCalledByFormat(wanted)) return wanted.notice.core;
      const isOther = wanted !== undefined && wanted.edition !== own && (isNotice || own !== '');
      if (!isWrong && !isOther) return undefined;
      return `${issued}${formatName}${isOther ? wanted.edition : edition}${notice}`;
    },
  };
}
