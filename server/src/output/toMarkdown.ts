import { evened } from '../format/tableParts.ts';
import { pipeLines, standardTable } from '../writing/write.ts';
import type { DocumentBlock, ReportDocument } from './document.ts';

const MARKS = { title: '# ', section: '## ', subsection: '### ', signature: '' } as const;

/** A report as a Markdown draft: headings, pipe tables, an empty line between all parts. */
export function toMarkdown({ blocks }: ReportDocument): string {
  return `${blocks.map(markdownOf).join('\n\n')}\n`;
}

function markdownOf(block: DocumentBlock): string {
  switch (block.kind) {
    case 'table':
      return standardTable(block.format, 'markdown', (slot) => escapeCell(block.textOf(slot)));
    case 'grid':
      return pipeLines(evened(block.rows).map((row) => row.map(escapeCell))).join('\n');
    case 'paragraph':
      return block.inlines
        .map(({ text, strong }) => (strong ? `**${escapeMarks(text)}**` : escapeMarks(text)))
        .join('');
    default:
      return MARKS[block.kind] + escapeTags(block.text);
  }
}

/** A text in which no sign is a mark: `<script>`, `**`, `&lt;` stay what they are. */
function escapeMarks(text: string): string {
  const plain = text.replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\').replaceAll('**', '\\*\\*');
  return escapeTags(plain);
}

/** The same for a cell, whose escapes are all backslashes. */
function escapeCell(text: string): string {
  return text.replace(/\\(?=[!-/:-@[-`{-~])|\*(?=\*)|<(?=[a-z/!?])/gi, '\\$&');
}

/** A text in which nothing is an HTML tag or an entity; `<http://www.example.cn>` stays, a link in Markdown. */
function escapeTags(text: string): string {
  return text
    .replace(/&(?=(?:lt|gt|amp|quot|nbsp);|#)/g, '&amp;')
    .replace(/<(?=[a-z/!?])(?!https?:\/\/[^\s<>]*>)/gi, '&lt;');
}
