import { describe, expect, it } from 'vitest';
import { check } from '../support/check.ts';
import { judge, reportWith } from '../support/runningText.ts';

describe('what was never filled in', () => {
  it.each([
    '全年公开信息⟦XX⟧条。',
    '全年公开信息⟦ＸＸＸ⟧条。',
    '全年公开信息⟦×××⟧条。',
    '全年公开信息⟦X⟧条，解读12篇。',
    '全年公开信息⟦***⟧条。',
    '全年公开信息⟦____⟧条。',
    '全年公开信息⟦＿＿⟧条。',
    '联系电话：⟦***⟧；邮编：999999。',
    '统计期限为20⟦XX⟧年1月1日起。',
    '⟦某某⟧局按期答复。',
    '⟦○○⟧局按期答复。',
    '联系人⟦（请填写姓名）⟧。',
    '⟦（请填写本年度收取信息处理费的情况；没有收取的，写明未收取。）⟧',
    '⟦（请填写主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面的情况。）⟧',
    '联系人⟦【待确认】⟧。',
    '发布前由专人审查。⟦【待改写】⟧',
    '落实⟦《》⟧的规定。',
    '落实⟦【 】⟧的规定。',
    '培训次数⟦待补充⟧。',
    '培训次数⟦待定⟧，参加86人次。',
    '⟦TODO⟧：补充数据。',
    '至⟦2025年 月 日⟧。',
    '至⟦2025年月日⟧止。',
    '定于⟦年  月  日⟧公布。',
    '定于⟦2026年1月 日⟧公布。',
    '全年累计⟦发布   条⟧，解读12篇。',
    '全年⟦共主动公开条⟧。',
    '全年收到政府信息公开⟦申请 件⟧，办结12件。',
    '全年⟦共收到政府信息公开申请件⟧，办结12件。',
    '公众号⟦累计发布信息条⟧，阅读量大。',
    '按期办结，办结⟦率%⟧。',
    '收取信息⟦处理费 元⟧。',
  ])('%s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const found = judge('placeholder', text).map((one) => one.marked);
    expect(found).toEqual([marked]);
    expect(judge('placeholder', text)[0]).toMatchObject({ severity: 'warning', fixed: undefined });
  });

  it('is found at each place', () => {
    expect(judge('placeholder', '公开XX条，其中文件XX件，X月X日公布。')).toHaveLength(4);
  });

  it('is found in the title and in the signature', () => {
    const text = reportWith('无。').replace('云川市水务局2025', '⟦XX⟧市水务局2025');
    check(`${text}\n\n⟦某某⟧局\n2026年1月20日\n`, [{ code: 'placeholder' }, { code: 'placeholder' }], {
      language: 'plaintext',
      only: ['placeholder'],
    });
  });

  it('is found in Markdown beside its own marks', () => {
    const found = judge('placeholder', '公开信息***条，其中文件____件，**重点**信息***条。', 2025, 'markdown');
    expect(found.map(({ marked }) => /⟦(.*)⟧/.exec(marked)?.[1])).toEqual(['***', '____', '***']);
  });
});

describe('what is filled in', () => {
  it.each([
    '全年公开信息326条。',
    '逐条答复，一条条梳理，几条意见，这条意见，多少条。',
    '制度3条，办法十二 条，若干 条。',
    '按《条例》第二十条，逐 条落实，各 项，每 件。',
    '规范性文 件，有关证 件，来 件，附 件。',
    '处理申请 人，组织 个人，培训 期，决定 书。',
    '内容有待补充，机制有待完善，亟待补充。',
    '对待补充材料的申请及时告知，待定级的信息另行审查。',
    '空白有待填补，待办事项清零。',
    '24小时×7天服务，3×5件，5×8小时，“1+X”证书，1+X项目。',
    '网址：http://www.example.gov.cn/xxgk/index.html。',
    '邮箱：xxgk@example.gov.cn。',
    '二○○八年起施行，二〇〇九年修订。',
    '按月报送，年月日均应写明，每年 月均12件，出生年月日。',
    '2025年1月 日均访问1203次。',
    '建议（请注明来源）收悉，栏目【请您来协商】、【我要咨询】。',
    '共办结12件，累计发布信息 326 条，全年 公开 12 件。',
    '共受理申请12件，全年共收到申请15件。',
    '占比4%，办结率100%，增长 3.5 %。',
    '收取信息处理费0元，未收费。',
    '应公开 尽公开，能公开 全公开。',
    '开展 专项 行动，组织 项目 评审。',
    '以公开为常态、不公开为例外，落实“三审三校”。',
    '在申请件办理中，全年收件及时。',
    '主动公开事项，逐项公开；依申请公开件次分别统计。',
    '电话：138****1234。',
    '公开 项目信息，公开条件，公开次序，发布条例。',
    '（一）公开 条件。',
    '某单位申请公开，某市民来电。',
    '此处公示，此处填报要求见说明。',
  ])('%s', (text) => {
    expect(judge('placeholder', text)).toEqual([]);
  });

  it.each(['加强***人员保障***和**条例**学习。', '***条例***学习', '__重点__工作', '见 `__init__` 文件'])(
    'Markdown: %s',
    (text) => {
      expect(judge('placeholder', text, 2025, 'markdown')).toEqual([]);
    },
  );
});
