import { chatWords } from '../../format/leftovers.ts';
import type { Report } from '../../report/model.ts';
import { spanIn } from '../../report/reading/prose.ts';
import { memo, PARAGRAPHS } from '../../text/memo.ts';
import type { Span } from '../../text/span.ts';
import { backLines, deleted, type Piece } from './piece.ts';

/** Characters without which no sentence is a chat program's. */
const GUARD = /[您你]|作为|由AI|由人工|根据实际|根据具体|^当然|^好的/;

/** The sentences of a paragraph that a chat program says, by their offsets. */
const sentencesIn = memo((text: string): readonly { readonly from: number; readonly to: number }[] => {
  if (!GUARD.test(text)) return [];
  return [...text.matchAll(/[^。！!？?\n]+[。！!？?]*/g)].flatMap(({ 0: sentence, index }) => {
    const said = sentence.trimStart();
    const from = index + sentence.length - said.length;
    return chatWords.some((words) => words.test(said)) ? [{ from, to: from + said.trimEnd().length }] : [];
  });
}, PARAGRAPHS);

/** What a chat program says to its user. */
export function chatPieces(report: Report): readonly Piece[] {
  const inText = report.paragraphs.flatMap((paragraph) =>
    sentencesIn(paragraph.text).map(({ from, to }) => spanIn(paragraph, from, to)),
  );
  // Behind the signature there are no paragraphs, but lines.
  const behind = backLines(report)
    .filter(({ start }) => start >= report.bodyEnd)
    .flatMap(({ start, text }) => sentencesIn(text).map(({ from, to }) => ({ start: start + from, end: start + to })));
  return [...inText, ...behind].map((span) => deleted(report, span));
}

/** `**重点**` in plain text. */
const BOLD = /(?<!\*)\*\*(?!\*)([^*\r\n]{1,200}?)(?<!\*)\*\*(?!\*)/g;
/** `### （一）主动公开` in plain text. */
const HASHES = /^#{1,6}[^\S\r\n]+(?=\S)/gm;
/** A line under the head of a Markdown table: a text with one is Markdown, whatever its file is called. */
const SEPARATOR = /^\s*\|?\s*:?-{3,}:?\s*\|/m;
/** `###（一）主动公开` in Markdown: without a blank no heading. */
const NO_HEADING = /^#{1,6}(?=[\u4e00-\u9fff（(])/gm;
/** A pair of asterisks. */
const STARS = /(?<!\*)\*\*(?!\*)/g;
/** A pair of asterisks before a unit, where it may stand for a number that is still to be filled in: `发布信息**条`. */
const UNKNOWN = /(?<!\*)\*\*\s?[年月日号条件次份篇场起元个项]/;

/** Marks of Markdown that are shown as they are. */
export function markPieces(report: Report): readonly Piece[] {
  const { uncommented: text, language } = report;
  if (!/\*\*|^#/m.test(text)) return [];
  if (language === 'plaintext') return SEPARATOR.test(text) ? [] : plainMarks(text);
  return language === 'markdown' ? [...noHeadings(text), ...loneStars(report)] : [];
}

function plainMarks(text: string): readonly Piece[] {
  const bold = [...text.matchAll(BOLD)].map(({ 0: all, 1: words = '', index }): Piece => {
    const span = { start: index, end: index + all.length };
    return { span, edit: { span, text: words } };
  });
  const hashes = [...text.matchAll(HASHES)].map(({ 0: mark, index }) =>
    removed({ start: index, end: index + mark.length }),
  );
  return [...bold, ...hashes];
}

function noHeadings(text: string): readonly Piece[] {
  return [...text.matchAll(NO_HEADING)].map(({ 0: mark, index }): Piece => {
    const end = index + mark.length;
    return { span: { start: index, end }, edit: { span: { start: end, end }, text: ' ' } };
  });
}

/** Of an odd number of pairs of asterisks in a paragraph the last one, unless one of them may be a number. */
function loneStars({ paragraphs, uncommented: text }: Report): readonly Piece[] {
  return paragraphs.flatMap(({ lines }) => {
    const start = lines[0]?.start ?? 0;
    const source = text.slice(start, lines.at(-1)?.end ?? start);
    if (!source.includes('**')) return [];
    const stars = [...source.matchAll(STARS)];
    const last = stars.at(-1);
    if (last === undefined || stars.length % 2 === 0 || UNKNOWN.test(source)) return [];
    return [removed({ start: start + last.index, end: start + last.index + 2 })];
  });
}

function removed(span: Span): Piece {
  return { span, edit: { span, text: '' } };
}
