import { describe, expect, it } from 'vitest';
import { changed, check } from '../support/check.ts';

const only = ['personal-data'] as const;
const place = '全年没有发生需要追究责任的情形。';

describe('numbers that tell persons', () => {
  it.each([
    '引导员徐某⟦19900005678⟧。',
    '申请人徐某（联系电话⟦19900005678⟧）撤回申请。',
    '咨询电话：0000-5550123。引导员徐某⟦199-0000-5678⟧。',
    '| 姓名 | 号码 |\n| --- | --- |\n| 徐某 | ⟦990101199001010019⟧ |',
  ])('are found: %s', (text) => {
    check(changed([[place, text]]), [{ code: 'personal-data', severity: 'warning', fixes: [] }], { only });
  });

  it.each([
    '监督电话：19900005678。',
    '联系人：徐某，手机19900005678。',
    '地址：望江路18号；电话：19900005678',
    '网站总访问量19900005678次。',
    '编号990101199001010018。',
  ])('are none: %s', (text) => {
    check(changed([[place, text]]), [], { only });
  });

  it('are told once for each kind, and never in full', () => {
    const text = '徐某⟦990101199001010019⟧、⟦19900005678⟧；吴某990101199001010027、19900005679。';
    const { findings } = check(changed([[place, text]]), [{ code: 'personal-data' }, { code: 'personal-data' }], {
      only,
    });
    expect(findings.map(({ related }) => related.length)).toEqual([1, 1]);
    for (const { message, related } of findings) {
      expect([message, ...related.map((one) => one.message)].join()).not.toMatch(/\d{5}/);
    }
  });
});
