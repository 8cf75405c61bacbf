import * as fc from 'fast-check';
import type { Language } from '../../server/src/report/layouts.ts';
import { plain } from './document.ts';
import { type Draft, draftOf } from './draft.ts';
import { layouts } from './layouts.ts';
import { reportArb } from './report.ts';

/** A text that grows: a report with something in it or behind it as many times as wanted. */
export interface Pump {
  readonly name: string;
  readonly language: Language;
  /** The text with so many of it. */
  readonly text: (count: number) => string;
}

const headings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

function draft(): Draft {
  const report = fc.sample(reportArb, { numRuns: 100, seed: 5 }).find(({ format, sections, title }) => {
    const official = sections.every(({ number, heading }) => heading === headings[number - 1]);
    return format === '2021' && official && title.join('').includes('政府信息公开');
  });
  if (report === undefined) throw new Error('no report drawn');
  return draftOf({ ...report, contents: 'none' });
}

function writtenAs(name: string): string {
  const layout = layouts.find((each) => each.name === name);
  if (layout === undefined) throw new Error(`no layout ${name}`);
  return layout.write(draft(), plain).text;
}

function tableAs(name: string): string {
  const table = draft().tables.find(({ id }) => id === 'applications');
  const write = layouts.find((each) => each.name === name)?.table;
  if (table === undefined || write === undefined) throw new Error(`no table in ${name}`);
  return write(table);
}

const bases: Readonly<Record<Language, string>> = {
  plaintext: writtenAs('tabs, full grid'),
  markdown: writtenAs('pipe table'),
  html: writtenAs('HTML page'),
};

/** The unit with its number, so many times. */
function times(count: number, unit: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => unit(i)).join('');
}

/** Behind the report, or at the end of its page. */
function behind(name: string, language: Language, unit: (i: number) => string): Pump {
  const base = bases[language];
  const at = language === 'html' ? base.lastIndexOf('<footer>') : base.length;
  return {
    name,
    language,
    text: (count) => `${base.slice(0, at)}\n\n${times(count, unit)}\n${base.slice(at)}`,
  };
}

/** Behind the first place where a text stands in the report. */
function within(name: string, language: Language, after: string, unit: (i: number) => string): Pump {
  const base = bases[language];
  const found = base.indexOf(after);
  if (found < 0) throw new Error(`no ${after} in the report`);
  const at = found + after.length;
  return { name, language, text: (count) => base.slice(0, at) + times(count, unit) + base.slice(at) };
}

/** Openings one inside the other, a text, and their closings. */
function nested(name: string, language: Language, open: string, inside: string, close: string): Pump {
  const around = behind(name, language, () => '\u0000');
  return {
    name,
    language,
    text: (count) => around.text(1).replace('\u0000', () => open.repeat(count) + inside + close.repeat(count)),
  };
}

const row = '一、本年新收政府信息公开申请数量';
const numbers = '3 1 0 0 2 0 6'.split(' ');
const tables = {
  tab: tableAs('tabs, full grid'),
  pipe: tableAs('pipe table'),
  html: tableAs('HTML table'),
  lines: tableAs('cell a line'),
  columns: tableAs('columns of spaces'),
};

