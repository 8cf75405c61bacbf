import { standardTable } from '../render/write.ts';
import type { Block, ReportDocument } from './document.ts';

/** A report as a plain-text draft: tables as tab-separated rows, an empty line between all parts. */
export function toText({ blocks }: ReportDocument): string {
  return `${blocks.map(textOf).join('\n\n')}\n`;
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'table':
      return standardTable(block.format, 'plaintext', block.textOf);
    case 'grid':
      return block.rows.map((row) => row.join('\t')).join('\n');
    case 'paragraph':
      return block.inlines.map(({ text }) => text).join('');
    default:
      return block.text;
  }
}
