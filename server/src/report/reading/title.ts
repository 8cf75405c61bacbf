import { isBlank, squeeze } from '../../text/fold.ts';
import type { Signature, Title } from '../model.ts';
import { withoutMarks } from './headings.ts';
import { offsetWithBlanks, withoutBlanks } from './marks.ts';
import { type Piece, part, type TextLine } from './pieces.ts';
import type { Source } from './source.ts';

/** Lines before which a title has to come. */
const FRONT = 40;
const LONGEST_TITLE = 80;
const YEAR = /(20\d\d|二[〇零○О0oO][〇零○一二三四五六七八九]{2})年度?/;
// `…2020年政府信息公开工作年度报告` (annual report on open government information of 2020) in four orders of its words:
// `…政府信息公开工作2020年度报告`, `…工作年度报告（2020年度）`, `…信息公开年报`
const TITLE = /信息公开[^。；，]{0,16}(?:报告|年报)(?:[（(][^（）()]*[)）])?$/;
/** A notice, format, guide, rules, news, explanation, a web page's `栏目：` (column); in accordance with, hereby, this report. */
const NO_TITLE = /(?:通知|格式|指南|规定|办法|新闻(?![出办中广])|解读|栏目[：:])|^(?:根据|按照|现将|本报告)/;
/** `云川市人民政府办公室：` (to …), `现将……报送如下。`, `关于报送……的函` (letter): lines before a title that are no part of it. */
const NO_PART = /[。；，:：;,]$|的函$|^现将/;
/** Government, commission, bureau, office, ministry, centre, subdistrict, town, company, school, zone, court … */
const BODY =
  /(?:政府|委员会|委|局|厅|办|室|处|院|部|署|中心|街道|乡|镇|公司|学校|大学|所|站|队|会|园区|开发区|管理区|法院|检察院|集团)(?:办公室|办公厅)?$/;
const DATE =
  /^(?:20\d\d|二[〇零○О0oO][〇零○一二三四五六七八九]{2})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日?$/;

/**
 * A title that the first paragraph runs on from, with or without a blank between: `…年度报告根据《条例》……` (annual report In
 * accordance with …).
 */
const GLUED =
  /^\s*[^。，；：]{4,60}?信息公开[^。，；：]{0,12}(?:年度报告|年报)(?=\s*(?:根据|按照|依据|本报告|为了?|现))/;
