import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/span.ts';
import { type Change, changed, check, checked } from '../support/check.ts';
import { rightReport } from '../support/rightReports.ts';

const only = ['leftover'] as const;
const title = '# 云川市水务局2025年政府信息公开工作年度报告\n\n';
const end = '云川市水务局\n\n2026年1月20日\n';
const place = '全年没有发生需要追究责任的情形。';
type Language = 'markdown' | 'plaintext';

/** A right report with changes has one finding on its first marked place, and after its fix is as it was, or as said. */
function taken(changes: readonly Change[], fixed: readonly Change[] = [], language: Language = 'markdown'): void {
  const text = changed(changes, 'department', language);
  const { findings } = check(text, [{ code: 'leftover', severity: 'warning', safe: false }], { only, language });
  const [fix] = findings[0]?.fixes() ?? [];
  const plain = text.replace(/[⟦⟧]/g, '');
  expect(fix && applyEdits(plain, fix.edits)).toBe(changed(fixed, 'department', language));
}

describe('a web page', () => {
  it('is taken off from above the title, whole', () => {
    taken([[title, `⟦当前位置：首页 > 政务公开\n\n发布时间：2026-01-22 10:16⟧\n\n${title}`]]);
  });

  it('is taken off from above and below at once', () => {
    taken([
      [title, `⟦首页 > 年度报告⟧\n\n${title}来源：云川市水务局 浏览次数：36\n\n`],
      [end, `${end}\n附件下载\n`],
    ]);
  });

  it('is cut out of a paragraph and off the last line', () => {
    taken([
      ['本报告根据', '⟦当前位置： 首页政务公开年报 来源： 时间：2026-01-22 10:16 微信 微博 相关链接：⟧ 本报告根据'],
      ['2026年1月20日', '2026年1月20日 附件下载'],
    ]);
  });

  it('is no fault of a page', () => {
    const html =
      '<p>当前位置：首页</p><h1>云川市水务局2019年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>公开信息20条。</p><h2>二、主动公开政府信息情况</h2><h2>三、收到和处理政府信息公开申请情况</h2>';
    expect(checked(html, { only, language: 'html' }).findings).toEqual([]);
  });
});

describe('a letter', () => {
  it('is taken off around a report', () => {
    taken([
      [title, `${title}⟦云川市人民政府办公室：⟧\n\n`],
      [end, `${end}\n此函\n\n云川市水务局办公室 2026年1月20日印发\n`],
    ]);
  });

  it('gives its title up for the report’s', () => {
    taken(
      [[title, '⟦云川市水务局关于报送2025年度政府信息公开工作年度报告的函⟧\n\n']],
      [[title, title.replace('# ', '')]],
    );
  });

  it('has one cause: no title is missing, no line broken', () => {
    const letter = '云川市水务局关于报送2025年度政府信息公开工作年度报告的函\n云川市人民政府办公室：\n';
    for (const language of ['markdown', 'plaintext'] as const) {
      const text = changed([[language === 'markdown' ? title : title.slice(2), letter]], 'department', language);
      expect(checked(text, { language }).findings.map(({ code }) => code)).toEqual(['leftover']);
    }
  });

  it('has a second title, which goes', () => {
    taken([[title, `${title}⟦云川市水务局关于报送2025年度政府信息公开工作年度报告的函⟧\n\n`]]);
  });

  it('reports upwards', () => {
    taken(
      [['对报告内容有疑问的，', '现将有关情况⟦报送⟧如下，对报告内容有疑问的，']],
      [['对报告内容有疑问的，', '现将有关情况公布如下，对报告内容有疑问的，']],
    );
  });

  it.each(['特此报告。', '（此件主动公开）', '抄送：云川市人民政府办公室。', '公开方式：主动公开'])(
    'ends with %s',
    (line) => {
      taken([[end, `${end}\n⟦${line}⟧\n`]]);
    },
  );

  it('ends inside a paragraph', () => {
    taken([['没有其他需要报告的事项。', '没有其他需要报告的事项。 ⟦此函⟧']]);
  });
});

describe('a chat program', () => {
  it.each([
    '希望以上内容对您有所帮助！',
    '请您根据实际情况进行修改。',
    '作为一个AI语言模型，我无法核实以上数据。',
    '如果您需要调整篇幅，请随时告诉我。',
    '以下是为您撰写的年度报告。',
  ])('says %s', (said) => {
    taken([[place, `${place}⟦${said}⟧`]]);
  });

  it('says it in a paragraph of its own', () => {
    taken([[title, `${title}⟦好的，以下是根据您的要求撰写的年度报告：⟧\n\n`]]);
  });
});

describe('marks', () => {
  it('of bold and headings are shown in plain text', () => {
    taken(
      [
        ['发布前由专人审查', '⟦**发布前由专人审查**⟧'],
        ['（四）政府信息公开平台建设', '### （四）政府信息公开平台建设'],
      ],
      [],
      'plaintext',
    );
  });

  it('are none of a heading without a blank', () => {
    taken([['### （五）', '⟦###⟧（五）']]);
  });

  it('lack their other half', () => {
    taken([[place, `${place.slice(0, -1)}⟦**⟧。`]]);
  });
});

it.each<[string, string]>([
  ['bold in Markdown', `**${place}**`],
  ['bold before a unit', `${place}各科室抓好**年度**任务。`],
  ['numbers to fill in', `发布信息**条。`],
  ['a question of readers', '如您对本报告有疑问，请与我局联系。'],
  ['new tools', '利用人工智能技术改进检索，运用AI作为辅助工具。'],
  ['letters received', '按照《关于报送年度报告的函》要求报送如下材料目录。'.replace('报送如下', '整理如下')],
])('is not: %s', (_, text) => {
  check(changed([[place, text]]), [], { only });
});

it.each(['department', 'government', 'trial'] as const)('nothing of a right report: %s', (name) => {
  check(rightReport(name, 'plaintext'), [], { only, language: 'plaintext' });
});
