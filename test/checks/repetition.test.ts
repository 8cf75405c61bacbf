import { describe, expect, it } from 'vitest';
import { particles } from '../../server/src/format/repetition.ts';
import { changed, check } from '../support/check.ts';

const only = ['repetition'] as const;
const place = '全年没有发生需要追究责任的情形。';

/** Judges a text in the last paragraph of section one: what is marked is doubled, and fixed so. */
function judge(text: string): void {
  const fixed = changed([[place, text.replace(/⟦[^⟧]*⟧/, '')]]);
  check(changed([[place, text]]), text.includes('⟦') ? [{ code: 'repetition', severity: 'hint', fixed }] : [], {
    only,
  });
}

const phrase = '聚焦2025年春季灌溉供水调度工作的专场新闻发布会';

describe('words and phrases', () => {
  it.each([
    '对公文逐件审核⟦审核⟧。',
    '加强标准化⟦标准化⟧建设。',
    '安排专项资金⟦资金⟧86万元。',
    '三审三校⟦三审三校⟧，逐件把关。',
    `召开${phrase}⟦${phrase}⟧，答复提问。`,
    `召开${phrase}⟦、${phrase}⟧，答复提问。`,
    '发布前由专人逐件审查公开属性和内容要素是否齐全。⟦发布前由专人逐件审查公开属性和内容要素是否齐全。⟧',
    '现编制完成了本报告⟦、本报告⟧包括六个部分。',
  ])('twice: %s', (text) => {
    judge(text);
  });

  it.each([
    '做好青澜县人民政府政府信息公开工作，推进政务公开公开栏建设。',
    '公开各部门部门预算，逐步逐项落实，一个一个核对，一次一次复查。',
    '常常走访，人人知晓，进一步规范，层层落实，实实在在见效，稳稳当当推进。',
    '省人民政府、省人民政府办公室印发，市政府、市政府办公室转发。',
    '推进政务公开，政务公开工作有序。',
    '发布信息2026条，2026年计划，共20、20、20件，电话0000-5555555。',
    '加强督查，加强通报，加强考核，做到应公开尽公开、应解读尽解读。',
  ])('right as they are: %s', (text) => {
    judge(text);
  });

  it('are none of a line without marks', () => {
    check(changed([[place, `${place}\n\n维持纠正维持纠正\n\n`]]), [], { only });
  });
});

describe('particles', () => {
  it.each(particles.map(({ char }) => char))('twice: %s%s', (char) => {
    judge(`水厂甲${char}⟦${char}⟧乙，逐件把关。`);
  });

  it.each(
    particles.flatMap(({ char, after, before = '' }) => [
      ...[...after].map((one) => `水厂${one}${char}${char}乙，`),
      ...[...before].map((one) => `水厂甲${char}${char}${one}，`),
    ]),
  )('at the end of one word and the beginning of the next: %s', (text) => {
    judge(text);
  });

  it('are told with the word before them', () => {
    check(changed([[place, '主要问题存在⟦在⟧解读不多。']]), [{ code: 'repetition', message: '“存在在”中“在”重复' }], {
      only,
    });
  });
});

describe('sentences', () => {
  const sentence = '由各科室按照职责分工逐项核对公开内容和时限，发现缺项的及时补齐。';

  it('are told once', () => {
    const text = `${sentence}每季度通报一次。⟦${sentence}⟧`;
    const { findings, text: draft } = check(
      changed([[place, text]]),
      [{ code: 'repetition', message: '前文已有', fixes: [] }],
      { only },
    );
    expect(findings[0]?.related.map(({ span }) => draft.slice(span.start, span.end))).toEqual([sentence]);
  });

  it('are the same in another section, with another number', () => {
    const twice = changed([
      [place, `一是${sentence}`],
      ['改进情况：一是供水', `⟦二是${sentence}⟧改进情况：一是供水`],
    ]);
    check(twice, [{ code: 'repetition' }], { only });
  });

  it('are others with another word, or short', () => {
    judge(`${sentence}${sentence.replace('各', '有关')}`);
    judge('逐项核对，及时补齐。每季度通报。逐项核对，及时补齐。');
  });
});
