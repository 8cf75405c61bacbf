import MarkdownIt, { type Token } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import type { Language, Paragraph, Report } from '../../report/model.ts';
import { countWhile } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';
import { TYPE_TAGS } from '../inlines.ts';
import { titleParts } from '../titleParts.ts';

/** A part of a text in one type, and its place in the draft; of equal lengths they match character for character. */
export interface StyledRun {
  readonly text: string;
  readonly span: Span;
  readonly tags: readonly Tag[];
}

/** Elements that set type; `together` is one that no line ends in. */
export type Tag = 'strong' | 'em' | 'code' | 'together';

/** Inline Markdown without HTML and without line breaks of its own; bold also beside Chinese marks: `**一是。**全年`. */
const markdown = new MarkdownIt('commonmark', { html: false, linkify: false }).use(cjkFriendly);
markdown.core.ruler.disable('text_join');

/** Characters behind the last place in which the source of the next part is looked for: the address of a link. */
const REACH = 4000;

/** The running text of a paragraph as it is shown: in Markdown without its marks, in HTML with its entities resolved. */
export function paragraphRuns(paragraph: Paragraph, { uncommented, language }: Report): StyledRun[] {
  if (language === 'html') {
    return paragraph.stretches.map(({ at, length, span }) => ({
      text: paragraph.text.slice(at, at + length),
      span,
      tags: [],
    }));
  }
  return textRuns(paragraph.lines, uncommented, language);
}

/** Characters of a title that a narrow pane has room for. */
const LONGEST_PIECE = 8;

/** A title as it is shown: its year and the words behind it in pieces, between which its lines end. */
export function titleRuns(text: string, span: Span): StyledRun[] {
  const parts = titleParts(text);
  if (parts.length === 1 || text.length !== span.end - span.start) return [{ text, span, tags: [] }];
  let at = span.start;
  return parts.map((part, i): StyledRun => {
    const start = at;
    at += part.length;
    // The body's name comes first, and may be longer than a line.
    const whole = i > 0 && part.length <= LONGEST_PIECE;
    return { text: part, span: { start, end: at }, tags: whole ? ['together'] : [] };
  });
}

/** Lines of a draft as one running text. */
export function textRuns(lines: readonly Span[], draft: string, language: Language): StyledRun[] {
  if (language !== 'markdown') {
    return lines.flatMap((line, index) => [
      ...gapBefore(lines, index, draft),
      { text: draft.slice(line.start, line.end), span: line, tags: [] },
    ]);
  }
  const joined = join(lines, draft);
  return markdownRuns(joined.text).flatMap((run) => placed(run, joined.segments));
}

/** The space between lines that end and begin with Latin letters; Chinese needs none. */
function gapBefore(lines: readonly Span[], index: number, draft: string): StyledRun[] {
  const [before, after] = [lines[index - 1], lines[index]];
  if (before === undefined || after === undefined) return [];
  const latin = /[A-Za-z]/.test(draft.charAt(before.end - 1)) && /[A-Za-z]/.test(draft.charAt(after.start));
  return latin ? [{ text: ' ', span: { start: after.start, end: after.start }, tags: [] }] : [];
}

/** A part of a joined text and where it stands in the draft. */
interface Segment {
  readonly at: number;
  readonly length: number;
  readonly start: number;
}

/** Lines as one text, tags that only set type left out. */
function join(lines: readonly Span[], draft: string): { readonly text: string; readonly segments: readonly Segment[] } {
  let text = '';
  const segments: Segment[] = [];
  const add = (start: number, end: number): void => {
    if (end <= start) return;
    segments.push({ at: text.length, length: end - start, start });
    text += draft.slice(start, end);
  };
  lines.forEach(({ start, end }, index) => {
    if (gapBefore(lines, index, draft).length > 0) text += ' ';
    let at = start;
    for (const tag of draft.slice(start, end).matchAll(TYPE_TAGS)) {
      add(at, start + tag.index);
      at = start + tag.index + tag[0].length;
    }
    add(at, end);
  });
  return { text, segments };
}

/** A run whose place is in the joined text. */
type JoinedRun = StyledRun;

/** Parses inline Markdown; the parser says no places, so each part is looked for behind the one before. */
function markdownRuns(text: string): JoinedRun[] {
  const runs: JoinedRun[] = [];
  const tags: Tag[] = [];
  let at = 0;
  const add = (shown: string, written: string, all: readonly Tag[]): void => {
    if (shown === '') return;
    const found = written === '' ? -1 : text.slice(at, at + written.length + REACH).indexOf(written);
    const start = found < 0 ? at : at + found;
    const end = found < 0 ? start : start + written.length;
    at = end;
    runs.push({ text: shown, span: { start, end }, tags: [...new Set(all)] });
  };
  for (const token of markdown.parseInline(text, {})[0]?.children ?? []) {
    const tag = tagOf(token);
    if (tag !== undefined && token.nesting === 1) tags.push(tag);
    else if (tag !== undefined && token.nesting === -1) tags.splice(tags.lastIndexOf(tag), 1);
    else if (token.type === 'code_inline') add(token.content, token.content, [...tags, 'code']);
    else if (token.type === 'softbreak' || token.type === 'hardbreak') add(' ', '\n', tags);
    else if (token.type === 'text_special') add(token.content, token.markup, tags);
    else if (token.type === 'image') add(token.content, token.content, tags);
    // Underscores are blanks to be filled in: `受理__件`.
    else if (token.markup.startsWith('_')) add(token.markup, token.markup, tags);
    else add(token.content, token.content, tags);
  }
  return runs;
}

/** The element of a mark of bold or slanted type; of those made with underscores none. */
function tagOf({ type, markup }: Token): Tag | undefined {
  if (!markup.startsWith('*')) return undefined;
  return type.startsWith('strong') ? 'strong' : type.startsWith('em') ? 'em' : undefined;
}

/** A run of the joined text in places of the draft; cut where lines or tags that were left out come between. */
function placed(run: JoinedRun, segments: readonly Segment[]): StyledRun[] {
  const { start, end } = run.span;
  const first = indexAt(segments, start);
  const origin = (segments[first]?.start ?? 0) + start - (segments[first]?.at ?? 0);
  if (end - start !== run.text.length) {
    const last = segments[indexAt(segments, Math.max(start, end - 1))];
    const until = end === start || last === undefined ? origin : last.start + end - last.at;
    return [{ ...run, span: { start: origin, end: until } }];
  }
  const runs: StyledRun[] = [];
  let at = start;
  for (let i = first; at < end; i++) {
    const segment = segments[i];
    if (segment === undefined) break;
    if (at < segment.at) {
      runs.push({
        ...run,
        text: run.text.slice(at - start, segment.at - start),
        span: { start: segment.start, end: segment.start },
      });
      at = segment.at;
    }
    const until = Math.min(end, segment.at + segment.length);
    if (until <= at) continue;
    const from = segment.start + at - segment.at;
    runs.push({
      ...run,
      text: run.text.slice(at - start, until - start),
      span: { start: from, end: from + until - at },
    });
    at = until;
  }
  if (at < end) runs.push({ ...run, text: run.text.slice(at - start), span: { start: origin, end: origin } });
  return runs;
}

/** Index of the last segment that begins at an offset or before it; the first where there is none. */
function indexAt(segments: readonly Segment[], offset: number): number {
  return Math.max(0, countWhile(segments, ({ at }) => at <= offset) - 1);
}
