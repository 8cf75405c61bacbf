import { describe, expect, it } from 'vitest';
import { countless, misspellings, series } from '../../server/src/format/wording.ts';
import { changed, check } from '../support/check.ts';

const only = ['wording'] as const;
const place = '全年没有发生需要追究责任的情形。';

/** Judges a text in the last paragraph of section one; what is marked in it is found, and fixed so. */
function judge(text: string, fixed?: string): void {
  const marks = text.split('⟦').length - 1;
  const right = fixed === undefined ? {} : { fixed: changed([[place, fixed]]) };
  check(changed([[place, text]]), Array(marks).fill({ code: 'wording', severity: 'hint', ...right }), { only });
}

describe('fixed series', () => {
  it.each(series.flatMap(({ text, variants = [] }) => [text, ...variants]))('are right as they are: %s', (text) => {
    judge(`坚持${text}的要求。`);
    judge(`坚持“${text.replaceAll('、', '，')}”的要求。`);
  });

  it.each(series.map(({ text }) => text))('are found with a character changed, added or left out: %s', (text) => {
    const letters = [...text.matchAll(/[\u4e00-\u9fff]/g)].map(({ index }) => index).slice(1, -1);
    for (const at of letters) {
      const [before, after] = [text.slice(0, at), text.slice(at + 1)];
      judge(`坚持⟦${before}鑫${after}⟧的要求。`, `坚持${text}的要求。`);
      judge(`坚持⟦${before}鑫${text.charAt(at)}${after}⟧的要求。`, `坚持${text}的要求。`);
    }
  });

  it.each([
    '把好政治关、文字关。',
    '把好政治关、政策关、法律关、保密关、文字关。',
    '对应公开未公开的内容及时补齐，做到应公开尽公开。',
    '落实“四审四校”制度。',
    '推行“双随机”抽查，一并公开结果。',
    '公民、法人和其他组织都可以申请。',
    '坚持以习近平新时代中国特色社会主义经济思想为指导。',
  ])('are not in %s', (text) => {
    judge(text);
  });
});

describe('misspellings', () => {
  it.each(misspellings)('$wrong is $right', ({ wrong, right }) => {
    judge(`做好⟦${wrong}⟧。`, `做好${right}。`);
    judge(`做好${right}。`);
  });

  it.each(['疏浚灌溉渠和受理渠系申请。', '严格发布审查管控。', '公开渠道顺畅。'])('are not in %s', (text) => {
    judge(text);
  });
});

describe('exact numbers', () => {
  it.each([
    ['张贴标语⟦205余⟧条。', '张贴标语205条。'],
    ['张贴标语⟦1,142多⟧张。', '张贴标语1,142张。'],
    ['发布信息⟦179 余⟧条。', '发布信息179 条。'],
    ['召集⟦近137⟧家单位。', '召集137家单位。'],
    ['发布信息⟦326条左右⟧。', '发布信息326条。'],
  ])('are told as rough: %s', (text, fixed) => {
    judge(text, fixed);
  });

  it.each([
    '张贴标语20余处、300多条，发放220余张。',
    '总访问量205余万次，覆盖1.5万余人。',
    '用时15天左右，近135天内办结，附近137家单位。',
    '近5年来，近3个月，接近100%。',
    '粉丝近45.9万人，培训12名多面手。',
  ])('are not: %s', (text) => {
    judge(text);
  });
});

describe('截止', () => {
  it.each(['⟦截止⟧2025年底，', '⟦截止⟧目前，', '⟦截止⟧12月31日，', '⟦截止⟧ 2025 年底，'])('is wrong: %s', (text) => {
    judge(`${text}改版完成。`, `${text.replace(/⟦.*⟧/, '截至')}改版完成。`);
  });

  it.each(['截止到2025年底，', '截止日期为12月31日，', '申请于6月截止，', '截至2025年底，'])('is right: %s', (text) => {
    judge(`${text}改版完成。`);
  });
});

describe('items of a list', () => {
  it('lack a number', () => {
    judge('⟦公开企业资质条⟧、施工许可证76条、排水许可证5条。');
    judge('公开施工许可证76条、⟦企业资质条⟧、排水许可证5条。');
  });

  it('lack a unit', () => {
    judge('其中政策类3条，环保类信息 ⟦45⟧，其他类4条。', '其中政策类3条，环保类信息 45条，其他类4条。');
  });

  it.each([
    '公开规范性文件、解读材料12件、答复8件。',
    '通过今日头条、公众号12条、网站30条发布。',
    '办理咨询、投诉各一次、培训2次、会议3次。',
    '开通12345、网站留言20条、信箱8条。',
    '2024年，发布信息20条，2025年，发布信息30条，',
    '发布信息20条，占比45，其余8条。'.replace('占比45', '占比45%'),
    '设置查阅点2处，配备专人3名，答复15件。',
    '召开会议若干次、培训2次、检查3次。',
  ])('lack nothing: %s', (text) => {
    judge(text);
  });

  it.each(['规范性文件', '今日头条', '身份', '再次', '条件'])(
    'may end in a counting word that counts nothing: %s',
    (word) => {
      expect(countless.test(word)).toBe(true);
    },
  );
});

describe('a second item', () => {
  it('wants a first', () => {
    judge('考核从严。⟦二是⟧加强培训。三是加强检查。');
  });

  it.each([
    '一是考核从严。二是加强培训。',
    '首先，考核从严。二是加强培训。',
    '其一是考核，第二是加强培训。',
    '（一）考核从严。\n\n二是加强培训。',
    '一是考核从严。\n\n二是加强培训。',
    '考核从严。三是加强检查。',
  ])('has one: %s', (text) => {
    judge(text);
  });
});

describe('the parts of a report', () => {
  const list =
    '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。';

  it.each([
    ['总体情况、主动公开、依申请公开、复议诉讼、存在问题、其他事项⟦七个部分⟧组成。', '报告应有六个部分'],
    [
      '⟦总体情况⟧、主动公开、依申请公开、存在问题、其他事项六个部分组成。',
      '没有列出“政府信息公开行政复议、行政诉讼情况”',
    ],
    ['⟦总体情况⟧、主动公开、依申请公开、复议诉讼、其他事项组成。', '没有列出“存在的主要问题及改进情况”'],
  ])('%s', (text, message) => {
    check(changed([[list, text]]), [{ code: 'wording', message }], { only });
  });

  it.each([
    '概述、主动公开、依申请公开、复议诉讼、存在问题、其他事项等6部分组成。',
    '正文和附表两部分组成。',
    '总体情况等六个部分组成。',
  ])('%s', (text) => {
    check(changed([[list, text]]), [], { only });
  });
});