const rows: readonly Pump[] = [
  behind('rows of tabs', 'plaintext', () => `${row}\t${numbers.join('\t')}\n`),
  behind('rows of pipes', 'markdown', () => `| ${row} | ${numbers.join(' | ')} |\n`),
  behind('rows of spaces', 'plaintext', () => `${row}    ${numbers.join('    ')}\n`),
  behind('rows of single spaces', 'plaintext', () => `${row} ${numbers.join(' ')}\n`),
  behind('cells on lines', 'plaintext', (i) => `${i % 8 === 0 ? row : numbers[(i % 8) - 1]}\n`),
  behind('cells on lines, empty lines between', 'plaintext', (i) => `${i % 8 === 0 ? row : numbers[(i % 8) - 1]}\n\n`),
  behind('cells behind tabs', 'plaintext', (i) => `\t${i % 8 === 0 ? row : numbers[(i % 8) - 1]}\n`),
  behind('cells closed by pipes', 'plaintext', (i) => `${i % 8 === 0 ? row : numbers[(i % 8) - 1]} |\n`),
  behind('cells above pipes', 'plaintext', (i) => `${i % 8 === 0 ? row : numbers[(i % 8) - 1]}\n|\n`),
  within(
    'rows of an HTML table',
    'html',
    '<table border="1" cellspacing="0">\n<tbody>',
    () => `<tr><td>${row}</td>${numbers.map((n) => `<td>${n}</td>`).join('')}</tr>\n`,
  ),
  behind(
    'rows with unknown labels',
    'plaintext',
    (i) => `${i % 9 === 0 ? row : '其他科室办理件数'}\t${numbers.join('\t')}\n`,
  ),
  behind('rows of no label', 'plaintext', () => `${numbers.join('\t')}\n`),
  behind('labels alone', 'plaintext', () => `${row}\n`),
  behind('values alone', 'plaintext', () => '17\n'),
];

const grids: readonly Pump[] = [
  behind('tables of tabs', 'plaintext', (i) =>
    i % 50 === 0 ? `${tables.tab}\n\n本表由办公室汇总填报，经核对无误后公开。\n\n` : '',
  ),
  behind('tables of tabs, nothing between', 'plaintext', (i) => (i % 50 === 0 ? `${tables.tab}\n` : '')),
  behind('tables of pipes', 'markdown', (i) => (i % 50 === 0 ? `${tables.pipe}\n\n` : '')),
  behind('tables of HTML', 'markdown', (i) => (i % 50 === 0 ? `${tables.html}\n\n` : '')),
  behind('tables of a page', 'html', (i) => (i % 50 === 0 ? `${tables.html}\n` : '')),
  behind('tables of lines', 'plaintext', (i) =>
    i % 50 === 0 ? `${tables.lines}\n\n本表由办公室汇总填报，经核对无误后公开。\n\n` : '',
  ),
  behind('tables of columns', 'plaintext', (i) =>
    i % 50 === 0 ? `${tables.columns}\n\n本表由办公室汇总填报，经核对无误后公开。\n\n` : '',
  ),
  behind('small tables', 'plaintext', () => '规章\t1\t2\t3\n\n本表由办公室汇总填报，经核对无误后公开。\n\n'),
  behind(
    'small tables on a page',
    'html',
    () => '<table><tr><td>规章</td><td>1</td></tr><tr><td>行政许可</td><td>2</td></tr></table>\n',
  ),
  behind('whole reports', 'plaintext', (i) => (i % 100 === 0 ? `${bases.plaintext}\n` : '')),
  behind('cells in a row of tabs', 'plaintext', (i) => (i === 0 ? row : '\t3')),
  behind('cells in a row of pipes', 'markdown', (i) => (i === 0 ? `| ${row} |` : ' 3 |')),
  behind('cells in a row of spaces', 'plaintext', (i) => (i === 0 ? row : '  3')),
  within('cells in a row of HTML', 'html', '<table border="1" cellspacing="0">\n<tbody>', (i) =>
    i === 0 ? `<tr><td>${row}</td>` : '<td>3</td>',
  ),
  behind('tables not closed', 'markdown', () => '<table>'),
  behind('tables not closed on a page', 'html', () => '<table>'),
  behind('cells not closed', 'html', () => '<table><tr><td>'),
  behind('tables on one line', 'markdown', () => '<table><tr><td>规章</td><td>1</td></tr></table>文'),
];

