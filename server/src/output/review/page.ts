import type { Report } from '../../report/model.ts';
import { escapeHtml } from '../../text/escapeHtml.ts';
import type { Sheet, SheetBlock, SheetRow, SheetTable } from '../sheet.ts';
import { pageStyle } from './style.ts';

/**
 * A whole HTML page that needs nothing else: no script, nothing from elsewhere, its own style sheet.
 * @param title plain text
 * @param body HTML whose text is escaped
 * @param nonce a word that nobody can guess; with it the page has a policy that lets it load its style sheet and
 *   nothing else, for an editor that shows it
 */
export function pageOf(title: string, body: readonly string[], nonce?: string): string {
  const allowed = nonce === undefined ? '' : ` nonce="${escapeHtml(nonce)}"`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
${nonce === undefined ? '' : policyOf(nonce)}<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style${allowed}>
${pageStyle}
</style>
</head>
<body>
<main>
${body.join('\n')}
</main>
</body>
</html>
`;
}

function policyOf(nonce: string): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">\n`;
}

/** The address of a line of the draft, from 1, for an editor that shows the page. */
export type LineLink = (line: number) => string;

/** A sheet as a page; `nonce` as for `pageOf`. With `link` the lines that its tables name are links. */
export function sheetHtml({ name, blocks }: Sheet, nonce?: string, link?: LineLink): string {
  return pageOf(
    name,
    blocks.map((block) => blockHtml(block, link)),
    nonce,
  );
}

function blockHtml(block: SheetBlock, link: LineLink | undefined): string {
  switch (block.kind) {
    case 'title':
      return element('h1', block.text);
    case 'heading':
      return element(block.level === 1 ? 'h2' : 'h3', block.text);
    case 'paragraph':
      return element('p', block.text);
    case 'subject':
    case 'verdict':
    case 'note':
      return element('p', block.text, block.kind);
    case 'table':
      return tableHtml(block.table, link);
    case 'summary':
      return `<div class="summary">\n${tableHtml(block.table)}\n</div>`;
    case 'signing':
      return [
        '<section class="sign" aria-labelledby="sign">',
        `<h2 id="sign">${escapeHtml(block.heading)}</h2>`,
        tableHtml(block.table),
        '</section>',
      ].join('\n');
  }
}

/** An element with plain text; its class is one of the style sheet's. */
export function element(name: 'h1' | 'h2' | 'h3' | 'p', text: string, ofClass?: string): string {
  return `<${name}${ofClass === undefined ? '' : ` class="${ofClass}"`}>${escapeHtml(text)}</${name}>`;
}

/** A table with its caption and headers. */
export function tableHtml({ caption, columns, rows }: SheetTable, link?: LineLink): string {
  return [
    '<table>',
    `<caption>${escapeHtml(caption)}</caption>`,
    `<thead><tr>${columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((row) => rowHtml(row, columns, link)),
    '</tbody>',
    '</table>',
  ].join('\n');
}

function rowHtml({ cells, state }: SheetRow, columns: readonly string[], link: LineLink | undefined): string {
  const [head = '', ...others] = cells.map((text, i) => cellHtml(text, columns[i] === LINES, link));
  const data = others.map((html) => `<td>${html}</td>`).join('');
  return `<tr${state === undefined ? '' : ` class="${state}"`}><th scope="row">${head}</th>${data}</tr>`;
}

/** The column whose cells are numbers of lines. */
const LINES = '行';

/** A cell's text; a line that it names, `第41行` or in a column of lines `41`, is a link. */
function cellHtml(text: string, isLine: boolean, link: LineLink | undefined): string {
  const html = escapeHtml(text);
  if (link === undefined) return html;
  const linked = (words: string, line: string): string => `<a href="${escapeHtml(link(Number(line)))}">${words}</a>`;
  return html.replace(isLine ? /^(\d+)$/ : /第(\d+)(?:[—、]\d+)*行/g, linked);
}

/** What a page is about: `云川市水务局　2025年度`, as far as the draft says it. */
export function subjectOf({ body, year }: Report): string {
  return `${body ?? '（机关未写明）'}　${year === undefined ? '（年度未写明）' : `${year}年度`}`;
}

/** A number as it is read, without the noise of binary fractions: `15`, `12.36`. */
export function figureText(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
