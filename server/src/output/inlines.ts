import type { Language, Paragraph, Report } from '../report/model.ts';
import { countWhile } from '../text/search.ts';
import type { Span } from '../text/span.ts';

/** A part of a paragraph in one type. */
export interface Inline {
  readonly text: string;
  readonly strong: boolean;
}

/** HTML tags that only set type: in Markdown they are no text. */
export const TYPE_TAGS =
  /<\/?(?:a|b|big|br|center|code|del|div|em|font|i|ins|mark|p|s|small|span|strong|sub|sup|u)(?:\s[^<>]{0,200})?\/?>/gi;
/** Markdown's escapes and the entities that are written for them: `\*`, `&lt;`. */
const ESCAPED = /\\([!-/:-@[-`{-~])|&(lt|gt|amp|quot|nbsp);/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' };

/**
 * A paragraph's text as the drafter wrote it, lines that copying broke joined. Pairs of `**` are strong type; in
 * Markdown tags that only set type are left out. Every other sign is text.
 */
export function inlinesOf(paragraph: Paragraph, report: Report): Inline[] {
  const lines = paragraph.lines.map((line, i) => {
    const shown = paragraph.shown?.[i];
    if (shown !== undefined) return [{ text: shown, strong: false }];
    return textInlines(withoutComments(report, line), report.language);
  });
  return trimInlines(merged(lines.flatMap(spacedLine)));
}

/** Sets lines apart that end and begin with Latin letters; Chinese needs no space. */
function spacedLine(line: readonly Inline[], index: number, lines: readonly (readonly Inline[])[]): readonly Inline[] {
  const before = lines[index - 1]?.at(-1)?.text ?? '';
  const after = line[0]?.text ?? '';
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? [{ text: ' ', strong: false }, ...line] : line;
}

/** A part of the draft without the comments in it. */
function withoutComments({ text, commentSpans }: Report, { start, end }: Span): string {
  let shown = '';
  let at = start;
  for (let i = countWhile(commentSpans, (comment) => comment.end <= start); i < commentSpans.length; i++) {
    const comment = commentSpans[i];
    if (comment === undefined || comment.start >= end) break;
    shown += text.slice(at, Math.max(at, comment.start));
    at = comment.end;
  }
  return shown + text.slice(at, end);
}

/** The parts of a line; `**` that comes in pairs around words is strong type, also in a text copied from Markdown. */
function textInlines(raw: string, language: Language): Inline[] {
  if (language === 'html') return [{ text: raw, strong: false }];
  const plain = (text: string): string => (language === 'markdown' ? withoutEscapes(text) : text);
  const parts = (language === 'markdown' ? raw.replace(TYPE_TAGS, '') : raw).split('**');
  const paired = parts.length % 2 === 1 && parts.every((part, i) => i % 2 === 0 || /[\p{L}\p{N}]/u.test(part));
  if (paired) return parts.map((part, i) => ({ text: plain(part), strong: i % 2 === 1 }));
  // A mark whose other half belongs to the heading before.
  const whole = parts.length === 2 && (parts[0] === '' || parts[1] === '') ? parts.join('') : parts.join('**');
  return [{ text: plain(whole), strong: false }];
}

function withoutEscapes(text: string): string {
  return text.replace(ESCAPED, (_, sign?: string, name?: string) => sign ?? ENTITIES[name ?? ''] ?? '');
}

/** Joins neighbours in the same type and drops empty parts. */
function merged(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result[result.length - 1];
    if (inline.text === '') continue;
    if (last?.strong === inline.strong) result[result.length - 1] = { ...last, text: last.text + inline.text };
    else result.push(inline);
  }
  return result;
}

/** Without the white space at either end. */
function trimInlines(inlines: readonly Inline[]): Inline[] {
  return inlines.map((inline, i) => {
    const start = i === 0 ? inline.text.trimStart() : inline.text;
    return { ...inline, text: i === inlines.length - 1 ? start.trimEnd() : start };
  });
}

/** A line of a draft that is not part of a paragraph, its outer marks taken off. */
export function lineInlines(raw: string, language: Language): Inline[] {
  return trimInlines(merged(textInlines(raw, language)));
}

/** The text of all parts. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join('');
}
