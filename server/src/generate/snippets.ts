import { citationOf, feeRules, regulationCitation } from '../format/citations.ts';
import { formats, presentFormat } from '../format/formats.ts';
import { noticeOf } from '../format/notices.ts';
import { BODY_PLACEHOLDER, DATE_PLACEHOLDER, periodSentence, YEAR_PLACEHOLDER } from '../format/phrases.ts';
import type { TableFormat } from '../format/schema.ts';
import { toChinese } from '../text/numeral.ts';
import { asSnippet, newReportSnippet, newSection, preface, stop } from '../writing/newReport.ts';
import { standardTable } from '../writing/write.ts';

/** A snippet as the editor reads it. */
interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

type SnippetLanguage = 'markdown' | 'plaintext';

/** Every snippet of a language by its name; no prefix is that of two. */
export function snippets(language: SnippetLanguage): Record<string, Snippet> {
  return { ...reports(language), ...sections(language), ...tables(language), ...sentences() };
}

/** A snippet of a text with stops; the caret ends on the line below. */
function snippet(prefix: readonly string[], text: string, description: string): Snippet {
  return { prefix, body: `${asSnippet(text)}\n$0`.split('\n'), description };
}

/** A whole report; that of a people's government states the results of 考核、评议、追责 besides. */
function reports(language: SnippetLanguage): Record<string, Snippet> {
  const body = (kind: 'government' | 'department'): string[] =>
    `${newReportSnippet({ body: '', kind, year: undefined, language })}$0`.split('\n');
  return {
    年报: {
      prefix: ['年报', 'nianbao', 'report'],
      body: body('department'),
      description: `政府信息公开工作年度报告全文（${noticeOf(presentFormat)}）`,
    },
    政府年报: {
      prefix: ['政府年报', 'zhengfu-nianbao', 'government-report'],
      body: body('government'),
      description: `各级人民政府的政府信息公开工作年度报告全文（${noticeOf(presentFormat)}）`,
    },
  };
}

/** Each section with its heading; section one of a people's government besides. */
function sections(language: SnippetLanguage): Record<string, Snippet> {
  const all: Record<string, Snippet> = {};
  for (const section of presentFormat.sections) {
    const text = (kind: 'government' | 'department'): string =>
      newSection(section, { kind, year: undefined, language }, '0').join('\n\n');
    const { number, title, contents } = section;
    const name = `第${toChinese(number)}部分`;
    all[name] = snippet([name, `bufen${number}`, `section${number}`], text('department'), `${title}。${contents}`);
    if (text('government') === text('department')) continue;
    all[`政府${name}`] = snippet(
      [`政府${name}`, `zhengfu-bufen${number}`, `government-section${number}`],
      text('government'),
      `${title}，各级人民政府。${contents}`,
    );
  }
  return all;
}

/** A blank table of each kind and format; Tab goes from cell to cell, each with 0 in it. */
function tables(language: SnippetLanguage): Record<string, Snippet> {
  const all: Record<string, Snippet> = {};
  const done = new Set<TableFormat>();
  for (const format of formats) {
    for (const table of format.tables) {
      // Table 4 is the same in several formats.
      if (done.has(table)) continue;
      done.add(table);
      const { title = '' } = format.sections.find(({ number }) => number === table.section) ?? {};
      all[`${table.name}（${format.id}）`] = snippet(
        tablePrefixes(table, presentFormat.tables.includes(table) ? '' : format.id),
        standardTable(table, language, () => stop('0')),
        `${table.name} ${title}，空白表（${noticeOf(format)}）`,
      );
    }
  }
  return all;
}

/** What typists type for a table: 表三, biao3, table3; of another format than the present one with its id behind. */
function tablePrefixes({ name, section }: TableFormat, year: string): string[] {
  const words = ['biao', 'table'].map((word) => `${word}${section}`);
  return [`${name}${year}`, ...words.map((word) => (year === '' ? word : `${word}-${year}`))];
}

/** The sentences that every report has, and the names of what it cites. */
function sentences(): Record<string, Snippet> {
  const period = periodSentence(stop(YEAR_PLACEHOLDER));
  const signature = `${stop(BODY_PLACEHOLDER)}\n\n${stop(DATE_PLACEHOLDER)}`;
  const all: Record<string, Snippet> = {
    统计期限: snippet(['统计期限', 'tongji', 'period'], period, '数据统计期限'),
    引用: snippet(['引用', 'yinyong', 'citation'], preface(presentFormat), '编制依据和组成部分'),
    引用条例: inline(['引用条例', 'yinyong-tiaoli', 'citation-regulation'], regulationCitation),
    引用收费办法: inline(['引用收费办法', 'yinyong-shoufei', 'citation-fees'], citationOf(feeRules)),
    落款: snippet(['落款', 'luokuan', 'signature'], signature, '落款：机关名称和成文日期'),
  };
  for (const { id, notice } of formats) {
    const year = id === presentFormat.id ? '' : id;
    const suffix = year === '' ? '' : `-${year}`;
    all[`引用通知${year}`] = inline(
      [`引用通知${year}`, `yinyong-tongzhi${suffix}`, `citation-notice${suffix}`],
      citationOf(notice),
    );
  }
  return all;
}

/** A snippet that stands inside a sentence, described by itself. */
function inline(prefix: readonly string[], text: string): Snippet {
  return { prefix, body: [`${asSnippet(text)}$0`], description: text };
}
