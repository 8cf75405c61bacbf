import { blocksOf, type Dress, finish, type Written, type WrittenHeading } from './document.ts';
import type { Draft, DraftCell, DraftTable } from './draft.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '“': '&ldquo;',
  '”': '&rdquo;',
  '　': '&#12288;',
  '\u00a0': '&nbsp;',
  '—': '&mdash;',
};

/** A text as HTML, with the entities that editors write. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>“”　\u00a0—]/g, (char) => ENTITIES[char] ?? char);
}

/** What a cell's text is wrapped in, and what stands in a blank one. */
export interface HtmlStyle {
  readonly cell: (text: string) => string;
  readonly blank: string;
  readonly attributes: string;
  /** Text between the tags of two cells. */
  readonly between: string;
}

/** Plain cells. */
export const bare: HtmlStyle = { cell: escapeHtml, blank: '', attributes: '', between: '' };

/** Cells as Word saves them. */
export const word: HtmlStyle = {
  cell: (text) =>
    `<p class="MsoNormal" align="center" style='text-align:center'><span style='font-size:9.0pt'>${escapeHtml(text)}</span></p>`,
  blank: '<p class="MsoNormal"><span lang="EN-US">&nbsp;</span></p>',
  attributes: ' width="64" valign="center" style=\'border:solid windowtext 1.0pt;padding:0 5.4pt\'',
  between: '\n  ',
};

/** The widths of the cells of a row where they differ from the official ones; undefined where they do not. */
export type Spans = (row: readonly DraftCell[], table: DraftTable) => readonly number[] | undefined;

/** An HTML table with the merged cells of the official layout. */
export function htmlTable(table: DraftTable, style: HtmlStyle, spans: Spans = () => undefined): string {
  const lines: string[] = ['<table border="1" cellspacing="0">', '<tbody>'];
  for (const row of table.rows) {
    if (row.kind === 'break' || row.kind === 'note') continue;
    const own = row.cells.filter((cell) => cell.kind !== 'right' && cell.kind !== 'down');
    const widths = spans(own, table);
    const cells = own.map((cell, i) => {
      const colspan = widths?.[i] ?? cell.colspan;
      const merged =
        (cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : '') + (colspan > 1 ? ` colspan="${colspan}"` : '');
      return `<td${merged}${style.attributes}>${cell.text === '' ? style.blank : style.cell(cell.text)}</td>`;
    });
    lines.push(`<tr>${style.between}${cells.join(style.between)}</tr>`);
  }
  return [...lines, '</tbody>', '</table>'].join('\n');
}

/**
 * Table 2 of the trial format on the five grid columns that 上海 published: of three values the last header but the
 * middle value is two wide; of two values both are. Cells keep their order, only the grid lines differ.
 */
export const shanghai: Spans = (row, table) => {
  if (
    table.id !== 'disclosure' ||
    !table.rows.some((other) => other.cells.some((cell) => cell.text.includes('上一年')))
  ) {
    return undefined;
  }
  if (row.length === 1) return [5];
  if (row.length === 3) return [1, 2, 2];
  const slot = row[1]?.slot;
  return slot !== undefined && slot.column === 'lastYear' ? [1, 2, 1, 1] : [1, 1, 2, 1];
};

/** How a page writes its headings. */
export type HtmlHeading = 'h2' | 'strong' | 'spans';

function headingHtml(text: string, kind: HtmlHeading): string {
  if (kind === 'h2') return `<h2>${escapeHtml(text)}</h2>`;
  if (kind === 'strong') return `<p style="text-indent:2em"><strong>${escapeHtml(text)}</strong></p>`;
  const cut = text.indexOf('、') + 1;
  return `<p class=MsoNormal><b><span>${escapeHtml(text.slice(0, cut))}</span></b><b><span lang=EN-US>${escapeHtml(text.slice(cut))}</span></b></p>`;
}

const HEAD = [
  '<!DOCTYPE html>',
  '<html lang="zh-CN">',
  '<head>',
  '<meta charset="utf-8">',
  '<title>政府信息公开年报 - 门户网站</title>',
  '<style>table { border-collapse: collapse } td > p { margin: 0 }</style>',
  '<script>var columns = ["规章", "行政许可", "总计"]; if (1 < 2) { document.write("<table>"); }</script>',
  '</head>',
  '<body>',
  '<nav><ul><li><a href="/">首页</a></li><li><a href="/gk">政府信息公开</a></li><li><a href="/nb">政府信息公开年报</a></li></ul></nav>',
  '<!-- 正文 -->',
];

/** A whole page: the report between the site's own parts, inside a table that lays out the page. */
export function htmlPage(draft: Draft, dress: Dress, style: HtmlStyle, heading: HtmlHeading): Written {
  const sections: WrittenHeading[] = [];
  let text = `${HEAD.join('\n')}\n<table class="page" width="100%"><tr><td class="left">&nbsp;</td><td class="main">\n`;
  for (const block of blocksOf(draft)) {
    if (block.table !== undefined) {
      text += `${htmlTable(block.table, style)}\n`;
      continue;
    }
    if (block.kind === 'heading') {
      sections.push({ number: block.number ?? 0, heading: block.text.trim(), line: text.split('\n').length });
      text += `${headingHtml(block.text, heading)}\n`;
    } else if (block.kind === 'title') text += `<h1>${escapeHtml(block.text)}</h1>\n`;
    else text += `<p style="text-indent:2em"><span>${escapeHtml(block.text)}</span></p>\n`;
  }
  text += '</td></tr></table>\n<footer><p>版权所有&copy;门户网站</p></footer>\n</body>\n</html>';
  return { text: finish(text, dress), sections };
}
