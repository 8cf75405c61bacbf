import { describe, expect, it } from 'vitest';
import { judge } from '../support/runningText.ts';

describe('faulty marks and their fixing', () => {
  it.each([
    ['公开信息326条⟦,⟧解读12篇。', '公开信息326条，解读12篇。', true],
    ['公开及时⟦;⟧解读到位。', '公开及时；解读到位。', true],
    ['情况如下⟦:⟧', '情况如下：', true],
    ['占总数的5%⟦,⟧其中文件12件。', '占总数的5%，其中文件12件。', true],
    ['是否公开⟦?⟧怎样公开，均有规定。', '是否公开？怎样公开，均有规定。', true],
    ['到期的文件及时移出⟦.⟧', '到期的文件及时移出。', true],
    ['到期的文件移出⟦.⟧新的文件公布。', '到期的文件移出。新的文件公布。', true],
    ['《条例》⟦(⟧以下简称条例)施行。', '《条例》（以下简称条例）施行。', true],
    ['《条例》（以下简称条例⟦)⟧施行。', '《条例》（以下简称条例）施行。', true],
    ['公开及时，⟦，⟧解读到位。', '公开及时，解读到位。', true],
    ['公开及时。⟦。⟧', '公开及时。', true],
    ['公开⟦,，⟧解读和回应。', '公开，解读和回应。', true],
    ['公开及时⟦，。⟧解读到位。', '公开及时。解读到位。', false],
    ['推进⟦“⟧一网通办，提升效能。', undefined, undefined],
    ['推进“一网通办”⟦”⟧，提升效能。', undefined, undefined],
    ['推进⟦“⟧一网通办，落实“三审三校”。', undefined, undefined],
    ['推进“一网通办⟦“⟧，提升效能。', '推进“一网通办”，提升效能。', false],
    ['推进⟦”⟧一网通办”，提升效能。', '推进“一网通办”，提升效能。', false],
    ['推进⟦"⟧一网通办"，提升效能。', '推进“一网通办”，提升效能。', true],
    ['存在的问题⟦:⟧1.信息不全。', '存在的问题：1.信息不全。', true],
    ['公开政策⟦,⟧12件已经解读。', '公开政策，12件已经解读。', true],
    [
      '依据《关于印发办法的通知》云政发〔2020〕109号⟦）⟧收费。',
      '依据《关于印发办法的通知》（云政发〔2020〕109号）收费。',
      false,
    ],
    ['落实⟦《⟧信息公开条例，提升效能。', '落实《信息公开条例》，提升效能。', false],
    ['落实《信息公开条例》⟦》⟧，提升效能。', undefined, undefined],
    ['提升效能⟦（⟧下同。', '提升效能（下同）。', false],
    ['经三级审核⟦）⟧后发布。', undefined, undefined],
    ['存在的问题是政策解读的形式单一⟦，⟧', '存在的问题是政策解读的形式单一。', false],
    ['存在的问题是政策解读的形式单一⟦、⟧', '存在的问题是政策解读的形式单一。', false],
    ['主动公开 ⟦and⟧ 解读政策。', '主动公开和解读政策。', false],
    ['主动公开⟦or⟧依申请公开。', '主动公开或依申请公开。', false],
    ['主动公开 ⟦of⟧ 政策。', undefined, undefined],
    ['主动公开⟦\u200b⟧政策。', '主动公开政策。', true],
    ['主动公开⟦\u00ad⟧政策。', '主动公开政策。', true],
  ] as const)('%s', (marked, fixed, safe) => {
    const found = judge('punctuation', marked.replace(/[⟦⟧]/g, ''));
    expect(found).toMatchObject([{ marked, fixed, severity: 'hint', related: 0 }]);
    expect(found[0]?.safe).toBe(safe);
    if (fixed !== undefined) expect(judge('punctuation', fixed)).toEqual([]);
  });

  it('are one finding for each kind in a paragraph, fixed together', () => {
    const found = judge('punctuation', '公开及时,解读到位,回应准确。（下同。推进"一网通办"。');
    expect(found.map(({ message }) => message)).toEqual([
      '半角“,”应为全角“，”。本段共2处。',
      '“（”缺后括号，应在“下同”后补“）”。',
      '英文引号应改为中文引号“一网通办”。',
    ]);
    expect(found[0]?.fixed).toBe('公开及时，解读到位，回应准确。（下同。推进"一网通办"。');
  });

  it('say where the other mark belongs', () => {
    const of = (text: string) => judge('punctuation', text).map(({ message }) => message);
    expect(of('依据《关于印发办法的通知》云政发〔2020〕109号）收费。')).toEqual([
      '“）”缺前括号，应在“云政发〔2020〕109号”前补“（”。',
    ]);
    expect(of('落实《信息公开条例，提升效能。')).toEqual(['“《”缺后书名号，应在“信息公开条例”后补“》”。']);
    expect(of('落实《信息公开条例》》，提升效能。')).toEqual(['“》”缺前书名号。']);
  });

  it('are found in each paragraph', () => {
    expect(judge('punctuation', '公开及时,解读到位。\n\n回应准确,反馈迅速。')).toHaveLength(2);
  });

  it('are fixed across bold marks', () => {
    expect(judge('punctuation', '**公开**及时,**解读**到位。', 2025, 'markdown')).toMatchObject([
      { fixed: '**公开**及时，**解读**到位。' },
    ]);
  });
});

describe('right marks', () => {
  it.each([
    '(一)主动公开。公开信息326条，解读12篇。',
    '1)公开；2)解读；3）回应；（4)反馈。',
    '一)公开情况。',
    '公开时间：8:30-12:00，14:00—17:30。',
    '电话:0000-5550123，邮编:999999。',
    '办公时间:8:30，客服热线:12345，发文字号:12号，比例为3:1。',
    '网址：https://www.example.gov.cn/a?b=1,2;c=3，邮箱：a.b@example.gov.cn。',
    '公开 1,203 条，合计 12,000,000 元，占 3.5%。',
    '版本 V2.0，平台（APP）和公众号（WeChat）。',
    '推进“互联网+政务服务”，落实 “三审三校”。',
    '“‘一站式’服务”平台。',
    '《国务院办公厅关于〈格式(试行)〉的通知》已经落实。',
    '根据《年度报告格式(试行)》编制。',
    '公开(2025年)、公开(12件)、公开(IP)。',
    '公开、解读、回应等……工作。',
    '公开。。。。。。解读。',
    '是否公开？！均有规定！',
    '他说：“公开。”随后解读。',
    '公开（含解读（文字、图表）和回应）。',
    '国办公开办函[2021]30号和云政发〔2025）5号另行核对。',
    'A. 公开；B. 解读。',
    '一.公开情况，二.解读情况。',
    '使用 Word and Excel 培训，采用 B to C 模式。',
    '标题，',
    '联系地址：望江路18号，',
    '公开 解读 回应，字间有空格　的文字。',
    '详见[公开指南](https://www.example.gov.cn/guide)。',
    '气温为25.5，长5"的屏幕。',
    '（一）公开情况',
  ])('%s', (text) => {
    expect(judge('punctuation', text)).toEqual([]);
  });

  it('may be answered in the next paragraph', () => {
    expect(judge('punctuation', '公开的内容（包括政策、\n\n（一）解读和回应）按期更新。')).toEqual([]);
    expect(judge('punctuation', '推进“一网通办、\n\n（一）一件事”改革。')).toEqual([]);
  });
});
