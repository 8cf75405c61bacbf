import { below, type Random } from './random.ts';

/** What Markdown allows around words of a line. */
export const wraps: readonly { readonly name: string; readonly wrap: (words: string) => string }[] = [
  { name: 'bold', wrap: (words) => `**${words}**` },
  { name: 'italics', wrap: (words) => `*${words}*` },
  { name: 'bold and italics', wrap: (words) => `***${words}***` },
  { name: 'bold by tags', wrap: (words) => `<b>${words}</b>` },
  { name: 'a span', wrap: (words) => `<span style="font-size:16pt">${words}</span>` },
  { name: 'code', wrap: (words) => `\`${words}\`` },
  { name: 'a link', wrap: (words) => `[${words}](https://gkml.example.cn/a_(1)?b=2025 "2024年")` },
  { name: 'a link to a long address', wrap: (words) => `[${words}](https://gkml.example.cn/?p=${'1'.repeat(300)})` },
  { name: 'escapes', wrap: (words) => words.replace(/[!-/:-@[-`{-~]/g, (sign) => (sign === '|' ? sign : `\\${sign}`)) },
];

/** What a line may already hold of marks, beside which another one would mean something else. */
const MARKED = /[\\`*_~<>&[\]]/;

/**
 * A text in which words of some lines are set in marks: whole lines, single cells, or a part of one.
 * @param share of the lines that can be
 */
export function setInMarks(text: string, wrap: (words: string) => string, random: Random, share: number): string {
  return text
    .split('\n')
    .map((line, i, lines) => {
      // Bold makes a line look like a heading: beside one it would weigh more than without.
      const isBesideHeading = [lines[i - 1], lines[i + 1]].some((other) => HEADING.test(other ?? ''));
      return isBesideHeading || MARKED.test(line) || random() > share ? line : markedLine(line, wrap, random);
    })
    .join('\n');
}

function markedLine(line: string, wrap: (words: string) => string, random: Random): string {
  const isRow = line.includes('|') || line.includes('\t');
  // Marks have a width of their own: in columns of spaces they would move what stands behind them.
  if ((!isRow && /^ {8}|\S\s{2,}\S|\S\s+[\d.]+\s*$/.test(line)) || /^[\s|:-]*$/.test(line)) return line;
  const parts = line.split(/([|\t])/);
  const cells = parts.flatMap((part, i) => (part.trim() === '' || part === '|' ? [] : [i]));
  const chosen = cells[below(random, cells.length)] ?? 0;
  return parts.map((part, i) => (i === chosen ? markedPart(part, wrap, random) : part)).join('');
}

/** `## 表三`, `三、收到和处理政府信息公开申请情况` (3. requests received and handled). */
const HEADING = /^\s*(?:#|[一二三四五六]、)/;
/** Characters of the longest paragraph that somebody sets in marks. */
const LONGEST = 1000;

/** A part with its words, or some of them, in marks; signs before a heading or an item stay outside. */
function markedPart(part: string, wrap: (words: string) => string, random: Random): string {
  const [, lead = '', words = '', tail = ''] = /^(\s*(?:(?:#{1,6}|[-+>])\s+)*)(.*?)(\s*)$/s.exec(part) ?? [];
  // Nobody sets a page in marks.
  if (words === '' || words.length > LONGEST) return part;
  const whole = random() < 0.5 || words.length < 4;
  const from = whole ? 0 : below(random, words.length - 1);
  const to = whole ? words.length : from + 1 + below(random, words.length - from);
  const inner = words.slice(from, to);
  // Not between the halves of a word or a number in Latin letters, where signs are text.
  if (inner.trim() !== inner || /\w$/.test(words.slice(0, from)) || /^\w/.test(words.slice(to))) return part;
  return lead + words.slice(0, from) + wrap(inner) + words.slice(to) + tail;
}
