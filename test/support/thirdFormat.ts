import { applications2021 } from '../../server/src/format/applications.ts';
import { issuing, officeNotice } from '../../server/src/format/citations.ts';
import { disclosure2021 } from '../../server/src/format/disclosure.ts';
import { litigation } from '../../server/src/format/litigation.ts';
import type { FormatData, Head, TableFormat } from '../../server/src/format/schema.ts';
import { sections2021 } from '../../server/src/format/sections.ts';

/**
 * An invented format, as an office might issue it: a row more in table 3, a column less in table 2, another heading, of
 * another notice, for later years. Tests put it among the official ones to see that nothing knows how many there are.
 */
export const third: FormatData = {
  id: '2027',
  notice: officeNotice(issuing('（2027年版）'), 2027, 8),
  edition: '（2027年版）',
  firstYear: 2027,
  encouragedIn: [2027],
  prescribesAspects: true,
  changes: '表二没有“本年废止件数”；表三“不予处理”增加“6.要求提供档案馆藏材料”一行；表四不变。',
  sections: sections2021.map((section) =>
    section.number === 5 ? { ...section, title: '主要问题、改进情况和下一年度安排', aliases: [] } : section,
  ),
  tables: [
    withoutColumn(disclosure2021, 'repealed'),
    withRow(applications2021, 'unprocessed', { id: 'unprocessed.6', label: '6.要求提供档案馆藏材料' }),
    litigation,
  ],
};

/** The third format under a notice that is called as that of the format before: only its number tells it. */
export const namesake: FormatData = { ...third, notice: officeNotice(issuing(), 2027, 8), edition: '' };

/** A format that changes table 3 alone: its table 2 is the very one of the format before. */
export const sharing: FormatData = { ...third, changes: '', tables: third.tables.map(shared) };

function shared(table: TableFormat): TableFormat {
  return table.id === 'disclosure' ? disclosure2021 : table;
}

/** The module of the official formats with one more among them, wherever it stands. */
export function withFormat<Module extends { readonly official: readonly FormatData[] }>(
  module: Module,
  format: FormatData = third,
): Module {
  return { ...module, official: [format, ...module.official] };
}

function withoutColumn(table: TableFormat, id: string): TableFormat {
  return {
    ...table,
    blocks: table.blocks.map((block) => ({ ...block, columns: block.columns.filter((column) => column.id !== id) })),
  };
}

function withRow(table: TableFormat, group: string, row: Head): TableFormat {
  const inside = (head: Head): Head => {
    if (head.children === undefined) return head;
    const children = head.children.map(inside);
    return { ...head, children: head.id === group ? [...children, row] : children };
  };
  return { ...table, blocks: table.blocks.map((block) => ({ ...block, rows: block.rows.map(inside) })) };
}
