import { isBlock } from './html.ts';
import { readPage } from './markup.ts';

/** How a page begins, comments left out. */
const PAGE = /^(?:<!doctype html|<html[\s>])/i;
/** How a part of a page begins, as editors and browsers copy it. */
const PART =
  /^<(?:head|body|meta|link|style|title|div|section|article|main|center|p|h[1-6]|ul|ol|table|span|font|b|strong)(?=[\s>])/i;
/** A heading or a row of Markdown, which no page has. */
const MARKDOWN = /^ {0,3}(?:#{1,6}[ \t]|\|.*\|[ \t]*$)/m;
/** Of so many parts of a page's text at most one stands outside all of its blocks. */
const MOSTLY = 10;

/** Whether a text is an HTML page, or a part of one, whatever its name says. */
export function isPage(text: string): boolean {
  const start = beginOf(text);
  const beginning = text.slice(start, start + 100);
  if (PAGE.test(beginning)) return true;
  return PART.test(beginning) && !MARKDOWN.test(text) && isInBlocks(text);
}

/** Where a text begins, without white space, byte order mark and comments. */
function beginOf(text: string): number {
  let at = 0;
  for (;;) {
    while (/[\s\ufeff]/.test(text.charAt(at))) at++;
    if (!text.startsWith('<!--', at)) return at;
    const end = text.indexOf('-->', at + 4);
    if (end < 0) return at;
    at = end + 3;
  }
}

/** Whether nearly all of a text stands in block elements. */
function isInBlocks(text: string): boolean {
  let depth = 0;
  let inside = 0;
  let outside = 0;
  readPage(text, {
    open: ({ name }) => {
      if (isBlock(name)) depth++;
    },
    text: (data) => {
      const ink = data.trim().length;
      if (depth > 0) inside += ink;
      else outside += ink;
    },
    close: ({ name }) => {
      if (isBlock(name)) depth--;
    },
  });
  return inside > 0 && outside * MOSTLY <= inside;
}
