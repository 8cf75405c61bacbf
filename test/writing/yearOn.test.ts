import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/span.ts';
import { yearOn } from '../../server/src/writing/yearOn.ts';

function rolled(text: string, numbers: 'all' | 'counts' = 'all', to = 2025): string {
  const changes = yearOn(text, { from: 2024, to }, numbers);
  return applyEdits(
    text,
    changes.map(({ from, to: end, text: by }) => ({ span: { start: from, end }, text: by })),
  );
}

describe('a text a year on', () => {
  it.each([
    ['2024年，公开信息1,326条。', '2025年，公开信息XX条。'],
    ['2024 年度收到申请15件，比2023年下降12.5%。', '2025 年度收到申请XX件，比2024年下降XX%。'],
    ['2023、2024年共公开90条。', '2024、2025年共公开XX条。'],
    ['下一步，2025年将按月更新。', '下一步，2026年将按月更新。'],
    ['二〇二四年公开１２条。', '二〇二五年公开XX条。'],
    ['2024年3月15日召开会议，4月印发，5月6日公布。', '2025年X月X日召开会议，X月印发，X月X日公布。'],
    ['自2024年1月1日至12月31日。', '自2025年1月1日至12月31日。'],
    ['自然人、企业分别为12、3件，合计：15件。', '自然人、企业分别为XX、XX件，合计：【待填】件。'],
    ['办结八十七件，增长百分之十二，公开十余次。', '办结XX件，增长XX%，公开XX余次。'],
    ['解读10-15件，办结率100％。', '解读XX件，办结率XX％。'],
  ])('%s', (text, expected) => {
    expect(rolled(text)).toBe(expected);
  });

  it.each([
    '《2024年政务公开工作要点》（国办发〔2024〕5号，国务院令第711号）',
    '《条例》2019年修订，2021—2025年规划',
    '电话：0000-5550123，手机13900000000，12345热线',
    '1.主动公开；2.依申请公开；（3）其他',
    '第五十条规定，高效办成一件事，一次性告知，对每一件逐一审查',
    '20个工作日、24小时、5G、1+X',
    '2010年以来',
  ])('leaves alone: %s', (text) => {
    expect(rolled(text)).toBe(text);
  });

  it('goes several years on', () => {
    expect(rolled('2024年公开12条，2025年将增加。', 'all', 2026)).toBe('2026年公开XX条，2027年将增加。');
  });

  it('leaves what counts nothing where only counts are wanted', () => {
    expect(rolled('2024年公开12条。望江路18号，邮编999999，查阅点2处。', 'counts')).toBe(
      '2025年公开XX条。望江路18号，邮编999999，查阅点2处。',
    );
  });
});
