import { expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/span.ts';
import { changed, check, yearCodes as only } from '../support/check.ts';

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
