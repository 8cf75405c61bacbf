import { expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/span.ts';
import { changed, check, checked, yearCodes as only } from '../support/check.ts';

it.each([
  '云川市水务局　2026年1月20日',
  '云川市水务局\n\n2026-01-20',
  '云川市水务局\n\n（请填写成文日期）',
  '云川市水务局\n\n2026年 月 日',
  '云川市供水总站有限责任分部\n\n2026年1月20日',
  '云川市水务局\n\n2026年1月20日\n\n（此件公开发布）',
])('body and date are taken as signed: %s', (ending) => {
  check(changed([['云川市水务局\n\n2026年1月20日', ending]]), [], { only });
});

it('is not asked for again after the fix', () => {
  const text = changed([
    ['\n\n云川市水务局\n\n2026年1月20日', ''],
    ['没有其他需要报告的事项。', '⟦没有其他需要报告的事项。⟧'],
  ]);
  const draft = check(text, [{ code: 'signature-missing' }], { only });
  const signed = applyEdits(draft.text, draft.findings[0]?.fixes()[0]?.edits ?? []);
  expect(signed).toMatch(/事项。\n\n云川市水务局\n\n（请填写成文日期）\n$/);
  check(signed, [], { only });
});

it.each([
  ['云川市水务局 2026年1月20日', '2026年1月20日'],
  ['云川市水务局2026年1月20日', '2026年1月20日'],
  ['　　云川市水务局　　2026年 1月20日　附件下载', '2026年 1月20日'],
  ['云川市水务局 二〇二六年一月二十日', '二〇二六年一月二十日'],
])('body and date of one line are both read: %s', (ending, date) => {
  const { report, text } = checked(changed([['云川市水务局\n\n2026年1月20日', ending]]), { only });
  const { signature } = report;
  expect(signature).toMatchObject({ body: '云川市水务局', date, year: 2026 });
  expect(text.slice(signature?.dateSpan.start, signature?.dateSpan.end)).toBe(date);
  expect(text.slice(signature?.bodySpan?.start, signature?.bodySpan?.end)).toBe('云川市水务局');
});

it.each(['云川市水务局办公室 2026年1月20日印发', '本报告经云川市水务局2026年1月20日会议审议'])(
  'is none in another line: %s',
  (ending) => {
    const { report } = checked(changed([['云川市水务局\n\n2026年1月20日', ending]]), { only });
    expect(report.signature).toBeUndefined();
  },
);