/** What may stand behind a signature on its line: the button of a web page, a note that there is an attachment. */
const BEHIND_DATE = /^\s*(?:[（(【[]?(?:附件|相关附件|点击下载|下载|扫一扫|打印)[^。；]{0,20})?$/;
/** A signature on one line, the body before the date: `云川市水务局 2026年1月20日`. */
const SIGNED =
  /^([^，。；：、,;:\d]{3,40}?)\s*((?:20\d\d|二[〇零○О0oO][〇零○一二三四五六七八九]{2})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日)/;
/** `现公布某局2023年政府信息公开工作年度报告` (now published: a bureau's report of 2023): the body without a title. */
const ANNOUNCED =
  /(?:现公布|现将|特编制|编制了?|公布)([^，。；、：《》（）]{2,30}?)20\d\d\s*年度?政府信息公开(?:工作)?(?:年度)?(?:报告|年报)/;

interface TitleLine {
  readonly text: string;
  readonly plain: string;
  readonly start: number;
  readonly end: number;
  /** Start of the line that it stands on, its marks included. */
  readonly line: number;
}

/** The year that a text with Arabic or Chinese digits names, as `2020年` or `二〇二〇年度`. */
export function yearIn(text: string): number | undefined {
  const match = YEAR.exec(text)?.[1];
  if (match === undefined) return undefined;
  const digits = match.replace(/[^\d]/g, (char) => String(Math.max(0, '〇一二三四五六七八九'.indexOf(char))));
  return Number(digits);
}

function lineOf(piece: TextLine): TitleLine {
  const { text, span } = withoutMarks(piece);
  return { text: withoutBlanks(text), plain: squeeze(text), start: span.start, end: span.end, line: piece.span.start };
}

/** A part of a line, by offsets in its text without blanks. */
function partOf(piece: TextLine, from: number, to: number): TitleLine {
  const start = offsetWithBlanks(piece.text, from);
  return lineOf({ ...piece, ...part(piece, start, offsetWithBlanks(piece.text, to - 1) + 1) });
}

/** The title: one line, or several on top of each other with body, year and name. */
export function readTitle(source: Source, firstHeading: number): Title | undefined {
  const lines: TitleLine[] = [];
  const end = Math.min(firstHeading, source.pieces.length);
  for (let i = 0; i < end && lines.length < FRONT; i++) {
    const piece = source.pieces[i] as Piece;
    if (piece.kind === 'table' || isBlank(piece.text)) continue;
    const text = withoutBlanks(piece.text);
    const glued = GLUED.exec(text.slice(0, 2 * LONGEST_TITLE))?.[0];
    if (glued !== undefined) lines.push(partOf(piece, 0, glued.length));
    else lines.push(text.length > 2 * LONGEST_TITLE ? NO_LINE : lineOf(piece));
  }
  for (let at = 0; at < lines.length; at++) {
    for (let count = 1; count <= 3 && at + count <= lines.length; count++) {
      const window = lines.slice(at, at + count);
      if (window.some(({ plain }) => plain === '' || NO_PART.test(plain))) break;
      const plain = window.map((line) => line.plain).join('');
      if (plain.length > LONGEST_TITLE || NO_TITLE.test(plain)) break;
      if (TITLE.test(plain)) return titleOf(lines, at, count);
    }
  }
  return undefined;
}

/** The title of some lines, with the body and year that stand in lines of their own above it. */
function titleOf(lines: readonly TitleLine[], at: number, count: number): Title {
  let first = at;
  const plainOf = (from: number): string =>
    lines
      .slice(from, at + count)
      .map((line) => line.plain)
      .join('');
  while (first > 0 && at - first < 2) {
    const above = lines[first - 1] as TitleLine;
    const missing = bodyIn(plainOf(first)) === undefined || yearIn(plainOf(first)) === undefined;
    if (!missing || above.plain === '' || above.plain.length > 40) break;
    const fits = (yearIn(above.plain) !== undefined && above.plain.length < 10) || BODY.test(above.plain);
    if (!fits) break;
    first--;
  }
  const used = lines.slice(first, at + count);
  return {
    text: used.map((line) => line.text).join(''),
    span: { start: used[0]?.start ?? 0, end: used[used.length - 1]?.end ?? 0 },
    body: bodyIn(plainOf(first)),
    year: yearIn(plainOf(first)),
  };
}

/** The body in a title without white space: what is left when year and name are taken out. */
function bodyIn(plain: string): string | undefined {
  const match = /^(.*?)(?:政府信息公开|政务信息公开|政务公开|信息公开)/.exec(
    plain.replace(YEAR, '').replace(/^关于/, ''),
  );
  const rest = (match?.[1] ?? '').replace(/[（(][^（）()]*[)）]$/, '').replace(/关于$/, '');
  if (rest.length < 2) return undefined;
  return rest.endsWith('人民') ? `${rest}政府` : rest;
}

const NO_LINE: TitleLine = { text: '', plain: '', start: 0, end: 0, line: 0 };

/** The body of a report whose first sentence names it. */
export function readAnnouncedBody(text: string): string | undefined {
  return ANNOUNCED.exec(text.slice(0, 3000))?.[1]?.trim();
}

/** The signature at the end: body and date, each on a line of its own or both on one; undefined where there is none. */
export function readSignature(source: Source): Signature | undefined {
  const lines: TitleLine[] = [];
  for (let i = source.pieces.length - 1; i >= 0 && lines.length < 4; i--) {
    const piece = source.pieces[i] as Piece;
    if (piece.kind === 'table') break;
    if (isBlank(piece.text)) continue;
    if (withoutBlanks(piece.text).length > 2 * LONGEST_TITLE) break;
    const signed = signedLine(piece);
    if (signed !== undefined) return signed;
    lines.push(lineOf(piece));
  }
  const at = lines.findIndex((line) => DATE.test(line.plain));
  const date = lines[at];
  const year = date === undefined ? undefined : yearIn(date.plain);
  if (date === undefined || year === undefined) return undefined;
  const above = lines[at + 1];
  const body = above !== undefined && above.plain.length <= 40 && BODY.test(above.plain) ? above : undefined;
  return {
    body: body?.plain,
    bodySpan: body === undefined ? undefined : { start: body.start, end: body.end },
    date: date.text,
    dateSpan: { start: date.start, end: date.end },
    year,
    start: (body ?? date).line,
  };
}

/** The signature that one line holds alone. */
function signedLine(piece: TextLine): Signature | undefined {
  const text = withoutBlanks(piece.text);
  const indent = text.length - text.trimStart().length;
  const match = SIGNED.exec(text.slice(indent, indent + 2 * LONGEST_TITLE));
  if (match === null) return undefined;
  const [all, name = '', date = ''] = match;
  const year = yearIn(squeeze(date));
  const end = indent + all.length;
  if (year === undefined || !BODY.test(squeeze(name))) return undefined;
  if (!BEHIND_DATE.test(text.slice(end, end + LONGEST_TITLE))) return undefined;
  const body = partOf(piece, indent, indent + name.length);
  const dated = partOf(piece, end - date.length, end);
  return {
    body: body.plain,
    bodySpan: { start: body.start, end: body.end },
    date: dated.text,
    dateSpan: { start: dated.start, end: dated.end },
    year,
    start: piece.span.start,
  };
}

/** Whether a text without white space reads like the name of a body, as under a report: `青澜县教育局`. */
export function isBodyName(plain: string): boolean {
  return plain.length > 2 && plain.length <= 40 && BODY.test(plain) && !/[，。；：、,;:]/.test(plain);
}
