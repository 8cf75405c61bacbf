import { formatOf, formats } from './format/formats.ts';
import { PLACEHOLDER } from './format/phrases.ts';
import type { FormatId, Head, TableFormat } from './format/schema.ts';
import { sections } from './format/sections.ts';
import { standardTable } from './render/write.ts';
import { rulePages } from './rulePages.ts';
import { configSchema, withRulesSetting, withRuleTexts } from './settingsSchema.ts';

/** Files that are written from the format data: path from the project's root and content. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['snippets/markdown.code-snippets', json(snippets('markdown'))],
    ['snippets/plaintext.code-snippets', json(snippets('plaintext'))],
    ['syntaxes/nianbao.injection.tmLanguage.json', json(grammar())],
    ['schemas/nianbao.config.schema.json', json(configSchema())],
    ...rulePages(),
  ]);
}

/** Files of which a part is written from the rules: path from the project's root, and old content to new. */
export const mergedFiles: ReadonlyMap<string, (old: string) => string> = new Map([
  ['package.json', withRulesSetting],
  ['package.nls.json', (old: string) => withRuleTexts(old, 'english')],
  ['package.nls.zh-cn.json', (old: string) => withRuleTexts(old, 'chinese')],
]);

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

/** What typists type for a table: 表三, biao3, table3; of the trial format with its year behind. */
function prefixes(table: TableFormat, format: FormatId): string[] {
  const suffix = format === formats[formats.length - 1]?.id ? '' : format;
  return [
    `${table.name}${suffix}`,
    ...['biao', 'table'].map((word) => [`${word}${table.section}`, suffix].filter((part) => part !== '').join('-')),
  ];
}

/** A blank table of each kind and format; Tab goes from cell to cell, each with 0 in it. */
function snippets(language: 'markdown' | 'plaintext'): Record<string, Snippet> {
  const all: Record<string, Snippet> = {};
  for (const { id, notice } of formats) {
    for (const table of formatOf(id).tables) {
      // Table 4 is the same in both formats.
      if (formats.some((other) => other.id < id && other.tables.includes(table))) continue;
      let stop = 0;
      const body = standardTable(escaped(table), language, () => `\${${++stop}:0}`);
      const section = sections.find((candidate) => candidate.number === table.section);
      all[`${table.name}（${id}）`] = {
        prefix: prefixes(table, id === '2019' && table.id === 'litigation' ? '2021' : id),
        body: `${body}\n$0`.split('\n'),
        description: `${table.name} ${section?.title ?? ''}，空白表（${notice}）`,
      };
    }
  }
  return all;
}

/** A table whose labels are safe inside a snippet. */
function escaped(table: TableFormat): TableFormat {
  const head = (old: Head): Head => ({
    ...old,
    label: old.label.replace(/[\\$}]/g, '\\$&'),
    ...(old.children === undefined ? {} : { children: old.children.map(head) }),
  });
  return {
    ...table,
    blocks: table.blocks.map((block) => ({
      ...block,
      ...(block.caption === undefined ? {} : { caption: head(block.caption) }),
      ...(block.corner === undefined ? {} : { corner: head(block.corner) }),
      rows: block.rows.map(head),
      columns: block.columns.map(head),
    })),
  };
}

function labelsOf(heads: readonly Head[]): string[] {
  return heads.flatMap((head) => [head.label, ...labelsOf(head.children ?? [])]);
}

/** Colours official labels in the cells of Markdown tables, section titles, and what is still to be written. */
function grammar(): unknown {
  const labels = new Set(
    formats.flatMap(({ tables }) =>
      tables.flatMap(({ blocks }) =>
        blocks.flatMap(({ caption, corner, rows, columns }) =>
          labelsOf([
            ...(caption === undefined ? [] : [caption]),
            ...(corner === undefined ? [] : [corner]),
            ...rows,
            ...columns,
          ]),
        ),
      ),
    ),
  );
  const quoted = (texts: Iterable<string>): string =>
    [...texts]
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
      .map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
      .join('|');
  return {
    scopeName: 'markdown.nianbao.injection',
    injectionSelector: 'L:text.html.markdown',
    patterns: [
      { match: PLACEHOLDER.source, name: 'invalid.deprecated.placeholder.nianbao' },
      {
        match: `\\|\\s*(${quoted(labels)})(?=\\s*\\|)`,
        captures: { 1: { name: 'entity.name.tag.label.nianbao' } },
      },
      {
        match: `(?<=[一二三四五六]、)(?:${quoted(sections.map((section) => section.title))})$`,
        name: 'entity.name.section.nianbao',
      },
    ],
  };
}
