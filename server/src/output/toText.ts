import { standardTable } from '../writing/write.ts';
import type { DocumentBlock, ReportDocument } from './document.ts';
import { textOf } from './inlines.ts';

/** A report as a plain-text draft: tables as tab-separated rows, an empty line between all parts. */
export function toText({ blocks }: ReportDocument): string {
  return `${blocks.map(partOf).join('\n\n')}\n`;
}

function partOf(block: DocumentBlock): string {
  switch (block.kind) {
    case 'table':
      return standardTable(block.format, 'plaintext', block.textOf);
    case 'grid':
      return block.rows.map((row) => row.join('\t')).join('\n');
    case 'paragraph':
      return textOf(block.inlines);
    default:
      return block.text;
  }
}
