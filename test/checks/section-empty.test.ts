import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/span.ts';
import { type Change, changed, check, sectionCodes as only } from '../support/check.ts';

const language = 'plaintext';
const draft = (...changes: readonly Change[]): string => changed(changes, 'department', language);
const four = '四、政府信息公开行政复议、行政诉讼情况';
const five = '五、存在的主要问题及改进情况';
const six = '六、其他需要报告的事项';
const fifth = /五、存在的主要问题及改进情况\n[\s\S]*?(?=(?:## )?六、其他)/;

describe('a section of prose', () => {
  it.each(['\n\n', '\n', '\n\n<!-- 待定 -->\n\n', '\n\n3\n\n'])('is empty with only %j under its heading', (under) => {
    const draft = check(changed([[fifth, `⟦${five}⟧${under}`]]), [{ code: 'section-empty', severity: 'warning' }], {
      only,
    });
    const filled = applyEdits(draft.text, draft.findings[0]?.fixes()[0]?.edits ?? []);
    expect(filled).toContain('（请填写存在的主要问题和改进情况。）');
    check(filled, [], { only });
  });

  it.each(['![改进情况](a.png)', '| 问题 | 改进 |\n| --- | --- |\n| 更新慢 | 按月更新 |', '<img src="a.png">'])(
    'holds something with %j',
    (under) => {
      check(changed([[fifth, `${five}\n\n${under}\n\n`]]), [], { only });
    },
  );

  it.each(['无', '无。', '暂无问题。', '（无）'])('five says too little with %s', (said) => {
    const text = draft([fifth, `${five}\n\n⟦${said}⟧\n\n`]);
    check(text, [{ code: 'section-empty', severity: 'information', fixes: [] }], { only, language });
  });

  it('is judged by what is said where all stands on one line', () => {
    const html = (said: string): string =>
      `<h1>云川市水务局2020年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>公开信息20条。</p><h2>二、主动公开政府信息情况</h2><h2>${said}<h2>${six}</h2><p>无。</p>`;
    const empty = { only: ['section-empty'], language: 'html' } as const;
    check(html(`${five}</h2><p>更新不够及时，已改为按月更新。</p>`), [], empty);
    check(html(`⟦${five}⟧</h2><p></p>`), [{ code: 'section-empty', severity: 'warning', fixes: [] }], empty);
  });

  it('is none of the sections of tables', () => {
    check(draft([/四、政府信息公开行政复议、行政诉讼情况\n[\s\S]*?(?=五、存在)/, `${four}\n\n`]), [], {
      only,
      language,
    });
  });
});
