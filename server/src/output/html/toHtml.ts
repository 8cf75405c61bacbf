import type { GridCell } from '../../format/grid.ts';
import type { TableFormat } from '../../format/schema.ts';
import type { Slot } from '../../format/shape.ts';
import { captionOf, evened, tableParts } from '../../format/tableParts.ts';
import { escapeHtml } from '../../text/escapeHtml.ts';
import type { DocumentBlock, ReportDocument } from '../document.ts';
import { titleParts } from '../titleParts.ts';
import { htmlStyle } from './htmlStyle.ts';

/** Columns from which a table is set in smaller type. */
const WIDE = 9;

/**
 * A report as one HTML page that needs nothing else: no script, nothing from elsewhere, its own style sheet. All of
 * the draft's text is text.
 */
export function toHtml({ name, blocks }: ReportDocument): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(name)}</title>
<style>
${htmlStyle}
</style>
</head>
<body>
<main>
${blocks.map(htmlOf).join('\n')}
</main>
</body>
</html>
`;
}

function htmlOf(block: DocumentBlock): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${titleParts(block.text).map(escapeHtml).join('<wbr>')}</h1>`;
    case 'section':
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case 'subsection':
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case 'signature':
      return `<p class="signature">${escapeHtml(block.text)}</p>`;
    case 'paragraph':
      return `<p>${block.inlines.map(({ text, strong }) => (strong ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text))).join('')}</p>`;
    case 'table':
      return tableOf(block.format, block.textOf);
    case 'grid':
      return gridOf(block.rows);
  }
}

function tableOf(format: TableFormat, textOf: (slot: Slot) => string): string {
  const { width, head, bodies } = tableParts(format);
  const rowOf = (row: readonly GridCell[]): string => `<tr>${row.map((cell) => cellOf(cell, textOf)).join('')}</tr>`;
  return [
    `<section class="table" tabindex="0" aria-label="${escapeHtml(captionOf(format))}">`,
    `<table class="${width > WIDE ? `${format.id} wide` : format.id}">`,
    `<caption>${escapeHtml(captionOf(format))}</caption>`,
    `<colgroup>${'<col>'.repeat(width)}</colgroup>`,
    ...(head.length === 0 ? [] : ['<thead>', ...head.map(rowOf), '</thead>']),
    ...bodies.flatMap((rows) => ['<tbody>', ...rows.map(rowOf), '</tbody>']),
    '</table>',
    '</section>',
  ].join('\n');
}

function cellOf({ kind, text, colspan, rowspan, slot }: GridCell, textOf: (slot: Slot) => string): string {
  const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`;
  if (slot !== undefined) return `<td${spans}>${escapeHtml(textOf(slot))}</td>`;
  // A cell without words heads nothing.
  if (text === '') return `<td${spans}></td>`;
  const scope = kind === 'caption' ? 'rowgroup' : kind === 'header' ? 'col' : 'row';
  return `<th${spans} scope="${scope}">${escapeHtml(text)}</th>`;
}

/** A table that is no statutory one; nothing is known of its headers. */
function gridOf(rows: readonly (readonly string[])[]): string {
  const lines = evened(rows).map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`);
  return ['<div class="table">', '<table>', '<tbody>', ...lines, '</tbody>', '</table>', '</div>'].join('\n');
}
