import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../server/src/features/tokens.ts';
import { reportIn } from '../support/check.ts';
import { right, textAt } from './report.ts';

describe('semantic tokens', () => {
  it('are headings, labels, values, totals and placeholders, in order and apart', () => {
    const report = reportIn(right().text.replace('修订政府信息公开目录', '（请填写信息管理情况）'));
    const tokens = tokensOf(report);
    const kinds = new Map(tokens.map(({ kind, span }) => [textAt(report, span), kind]));
    expect(kinds.get('一、总体情况')).toBe('heading');
    expect(kinds.get('（一）予以公开')).toBe('label');
    expect(kinds.get('12.36')).toBe('value');
    expect(kinds.get('（请填写信息管理情况）')).toBe('placeholder');
    expect(tokens.filter(({ kind }) => kind === 'total').length).toBeGreaterThan(30);
    tokens.forEach(({ span }, i) => {
      expect(span.start).toBeGreaterThanOrEqual(tokens[i - 1]?.span.end ?? 0);
    });
  });
});