const deep: readonly Pump[] = [
  nested('tables in tables', 'markdown', '<table>', '一', '</table>'),
  nested('tables in cells', 'html', '<table><tr><td>', '一', '</td></tr></table>'),
  nested('tables in tables on a page', 'html', '<table>', '一', '</table>'),
  nested('blocks in blocks', 'html', '<div>', '各科室按时报送。', '</div>'),
  nested('blocks with text in blocks', 'html', '<div>文', '各科室按时报送。', '</div>'),
  nested('spans in spans', 'html', '<span>', '各科室按时报送。', '</span>'),
  nested('spans in a cell', 'markdown', '<table><tr><td>规章</td><td>行政许可</td><td>', '1', '</td></tr></table>'),
  nested('spans in Markdown', 'markdown', '<span>', '各科室按时报送。', '</span>'),
  nested('spans in spans of a cell', 'html', '<span>', '<table><tr><td>规章<td>行政许可<td>1</table>', '</span>'),
  nested('quotations', 'markdown', '> ', '各科室按时报送。', ''),
  nested('lists', 'markdown', '- ', '各科室按时报送。', ''),
];

const texts: readonly Pump[] = [
  behind('headings', 'plaintext', (i) => `${headings[i % 6]}\n`),
  behind('headings of one section', 'plaintext', () => `${headings[0]}\n`),
  behind('headings with text', 'plaintext', (i) => `${headings[i % 6]}\n各科室按时报送。\n`),
  behind('headings of a page', 'html', (i) => `<h2>${headings[i % 6]}</h2><p>各科室按时报送。</p>`),
  behind('headings in marks', 'markdown', (i) => `## ${headings[i % 6]}\n\n`),
  behind('contents lists', 'plaintext', (i) => `${i % 6 === 0 ? '目录\n' : ''}${headings[i % 6]}……${i % 9}\n`),
  within('headings before the report', 'plaintext', '', (i) => `${headings[i % 6]}\n`),
  behind(
    'headings in a paragraph',
    'plaintext',
    (i) => `。${headings[i % 6]} 各科室按照要求及时报送信息，办公室逐件登记并按期答复。`,
  ),
  behind('sub-headings', 'plaintext', (i) => `（${'一二三四五六七八九十'[i % 10]}）主动公开情况\n`),
  within(
    'sub-headings of section one',
    'plaintext',
    headings[0] ?? '',
    (i) => `\n（${'一二三四五六七八九十'[i % 10]}）主动公开情况。各科室按时报送。`,
  ),
  within(
    'sub-headings in marks',
    'markdown',
    headings[0] ?? '',
    (i) => `\n\n### （${'一二三四五六七八九十'[i % 10]}）主动公开情况\n\n各科室按时报送。`,
  ),
  behind('titles', 'plaintext', () => '云川市水务局2023年政府信息公开工作年度报告\n'),
  behind('signatures', 'plaintext', () => '云川市水务局\n2024年1月20日\n'),
  behind('dates', 'plaintext', () => '2024年1月20日\n'),
  within(
    'sentences with numbers',
    'plaintext',
    headings[0] ?? '',
    (i) => `\n本年收到政府信息公开申请${i % 90}件，其中自然人申请${i % 50}件，予以公开${i % 7}件。`,
  ),
  within(
    'sentences with numbers in one paragraph',
    'plaintext',
    headings[0] ?? '',
    (i) => `本年收到政府信息公开申请${i % 90}件，其中自然人申请${i % 50}件，予以公开${i % 7}件。`,
  ),
  within(
    'sentences with sums',
    'plaintext',
    headings[0] ?? '',
    (i) => `\n全年主动公开信息${i % 90}条，其中政策文件${i % 50}条，工作动态${i % 7}条。`,
  ),
  within(
    'citations',
    'plaintext',
    headings[0] ?? '',
    () => '\n根据《中华人民共和国政府信息公开条例》（国务院令第492号）和国办公开办函〔2021〕30号文件要求，',
  ),
  within('placeholders', 'plaintext', headings[0] ?? '', () => '\n全年公开XX条，答复×件，（请填写），TODO。'),
  within('periods', 'plaintext', headings[0] ?? '', () => '\n统计期限自2020年1月1日起至2020年12月31日止。'),
  within('years', 'plaintext', headings[0] ?? '', (i) => `\n20${10 + (i % 15)}年，各科室按时报送。`),
  within(
    'broken lines',
    'plaintext',
    headings[0] ?? '',
    () => '\n各科室按照职责分工推进公开工作，组织开展自查，发现的问题均',
  ),
  within('punctuation', 'plaintext', headings[0] ?? '', () => '\n各科室“按时，，报送”（一）《简报》, 及时公开；；'),
  behind('blank lines', 'plaintext', () => '\n'),
  behind('page numbers', 'plaintext', (i) => `- ${i % 900} -\n`),
  behind(
    'page numbers between sentences',
    'plaintext',
    (i) => `各科室按照职责分工推进公开工作，组织开展自查，发现的问题均\n- ${i % 900} -\n`,
  ),
  behind('comments', 'markdown', () => '<!-- 待核 -->\n'),
  behind('comments on one line', 'markdown', () => '<!-- 待核 -->文'),
  behind('suppressions', 'markdown', () => '<!-- nianbao-disable-next-line period -->\n各科室XX按时报送。\n'),
  behind(
    'suppressions of all',
    'markdown',
    () => '<!-- nianbao-disable -->\n各科室XX按时报送。\n<!-- nianbao-enable -->\n',
  ),
  behind('comments not closed', 'markdown', () => '<!-- 文\n'),
  behind('fences', 'markdown', () => '```\n各科室按时报送。\n```\n'),
  behind('fences not closed', 'markdown', (i) => `${'`'.repeat(3 + (i % 40))}\n`),
  behind('paragraphs of a page', 'html', () => '<p>各科室&ldquo;按时&rdquo;报送，<b>答复</b>3件。</p>\n'),
  behind('line breaks of a page', 'html', () => '各科室按时报送。<br>\n'),
  behind('tags not closed', 'html', () => '<p><b><i>文'),
  behind('tags in Markdown', 'markdown', () => '<b>文<i>'),
  behind('tags without an end', 'markdown', () => '<b 文\n'),
  behind('entities', 'html', () => '&nbsp;&lt;'),
  behind('closing tags', 'html', () => '</div>'),
  behind('rows of pipes that are no table', 'markdown', (i) => `| 科室${i} | ${i} |\n`),
  behind('pipes', 'markdown', () => '|'),
  behind('lines of a pipe', 'markdown', () => '|\n'),
  behind('tabs', 'plaintext', () => '\t'),
];

const signs: readonly Pump[] = [
  ...[
    '某',
    '文',
    '1',
    '1 ',
    '*',
    '**',
    '_',
    '`',
    '``',
    '~',
    '\\',
    '[',
    ']',
    '[甲](',
    '![',
    '“',
    '“”',
    '（',
    '）',
    '《',
    '共____',
    '2019年，',
    '，',
    '。',
    '一、',
    '（一）',
    '第',
    '〔2021〕',
    '规章',
    ' ',
    '\u3000',
    '\u200b',
    '&',
    '<',
    '>',
    '#',
    '# ',
    '-',
    '- ',
    '=',
    '：',
    '件',
    '3件，',
    '%',
    '年',
    '×',
    'X',
  ].map((sign) => behind(`one line of ${JSON.stringify(sign)}`, 'markdown', () => sign)),
  ...['某', '*', ' ', '\u3000', '1', '、'].flatMap((sign) => [
    within(`the title with ${JSON.stringify(sign)}`, 'plaintext', '政府信息公开', () => sign),
    within(`a heading with ${JSON.stringify(sign)}`, 'plaintext', '一、总体', () => sign),
  ]),
  ...[' ', '\u3000', '\t', '\u00a0', '】【', '![', '1', '某', '('].flatMap((sign) => [
    within(`a label of tabs with ${JSON.stringify(sign)}`, 'plaintext', '本年新收政府信息公开申请数量', () => sign),
    within(`a label of pipes with ${JSON.stringify(sign)}`, 'markdown', '本年新收政府信息公开申请数量', () => sign),
    within(`a label of HTML with ${JSON.stringify(sign)}`, 'html', '本年新收政府信息公开申请数量', () => sign),
  ]),
];

/** Everything that a text can have too much of. A new one is one entry. */
export const pumps: readonly Pump[] = [...rows, ...grids, ...deep, ...texts, ...signs];
