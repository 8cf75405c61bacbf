import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/span.ts';
import { type Change, changed, check } from '../support/check.ts';

const only = ['line-joined'] as const;
const language = 'plaintext';

/** What one finding parts again: the right report in plain text, a text of it run together as marked. */
function parted(whole: string, joined: string, message: string): void {
  const text = changed([[whole, joined]], 'department', language);
  const { findings } = check(text, [{ code: 'line-joined', severity: 'hint', safe: false, message }], {
    only,
    language,
  });
  const fixed = applyEdits(text.replace(/[⟦⟧]/g, ''), findings[0]?.fixes()[0]?.edits ?? []);
  expect(fixed).toBe(changed([], 'department', language));
}

describe('what runs together', () => {
  it('is the last sentence and the signature', () => {
    const text = changed(
      [
        [
          '没有其他需要报告的事项。\n\n云川市水务局\n\n2026年1月20日',
          '没有其他需要报告的⟦事项。 云川市⟧水务局 2026年1月20日',
        ],
      ],
      'department',
      language,
    );
    check(text, [{ code: 'line-joined', message: '落款接在正文后面' }], { only, language });
  });

  it('is body and date', () => {
    parted('云川市水务局\n\n2026年1月20日', '云川市⟦水务局202⟧6年1月20日', '机关名称与成文日期');
  });
});

describe('sub-headings', () => {
  const heading = '（三）政府信息管理\n\n修订政府信息公开目录';
  const judge = (text: string): void => {
    const changes: readonly Change[] = [[heading, text]];
    const expected = text.includes('⟦') ? [{ code: 'line-joined' } as const] : [];
    check(changed(changes, 'department', language), expected, { only, language });
  };

  it.each([
    '（三）政府信息管⟦理情况202⟧5年，修订目录',
    '（三）政府信息管⟦理方面一是修⟧订目录',
    '（三）政府信⟦息管理202⟧5年，修订目录',
    '（三）主⟦要做法1.加⟧强管理，修订目录',
    '3.政府信息管⟦理情况我局修⟧订目录',
  ])('run on: %s', judge);

  it.each([
    '（三）政府信息管理情况。2025年，修订目录',
    '（三）政府信息管理情况 2025年，修订目录'.replace(' 2025', '：2025'),
    '（三）政府信息管理\n\n2025年，修订目录',
    '（三）加强本机关信息管理。修订目录',
    '（三）及时公开本机关信息情况。修订目录',
    '（三）2025年政府信息管理情况\n\n修订目录',
    '政府信息管理情况2025年修订目录',
  ])('do not: %s', judge);

  it('stand behind the text before them', () => {
    const text = changed([
      ['及时移出。\n\n### （四）政府信息公开平台建设\n\n改版', '及时⟦移出。（四）⟧政府信息公开平台建设。改版'],
    ]);
    check(text, [{ code: 'line-joined', message: '接在上一段后面' }], { only });
    const list = changed([['及时移出。', '及时移出。（一）对外公布。（二）及时更新。']]);
    check(list, [], { only });
  });
});

it('is told once where the whole draft lost its lines', () => {
  const whole = changed([], 'department', language);
  const table = whole.indexOf('二、主动公开政府信息情况');
  const glued = whole
    .slice(0, table)
    .replace(/\n\n(（[二三四五]）[^\n]*)\n\n/g, '$1。')
    .replace(/\n\n(?=2025年，)/, '情况');
  const { findings } = check(
    (glued + whole.slice(table)).replace('开情况202', '⟦开情况202⟧'),
    [{ code: 'line-joined', message: '全文有5处' }],
    { only, language },
  );
  expect(findings[0]?.related).toHaveLength(4);
});
