import { describe, expect, it } from 'vitest';
import { type Change, changed, check } from '../support/check.ts';

const language = 'plaintext';
const only = ['fee-statement', 'section-empty'] as const;
const draft = (...changes: readonly Change[]): string => changed(changes, 'department', language);
const six = '六、其他需要报告的事项';
const sixth = /六、其他需要报告的事项\n\n.*/;
const noFees = '本年度未收取信息处理费。';
const toFill = '本年度收取信息处理费（请填写金额）元。';

describe('fees', () => {
  it.each([
    ['\n\n⟦无其他需要报告的事项。⟧', `\n\n${noFees}无其他需要报告的事项。`],
    ['\n\n⟦（无）⟧', `\n\n${noFees}无其他需要报告的事项。`],
    ['\n\n⟦（一）无其他事项。⟧', `\n\n（一）无其他事项。\n\n${noFees}`],
    ['：⟦无⟧', `：${noFees}无其他需要报告的事项。`],
    ['：⟦无。⟧', `：${noFees}无其他需要报告的事项。`],
  ])('are added to %j', (said, right) => {
    const fixed = draft([sixth, six + right]);
    check(
      draft([sixth, six + said]),
      [
        {
          code: 'fee-statement',
          severity: 'warning',
          safe: false,
          fixed,
          fixes: [`补上“${noFees}”`, `补上“${toFill}”`],
        },
      ],
      { only, language },
    );
    check(fixed, [], { only, language });
  });

  it.each([
    '本年度未收取任何费用。',
    '全年发出收费通知2件，收取400元。',
    '2025年，没有产生信息公开处理费。',
    '（请填写其他需要报告的事项。）',
  ])('are stated, or still to be: %s', (said) => {
    check(draft([sixth, `${six}\n\n${said}`]), [], { only, language });
  });

  it('are not asked for before 2021', () => {
    check(changed([[sixth, `${six}\n\n无。`]], 'trial', language), [], { only, language });
  });

  it('belong in section six where another section states them', () => {
    const elsewhere: Change = ['门户网站发布信息326条', '门户网站发布信息326条，没有收取信息处理费'];
    const { findings, text } = check(
      draft(elsewhere, [sixth, `${six}\n\n⟦无。⟧`]),
      [{ code: 'fee-statement', severity: 'hint', message: '现只写在别处' }],
      { only, language },
    );
    expect(findings[0]?.related.map(({ span }) => text.slice(span.start, span.end))).toEqual(['信息处理费']);
  });

  it('are not stated by the name of their rules', () => {
    const cited: Change = ['门户网站发布信息326条', '按照《政府信息公开信息处理费管理办法》发布信息326条'];
    check(draft(cited, [sixth, `${six}\n\n⟦无。⟧`]), [{ code: 'fee-statement', severity: 'warning' }], {
      only,
      language,
    });
  });
});
