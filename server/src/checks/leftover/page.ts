import { pageButton, pageStart, pageWords, reportStart } from '../../format/leftovers.ts';
import type { Report } from '../../report/model.ts';
import { isFurniture } from '../../report/reading/furniture.ts';
import { narrowText, prefaceOf, spanIn } from '../../report/reading/prose.ts';
import { backLines, deleted, frontLines, type Line, type Piece } from './piece.ts';

/** Characters behind the way to a page in which its other words stand. */
const REACH = 600;

/** What a web page says around a report: lines of its own, and words that run into the first paragraph or the last line. */
export function pagePieces(report: Report): readonly Piece[] {
  if (report.language === 'html') return [];
  return [...shellAbove(report), ...pageLines(report), ...insideParagraphs(report), ...buttons(report)];
}

/** All above the title where any line of it is the page's: one piece. */
function shellAbove(report: Report): readonly Piece[] {
  const above = linesAbove(report);
  const first = above[0];
  const last = above.at(-1);
  if (first === undefined || last === undefined) return [];
  const span = { start: first.start, end: last.end };
  const whole = deleted(report, last).edit?.span.end ?? last.end;
  const start = report.lines.start(report.lines.lineAt(first.start));
  return [{ span, edit: { span: { start, end: whole }, text: '' } }];
}

/** The lines above the title if one of them is a page's. */
function linesAbove(report: Report): readonly Line[] {
  const { title } = report;
  if (title === undefined) return [];
  const above = frontLines(report).filter(({ end }) => end <= title.span.start);
  return above.some(({ text }) => isFurniture(text)) ? above : [];
}

function pageLines(report: Report): readonly Piece[] {
  const above = linesAbove(report);
  const all = [...frontLines(report).slice(above.length), ...backLines(report)];
  return all.filter(({ text }) => isFurniture(text)).map((line) => deleted(report, line));
}

/** `当前位置：首页政务公开…… 来源： 时间：2026-01-14 10:16 微信 微博 相关链接： 根据《条例》……`: the page's words of a paragraph. */
function insideParagraphs(report: Report): readonly Piece[] {
  return prefaceOf(report).flatMap((paragraph) => {
    const text = narrowText(paragraph.text);
    const from = text.search(pageStart);
    if (from < 0) return [];
    const window = text.slice(from, from + REACH);
    const until = window.search(reportStart);
    const words = [...(until < 0 ? window : window.slice(0, until)).matchAll(pageWords)].at(-1);
    if (words === undefined) return [];
    const span = spanIn(paragraph, from, from + words.index + words[0].trimEnd().length);
    return [deleted(report, span)];
  });
}

/** Buttons at the end of the draft's last lines. */
function buttons(report: Report): readonly Piece[] {
  return backLines(report)
    .slice(-6)
    .flatMap(({ text, end }) => {
      const button = isFurniture(text) ? undefined : pageButton.exec(text)?.[1];
      return button === undefined ? [] : [deleted(report, { start: end - button.length, end })];
    });
}
