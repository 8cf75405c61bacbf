import { formatOf } from '../../server/src/format/formats.ts';
import { toChinese } from '../../server/src/text/numeral.ts';
import type { Draft, DraftTable } from './draft.ts';

/** How the lines around the tables are written. */
export interface Dress {
  readonly heading: 'plain' | 'indented' | 'hash' | 'hashes' | 'bold';
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly bom: boolean;
  /** Line ends between two paragraphs. */
  readonly gap: 1 | 2;
}

/** The plainest one. */
export const plain: Dress = { heading: 'plain', lineEnd: '\n', bom: false, gap: 2 };

/** Headings as a language and its drafters write them. */
export const headingStyles: Readonly<Record<'markdown' | 'plaintext', readonly Dress['heading'][]>> = {
  markdown: ['hash', 'hashes', 'bold', 'plain'],
  plaintext: ['plain', 'indented'],
};

/** A section heading as it must be read. */
export interface WrittenHeading {
  readonly number: number;
  readonly heading: string;
  /** From 1. */
  readonly line: number;
}

/** A report as text, and where its headings came to stand. */
export interface Written {
  readonly text: string;
  readonly sections: readonly WrittenHeading[];
}

/** A piece of a document before it is put together. */
export interface Block {
  readonly kind: 'title' | 'contents' | 'paragraph' | 'heading' | 'table' | 'signature';
  readonly text: string;
  readonly number?: number;
  readonly table?: DraftTable;
}

/** The report's pieces in the order in which they are written. */
export function blocksOf(draft: Draft): Block[] {
  const { report } = draft;
  const blocks: Block[] = report.title.map((text) => ({ kind: 'title', text }));
  const { sections } = formatOf(report.format);
  if (report.contents !== 'none') {
    blocks.push({ kind: 'paragraph', text: '目录' });
    sections.forEach((section, i) => {
      const page = report.contents === 'pages' ? `……………………${i + 1}` : '';
      blocks.push({ kind: 'contents', text: `${toChinese(section.number)}、${section.title}${page}` });
    });
  }
  for (const text of report.preface) blocks.push({ kind: 'paragraph', text });
  report.sections.forEach((section, i) => {
    blocks.push({ kind: 'heading', text: draft.headings[i] ?? section.heading, number: section.number });
    for (const text of section.paragraphs) blocks.push({ kind: 'paragraph', text });
    const id = sections.find((official) => official.number === section.number)?.table;
    const table = draft.tables.find((candidate) => candidate.id === id);
    if (table !== undefined) blocks.push({ kind: 'table', text: '', table });
  });
  for (const text of report.signature) blocks.push({ kind: 'signature', text });
  return blocks;
}

const wrappers: Readonly<Record<Dress['heading'], (text: string) => string>> = {
  plain: (text) => text,
  indented: (text) => `　　${text}`,
  hash: (text) => `# ${text}`,
  hashes: (text) => `## ${text}`,
  bold: (text) => `**${text}**`,
};

/** Puts the pieces together as lines; `tableText` writes the tables. */
export function writeLines(draft: Draft, dress: Dress, tableText: (table: DraftTable) => string): Written {
  const gap = '\n'.repeat(dress.gap);
  let text = '';
  const sections: WrittenHeading[] = [];
  const blocks = blocksOf(draft);
  blocks.forEach((block, i) => {
    if (i > 0) text += gap;
    if (block.table !== undefined) {
      text += tableText(block.table);
      return;
    }
    if (block.kind === 'heading') {
      sections.push({ number: block.number ?? 0, heading: block.text.trim(), line: text.split('\n').length });
      text += wrappers[dress.heading](block.text);
      return;
    }
    const marked = block.kind === 'title' && (dress.heading === 'hash' || dress.heading === 'hashes');
    const indented = dress.heading === 'indented' && block.kind === 'paragraph';
    text += marked ? `# ${block.text}` : indented ? `　　${block.text}` : block.text;
  });
  return { text: finish(text, dress), sections };
}

/** Line ends and byte order mark. */
export function finish(text: string, dress: Pick<Dress, 'lineEnd' | 'bom'>): string {
  const ended = dress.lineEnd === '\n' ? text : text.replaceAll('\n', dress.lineEnd);
  return `${dress.bom ? '\ufeff' : ''}${ended}${dress.lineEnd}`;
}
